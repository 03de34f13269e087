/** The inputs that actions on one environment share, declared once. Cheap: definitions are read by generators. */
import { input } from '@fairway/action';
import { bool, map, secret, text } from '@fairway/schema';

/** Where, and with which rights. */
export const placeInputs = {
  config: input(text(), {
    description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
  }),
  token: input(secret(), {
    description: 'Token that may write the contents (the ledger) and deployments of the repository.',
    required: true,
    default: '${{ github.token }}',
  }),
  secrets: input(map(secret(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and "_"' }), {
    description:
      // Without an expression: the runner would evaluate it, also here.
      'Secrets that fairway.yml names (metric providers, notifications): one `NAME=value` a line, the values from the `secrets` context.',
  }),
  'dry-run': input(bool(), { description: 'Print the plan and change nothing.', default: 'false' }),
};

/** Which release; all of it must be given where `releaseInputs` is used. */
export const releaseInputs = {
  image: input(text(), {
    description: 'Image by digest: `<repository>@sha256:...` or `oci:<absolute folder>@sha256:...`.',
    required: true,
  }),
  version: input(text(), { description: 'Version of the release.', required: true }),
  revision: input(text(), {
    description: 'Commit of the release, or a branch or tag.',
    required: true,
    default: '${{ github.sha }}',
  }),
};

/** What may be overridden by name. */
export const guardInputs = {
  'allow-older': input(bool(), {
    description: 'Release also a commit that is older than the live one, or whose age cannot be told.',
    default: 'false',
  }),
  'allow-stopped': input(bool(), {
    description: 'Release also what was rolled back here.',
    default: 'false',
  }),
  'skip-order': input(bool(), {
    description: 'Release also a digest that the environments before this one never had.',
    default: 'false',
  }),
};

/** What is live, in the end. */
export const liveOutputs = {
  digest: 'Digest that is live now.',
  'previous-digest': 'Digest that was live before; empty at the first release.',
  version: 'Version that is live now.',
  revision: 'What the target calls the live release.',
  url: 'Where clients reach the environment, if known.',
} as const;
