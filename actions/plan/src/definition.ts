import { defineAction, input } from '@fairway/action';
import { list, secret, text } from '@fairway/schema';

export const definition = defineAction({
  name: 'plan',
  title: 'Fairway plan',
  description:
    'Reads fairway.yml and the ledger, and says which version goes to which environment, in which order.',
  details: `Nothing is changed. The checkout needs the whole history (\`fetch-depth: 0\`), because the version comes from
the commits since the last tag.

\`\`\`yaml
jobs:
  plan:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    outputs:
      stages: \${{ steps.plan.outputs.stages }}
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0, persist-credentials: false }
      - id: plan
        uses: fairway-ci/fairway@v1
  first-stage:
    needs: plan
    strategy:
      matrix:
        include: \${{ fromJSON(needs.plan.outputs.stages)[0] }}
    # matrix.environment, matrix.strategy, matrix.action, matrix.backup, matrix.url
\`\`\`

A commit has one version: the tag on it, else a \`Release-As:\` footer, else the last version and what the
conventional commits since then ask for. Before 1.0.0 a breaking change and a feature both raise the minor version.`,
  icon: 'map',
  color: 'green',
  inputs: {
    config: input(text(), {
      description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
    }),
    revision: input(text(), {
      description: 'Commit, branch or tag to release.',
      required: true,
      default: '${{ github.sha }}',
    }),
    environments: input(list(text()), {
      description:
        'Only these environments, with commas or one a line. What they come after must have the release already. Default: all.',
    }),
    version: input(text(), { description: 'Version to use instead of the one the commits give.' }),
    token: input(secret(), {
      description: 'Token that may read the contents of the repository.',
      required: true,
      default: '${{ github.token }}',
    }),
  },
  outputs: {
    plan: 'The whole plan as JSON.',
    stages:
      'JSON list of lists of matrix entries `{ environment, strategy, action, backup, url }`; each stage follows the one before.',
    'stage-count': 'Number of stages.',
    version: 'Version of the release.',
    tag: 'Tag of the release.',
    commit: 'Full commit id of the release.',
    app: 'Name of the app.',
    'has-changes': '`true` when an environment of the plan is not live with the release yet.',
    complete: '`true` when every environment of the file will have the release after this plan.',
  },
});
