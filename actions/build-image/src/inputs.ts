import { input } from '@fairway/action';
import type { ProvenanceMode, SbomFormat } from '@fairway/image/attest';
import { flavorKind, labelsKind, tagRulesKind } from '@fairway/image/kinds';
import { bool, choice, duration, type Kind, list, map, secret, text } from '@fairway/schema';

/** A command: one argument a line, or a JSON list. A line with spaces would be one argument, so it is refused. */
function argv(): Kind<string[]> {
  const words = list(text(), { min: 1 });
  return {
    ...words,
    name: 'command',
    fromText(given) {
      if (given.trim().startsWith('[')) {
        try {
          return JSON.parse(given);
        } catch {
          return given;
        }
      }
      const lines = given
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return lines.length === 1 && /\s/.test(lines[0] ?? '') ? given : lines;
    },
    read(value, path, report) {
      if (typeof value !== 'string') return words.read(value, path, report);
      const message = 'expected one argument a line, or a JSON list such as ["node", "--version"]';
      return void report({ path, message, on: 'value' });
    },
  };
}

const lines = (kind: Kind<string[]>): Kind<string[]> => ({
  ...kind,
  fromText: (given) =>
    given
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
});

/** One `id=value` a line, or a JSON object for values of several lines. */
function secrets(): Kind<Record<string, string>> {
  const lineByLine = map(secret());
  return {
    ...lineByLine,
    fromText(given) {
      if (!given.trim().startsWith('{')) return lineByLine.fromText?.(given) ?? given;
      try {
        return JSON.parse(given);
      } catch {
        // Read as text, which is refused without repeating it.
        return [];
      }
    },
  };
}

const platform = text({
  pattern: /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/,
  hint: 'expected os/architecture such as linux/amd64',
});

/** What is built, and how. */
export const buildInputs = {
  mode: input(choice(['build', 'merge']), {
    description:
      '`build` makes the image; `merge` makes one index of images that jobs have pushed by digest.',
    default: 'build',
  }),
  context: input(text(), { description: 'Folder that paths of image.build are relative to.', default: '.' }),
  config: input(text(), {
    description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
  }),
  revision: input(text(), {
    description: 'Commit that is built; it must be checked out.',
    default: '${{ github.sha }}',
  }),
  platforms: input(list(platform, { min: 1 }), {
    description: 'Platforms to build. Overrides image.build.platforms of fairway.yml.',
  }),
  secrets: input(secrets(), {
    description:
      'Values of the secrets that image.build.secrets names: one `id=value` a line, or a JSON object.',
  }),
  reuse: input(bool(), {
    description:
      'Whether an image that was built from the same inputs is taken instead of building it again.',
    default: 'true',
  }),
  digests: input(lines(list(text(), { min: 1 })), {
    description:
      'For mode: merge, one a line: `linux/amd64=sha256:...`, `sha256:...`, `<repository>@sha256:...`, or the JSON that `digests` gives out.',
  }),
};

/** What the image is called, and what it says of itself. */
export const namingInputs = {
  version: input(
    text({
      pattern: /^[A-Za-z0-9][A-Za-z0-9._+-]{0,127}$/,
      hint: 'letters, digits, ".", "_", "+" and "-", at most 128',
    }),
    {
      description:
        'Version of the release; the tag in the layout. Default: that of the git tag, or `sha-` and 12 digits of the commit.',
    },
  ),
  tags: input(tagRulesKind, {
    description: 'Tags or tag rules, one a line. Overrides image.tags of fairway.yml.',
  }),
  flavor: input(flavorKind, {
    description:
      'How all tags look, one `key=value` a line: latest, prefix, suffix, prefix-latest, suffix-latest. Overrides image.flavor.',
  }),
  labels: input(labelsKind, {
    description: 'Labels of the image, one `key=value` a line, besides image.labels of fairway.yml.',
  }),
};

/** Where it goes, and what must hold before. */
export const placeInputs = {
  repository: input(text(), {
    description: 'Where the image is pushed. Overrides image.repository of fairway.yml.',
  }),
  push: input(choice(['tags', 'digest', 'no']), {
    description:
      'With a repository: `tags` pushes and tags, `digest` pushes without a tag (for a later merge), `no` pushes nothing.',
    default: 'tags',
  }),
  'registry-username': input(text(), {
    description: 'User of the registry. Default: the credentials of the Docker config.',
  }),
  'registry-password': input(secret(), { description: 'Password or token of that user.' }),
  'registry-ca': input(text(), {
    description: "PEM file of certificate authorities to trust besides the system's.",
  }),
  'registry-insecure': input(bool(), {
    description: 'Allows plain HTTP. A registry on this machine may speak it anyway.',
    default: 'false',
  }),
  layout: input(text(), {
    description: 'Folder of the OCI image layout. Overrides image.layout of fairway.yml.',
  }),
  load: input(bool(), {
    description: 'Loads the image into the Docker Engine too, under all its tags.',
    default: 'false',
  }),
  smoke: input(argv(), {
    description:
      'A command that must succeed in the image before it is pushed: one argument a line, or a JSON list. Overrides image.smoke.command.',
  }),
  'smoke-within': input(duration({ min: 1 }), {
    description: 'Longest time of the smoke command. Overrides image.smoke.within.',
  }),
};

/** What is attached to it. */
export const attestInputs = {
  sbom: input(list(choice(['cyclonedx', 'spdx', 'none'] satisfies (SbomFormat | 'none')[])), {
    description:
      'SBOMs that are attached to the image of each platform when it is pushed: `cyclonedx`, `spdx`, or `none`.',
    default: 'cyclonedx,spdx',
  }),
  provenance: input(choice(['auto', 'signed', 'unsigned', 'none'] satisfies ProvenanceMode[]), {
    description:
      'SLSA provenance of a pushed image: `signed` (needs id-token: write and attestations: write), `unsigned`, `none`, or `auto`: signed where the job may do that.',
    default: 'auto',
  }),
  token: input(secret(), {
    description: "For the platform's attestations.",
    required: true,
    default: '${{ github.token }}',
  }),
};
