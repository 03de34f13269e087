import { defineAction, input } from '@fairway/action';
import { placeInputs } from '@fairway/engine/inputs';
import { list, text } from '@fairway/schema';

export const definition = defineAction({
  name: 'sweep',
  title: 'Fairway sweep',
  description:
    'Finishes what nobody resumed: does what is due of every rollout in flight, and ends pauses that took too long.',
  details: `A rollout that goes on by ticks, or whose job died, stands in the ledger. Run this action on a schedule: it does one tick
of each rollout in flight that no living job carries, and leaves all others alone. Two sweeps at once do no harm: each
environment has a lease.

\`\`\`yaml
on:
  schedule: [ { cron: "*/10 * * * *" } ]
jobs:
  sweep:
    runs-on: ubuntu-latest
    permissions: { contents: write, deployments: write }
    concurrency: fairway-sweep
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: fairway-ci/fairway/actions/sweep@v1
\`\`\`

Or call the workflow \`fairway-ci/fairway/.github/workflows/sweep.yml@v1\`. GitHub starts scheduled workflows late when it
is busy, and ends the schedules of a public repository after 60 days without activity.`,
  icon: 'wind',
  color: 'green',
  inputs: {
    environments: input(list(text()), {
      description: 'Only these environments, one a line or with commas. Default: all.',
    }),
    ...placeInputs,
    'dry-run': {
      ...placeInputs['dry-run'],
      description: 'Say what is in flight and due, and change nothing.',
    },
  },
  outputs: {
    outcome:
      '`idle` (nothing was in flight), `swept`, `planned` (dry run), or `failed`: a rollout was aborted or taken back, or an environment failed (the step is red).',
    result:
      'JSON list of `{ environment, outcome, version, detail, nextAt }`; outcome is `idle`, `held` (a living job carries it), `baking`, `paused`, `promoted`, `aborted`, `recovered`, `due` (dry run) or `failed`; times in ISO 8601.',
    promoted: 'Number of environments whose rollout was promoted.',
    aborted: 'Number of environments whose rollout was aborted.',
    paused: 'Number of environments that wait for a person.',
    baking: 'Number of environments whose rollout goes on later.',
    failed: 'Number of environments that could not be swept.',
  },
});
