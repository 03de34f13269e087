import { defineAction, input } from '@fairway/action';
import { guardInputs, liveOutputs, placeInputs, releaseInputs } from '@fairway/engine/inputs';
import { text } from '@fairway/schema';

export const definition = defineAction({
  name: 'deploy',
  title: 'Fairway deploy',
  description:
    'Takes a release live in one environment by digest, proves it, and goes back by itself when it fails.',
  details: `The digest must have been live in the environments before this one, and its commit must not be older than what is
live. After the cut-over the target is read again and the checks of the environment are made; when one fails, the
previous release is taken live again and the step fails. With \`after-switch\` in the strategy the release is also watched
for its bake, and taken back when its metrics or checks fail. A second deployment at the same time is refused.

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
    ...releaseInputs,
    ...placeInputs,
    ...guardInputs,
  },
  outputs: {
    outcome:
      '`deployed`, `unchanged` (it was live already), `stopped` or `paused` (the step fails) or `planned` (dry run).',
    ...liveOutputs,
  },
});
