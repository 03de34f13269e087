import { MAX_STAGES } from '../actions/plan/src/selection.ts';
import { checkout } from './pins.ts';

const job = { 'runs-on': '${{ inputs.runs-on }}' };
const plan = (output: string) => `\${{ needs.plan.outputs.${output} }}`;
const build = (output: string) => `\${{ needs.build.outputs.${output} }}`;
const config = '${{ inputs.config }}';
const release = { image: build('image'), version: plan('version') };

/**
 * One stage of the promotion order: its environments side by side, each a job with its own GitHub
 * environment and concurrency group. The next stage starts when all of them serve the digest.
 */
function stage(n: number) {
  const rollout = {
    environment: '${{ matrix.environment }}',
    config,
    ...release,
    secrets: '${{ secrets.fairway }}',
  };
  return {
    name: '${{ matrix.environment }}',
    needs: n === 1 ? ['plan', 'scan', 'build'] : ['plan', 'build', `stage-${n - 1}`],
    ...(n === 1 ? {} : { if: `needs.plan.outputs.stage-count >= ${n}` }),
    ...job,
    permissions: { contents: 'write', deployments: 'write' },
    strategy: {
      'fail-fast': false,
      matrix: { include: `\${{ fromJSON(needs.plan.outputs.stages)[${n - 1}] }}` },
    },
    environment: { name: '${{ matrix.environment }}', url: '${{ matrix.url }}', deployment: false },
    concurrency: { group: `fairway-${plan('app')}-\${{ matrix.environment }}`, 'cancel-in-progress': false },
    steps: [
      checkout,
      {
        name: 'Back up and prove the backup',
        if: 'matrix.backup',
        uses: '$/actions/backup',
        with: { environment: '${{ matrix.environment }}', config },
      },
      { name: 'Deploy', if: "matrix.action == 'deploy'", uses: '$/actions/deploy', with: rollout },
      { name: 'Canary', if: "matrix.action == 'canary'", uses: '$/actions/canary', with: rollout },
    ],
  };
}

/** A job list cannot grow at run time, so the plan refuses a longer order. */
const stages = Array.from({ length: MAX_STAGES }, (_, i) => i + 1);

/**
 * Each stage of the order succeeded, said of each by name. `!failure()` is there for the stages past the end,
 * which are skipped; alone it would also be true when a pending stage was replaced by a newer run's
 * (concurrency), which makes it neither failed nor the run cancelled.
 */
const allServe = [
  '!failure() && !cancelled()',
  "inputs.release && needs.plan.outputs.complete == 'true'",
  ...stages.map((n) => {
    const succeeded = `needs.stage-${n}.result == 'success'`;
    return n === 1 ? succeeded : `(needs.plan.outputs.stage-count < ${n} || ${succeeded})`;
  }),
].join(' && ');

export const workflow = {
  name: 'promote',
  on: {
    workflow_call: {
      inputs: {
        config: { description: 'Path of fairway.yml. Default: searched.', type: 'string', default: '' },
        environments: {
          description: 'Only these environments, one a line or with commas. Default: all, in order.',
          type: 'string',
          default: '',
        },
        release: {
          description: 'Write notes, tag and release when every environment serves the digest.',
          type: 'boolean',
          default: true,
        },
        'runs-on': { description: 'Label of the runner.', type: 'string', default: 'ubuntu-latest' },
      },
      secrets: {
        fairway: {
          description: 'Secrets that fairway.yml names (metrics, notifications), one `NAME=value` a line.',
          required: false,
        },
      },
      outputs: {
        version: { description: 'Version of the release.', value: '${{ jobs.plan.outputs.version }}' },
        image: { description: 'Image by digest.', value: '${{ jobs.build.outputs.image }}' },
        digest: { description: 'Digest that was promoted.', value: '${{ jobs.build.outputs.digest }}' },
      },
    },
  },
  permissions: {},
  jobs: {
    plan: {
      ...job,
      permissions: { contents: 'read' },
      outputs: Object.fromEntries(
        ['app', 'version', 'commit', 'stages', 'stage-count', 'complete'].map((name) => [
          name,
          `\${{ steps.plan.outputs.${name} }}`,
        ]),
      ),
      steps: [
        checkout,
        { id: 'plan', uses: '$/actions/plan', with: { config, environments: '${{ inputs.environments }}' } },
      ],
    },
    scan: {
      needs: 'plan',
      ...job,
      permissions: { contents: 'read' },
      steps: [checkout, { uses: '$/actions/scan', with: { config } }],
    },
    build: {
      needs: 'plan',
      ...job,
      permissions: { contents: 'read', packages: 'write' },
      outputs: {
        image: '${{ steps.build.outputs.image }}',
        digest: '${{ steps.build.outputs.digest }}',
      },
      steps: [
        checkout,
        { id: 'build', uses: '$/actions/build-image', with: { config, version: plan('version') } },
      ],
    },
    ...Object.fromEntries(stages.map((n) => [`stage-${n}`, stage(n)])),
    release: {
      needs: ['plan', 'build', ...stages.map((n) => `stage-${n}`)],
      if: allServe,
      ...job,
      permissions: { contents: 'write' },
      steps: [checkout, { uses: '$/actions/release-notes', with: { config, version: plan('version') } }],
    },
  },
};
