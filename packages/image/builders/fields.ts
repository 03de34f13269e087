import { choice, field, list, map, text } from '@fairway/schema';

export const BUILDER_NAMES = ['assemble', 'buildx', 'buildah'] as const;
export type BuilderName = (typeof BUILDER_NAMES)[number];

const id = { pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, hint: 'letters, digits, "_", "." and "-"' };
const names = { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' };

const REGISTRY_REF = String.raw`[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[\w.-]+)?`;
const cache = (types: string) =>
  text({
    pattern: new RegExp(`^(type=(${types})(,[a-z-]+=[^,]+)*|${REGISTRY_REF})$`),
    hint: `expected an image, or type=${types.replaceAll('|', ', type=')} with options such as type=gha,scope=app`,
  });

export const builderField = field(choice(['auto', ...BUILDER_NAMES]), {
  description:
    'What builds the image: `assemble` (files on a base, without a container engine), `buildx` or `buildah` (a Dockerfile). `auto` takes `assemble` where `files` are given, else the first of the others that this machine has.',
  default: 'auto',
});

/** The keys of the build section that only the builders of a Dockerfile read. All may be absent. */
export const dockerfileFields = {
  dockerfile: field(text(), {
    description: 'Path of the Dockerfile, relative to the context. Default: `Dockerfile`.',
  }),
  target: field(text(id), { description: 'Stage of the Dockerfile to build. Default: the last one.' }),
  args: field(map(text(), names), {
    description: 'Build arguments (`ARG`). They stay readable in the image: secrets go into `secrets`.',
  }),
  secrets: field(list(text(id)), {
    description:
      'Ids of secrets that the Dockerfile mounts (`RUN --mount=type=secret,id=...`). Their values come from the input `secrets` of the action.',
  }),
  ssh: field(
    list(text({ pattern: /^[A-Za-z0-9_.-]+(=\S+)?$/, hint: 'expected `default` or `<id>=<path>`' })),
    {
      description: 'SSH agents or keys that the Dockerfile mounts: `default` or `<id>=<socket or key>`.',
    },
  ),
  contexts: field(map(text()), {
    description:
      'Named contexts: a folder, `docker-image://...`, `oci-layout://<folder>@<digest>` or a URL of a git repository.',
  }),
  'cache-from': field(list(cache('gha|registry|local')), {
    description: 'Where cached layers come from, as BuildKit writes it: `type=gha`, `type=registry,ref=...`.',
  }),
  'cache-to': field(list(cache('gha|registry|local|inline')), {
    description: 'Where layers are cached: `type=gha,mode=max`, `type=registry,ref=...`, `type=inline`.',
  }),
};
