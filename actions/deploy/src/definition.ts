import { defineAction, input } from '@fairway/action';
import { bool, secret, text } from '@fairway/schema';

export const definition = defineAction({
  name: 'deploy',
  title: 'Fairway deploy',
  description:
    'Takes a release live in one environment by digest, proves it, and goes back by itself when it fails.',
  details: `The digest must have been live in the environments before this one, and its commit must not be older than what is
live. After the cut-over the target is read again and the checks of the environment are made; when one fails, the
previous release is taken live again and the step fails. A second deployment at the same time is refused.

\`\`\`yaml
- uses: actions/checkout@v6
  with: { fetch-depth: 0, persist-credentials: false }
- uses: fairway-ci/fairway/actions/deploy@v1
  with:
    environment: staging
    image: \${{ needs.build.outputs.image }}
    version: \${{ needs.plan.outputs.version }}
\`\`\``,
  icon: 'upload-cloud',
  color: 'green',
  inputs: {
    environment: input(text(), { description: 'Environment of fairway.yml.', required: true }),
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
    config: input(text(), {
      description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
    }),
    token: input(secret(), {
      description: 'Token that may write the contents (the ledger) and deployments of the repository.',
      required: true,
      default: '${{ github.token }}',
    }),
    'dry-run': input(bool(), { description: 'Print the plan and change nothing.', default: 'false' }),
    'allow-older': input(bool(), {
      description: 'Deploy also a commit that is older than the live one, or whose age cannot be told.',
      default: 'false',
    }),
    'allow-stopped': input(bool(), {
      description: 'Deploy also a release that was rolled back here.',
      default: 'false',
    }),
    'skip-order': input(bool(), {
      description: 'Deploy also a digest that the environments before this one never had.',
      default: 'false',
    }),
  },
  outputs: {
    outcome:
      '`deployed`, `unchanged` (it was live already), `stopped` (the step fails) or `planned` (dry run).',
    digest: 'Digest that is live now.',
    'previous-digest': 'Digest that was live before; empty at the first release.',
    revision: 'What the target calls the live release.',
    url: 'Where clients reach the environment, if known.',
    version: 'Version that is live now.',
  },
});
