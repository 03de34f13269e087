import { defineAction, input } from '@fairway/action';
import { bool, secret, text } from '@fairway/schema';

export const definition = defineAction({
  name: 'canary',
  title: 'Fairway canary',
  description: 'Shifts traffic to a release in steps, by evidence: promotes it, or takes all traffic back.',
  details: `The steps, bakes and metrics stand in fairway.yml (\`strategy: { canary: ... }\`). The action runs to the end. Missing
data and failing queries never advance it; a value beyond its limit takes the traffic back and fails the step. A
cancelled job takes the traffic back within seconds; a killed one is ended by its post step or by the next run.

\`\`\`yaml
- uses: actions/checkout@v6
  with: { fetch-depth: 0, persist-credentials: false }
- uses: fairway-ci/fairway/actions/canary@v1
  with:
    environment: production
    image: \${{ needs.build.outputs.image }}
    version: \${{ needs.plan.outputs.version }}
\`\`\``,
  icon: 'trending-up',
  color: 'green',
  post: true,
  inputs: {
    environment: input(text(), {
      description: 'Environment of fairway.yml with the strategy canary.',
      required: true,
    }),
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
    'dry-run': input(bool(), { description: 'Print the steps and change nothing.', default: 'false' }),
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
  },
  outputs: {
    outcome:
      '`promoted`, `aborted` (the step fails), `unchanged` (it was live already) or `planned` (dry run).',
    digest: 'Digest that is live now.',
    'previous-digest': 'Digest that was live before; empty at the first release.',
    version: 'Version that is live now.',
    revision: 'What the target calls the live release.',
    weight: 'Percent of the traffic that the release has in the end: 0 or 100.',
    verdicts:
      'JSON list of `{ weight, at, verdicts }`: every measurement with query, value, limit and explanation.',
    url: 'Where clients reach the environment, if known.',
  },
});
