import { defineAction, input } from '@fairway/action';
import { bool, secret, text } from '@fairway/schema';

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
    config: input(text(), {
      description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
    }),
    token: input(secret(), {
      description: 'Token that may write the contents (the ledger) and deployments of the repository.',
      required: true,
      default: '${{ github.token }}',
    }),
    'dry-run': input(bool(), { description: 'Print the plan and change nothing.', default: 'false' }),
  },
  outputs: {
    outcome: '`rolled-back`, `stopped` (it did not hold; the step fails) or `planned` (dry run).',
    digest: 'Digest that is live now.',
    'previous-digest': 'Digest that was live before the rollback.',
    version: 'Version that is live now.',
    revision: 'What the target calls the live release.',
    url: 'Where clients reach the environment, if known.',
  },
});
