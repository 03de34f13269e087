import { defineAction, input } from '@fairway/action';
import { liveOutputs, placeInputs } from '@fairway/engine/inputs';
import { text } from '@fairway/schema';

export const definition = defineAction({
  name: 'rollback',
  title: 'Fairway rollback',
  description: 'Takes the previous release, or a named earlier one, live again by digest, and records why.',
  details: `The ledger knows what was live before. The release that is left is kept back: the deploy action refuses it until it is
allowed by name.

\`\`\`yaml
- uses: actions/checkout@v6
  with: { persist-credentials: false }
- uses: fairway-ci/fairway/actions/rollback@v1
  with:
    environment: production
    reason: checkout fails for guests
\`\`\``,
  icon: 'rotate-ccw',
  color: 'orange',
  inputs: {
    environment: input(text(), { description: 'Environment of fairway.yml.', required: true }),
    to: input(text(), {
      description:
        'Version or digest that was live there. Default: the newest release before the live one that was not stopped since.',
    }),
    reason: input(text(), { description: 'Why, for the record.' }),
    ...placeInputs,
  },
  outputs: {
    outcome: '`rolled-back`, `stopped` (it did not hold; the step fails) or `planned` (dry run).',
    ...liveOutputs,
    'previous-digest': 'Digest that was live before the rollback.',
  },
});
