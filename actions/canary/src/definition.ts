import { defineAction, input } from '@fairway/action';
import { guardInputs, liveOutputs, placeInputs } from '@fairway/engine/inputs';
import { bool, choice, text } from '@fairway/schema';

const details = `The steps, bakes and metrics stand in fairway.yml (\`strategy: { canary: ... }\` or \`{ blue-green: ... }\`). Missing data
and failing queries never advance a release; a value beyond its limit takes the traffic back and fails the step.

\`\`\`yaml
- uses: actions/checkout@v6
  with: { fetch-depth: 0, persist-credentials: false }
- uses: fairway-ci/fairway/actions/canary@v1
  with:
    environment: production
    image: \${{ needs.build.outputs.image }}
    version: \${{ needs.plan.outputs.version }}
\`\`\`

| \`command\` | What it does |
| --- | --- |
| \`run\` | Goes to the end in this job. A pause ends the step red; the rollout stays as it is. |
| \`tick\` | Does what is due and exits, so that a long canary holds no runner; run it on a schedule. With an image it also starts. |
| \`promote\` | Lets a paused rollout go on; with \`full: true\` promotes at once, from anywhere. |
| \`abort\` | Takes all traffic back. |
| \`status\` | Says how it stands, and changes nothing. |

The state lives in the ledger: any later job goes on from there. A cancelled \`run\` takes the traffic back within
seconds, and a killed one is ended by its post step or by the next job; a cancelled or killed \`tick\` leaves the
rollout to the next tick. A command that another running job must obey is written into the ledger; that job takes it up
within ten seconds.`;

export const definition = defineAction({
  name: 'canary',
  title: 'Fairway canary',
  description: 'Shifts traffic to a release in steps, by evidence: promotes it, or takes all traffic back.',
  details,
  icon: 'trending-up',
  color: 'green',
  post: true,
  inputs: {
    environment: input(text(), { description: 'Environment of fairway.yml.', required: true }),
    command: input(choice(['run', 'tick', 'promote', 'abort', 'status']), {
      description: '`run` to the end, one `tick`, `promote`, `abort` or `status`.',
      default: 'run',
    }),
    image: input(text(), {
      description:
        'Image by digest: `<repository>@sha256:...` or `oci:<absolute folder>@sha256:...`. For `run`; with `tick` it may start.',
    }),
    version: input(text(), { description: 'Version of the release. Where there is an image.' }),
    revision: input(text(), {
      description: 'Commit of the release, or a branch or tag. Default: the commit of this run.',
    }),
    full: input(bool(), {
      description: 'With `promote`: skip all that is left and promote at once.',
      default: 'false',
    }),
    reason: input(text(), { description: 'With `promote` and `abort`: why, for the record.' }),
    ...placeInputs,
    ...guardInputs,
  },
  outputs: {
    outcome:
      '`promoted`, `aborted` (red, but for `abort`), `unchanged` (it was live already), `planned` (dry run), `baking`, `paused` (red for `run`) or `idle` (nothing is in flight).',
    ...liveOutputs,
    weight: 'Percent of the traffic that the release has now.',
    verdicts:
      'JSON list of `{ weight, at, verdicts }`: the newest looks of this job, at most 50, with query, value, limit and explanation.',
    'next-at': 'When the next tick has something to do, ISO 8601; for a pause when it is aborted.',
    paused: '`true` while only a person lets it go on.',
    status: 'JSON: what the ledger says of the environment and the rollout in flight.',
  },
});
