import { checkout } from './pins.ts';

/**
 * Goes on with rollouts that stand in the ledger. The caller brings the schedule:
 *
 *     on:
 *       schedule: [ { cron: '7-59/10 * * * *' } ]
 *       workflow_dispatch:
 *     permissions: {}
 *     jobs:
 *       sweep:
 *         uses: fairway-ci/fairway/.github/workflows/sweep.yml@v1
 *         permissions: { contents: write, deployments: write }
 *         secrets:
 *           fairway: |
 *             PROM_TOKEN=${{ secrets.PROM_TOKEN }}
 *
 * A caller cannot pass secrets of a GitHub environment: where metrics or channels need such, use the action itself
 * in a job with that `environment:`.
 */
export const workflow = {
  name: 'sweep',
  on: {
    workflow_call: {
      inputs: {
        config: { description: 'Path of fairway.yml. Default: searched.', type: 'string', default: '' },
        environments: {
          description: 'Only these environments, one a line or with commas. Default: all.',
          type: 'string',
          default: '',
        },
        'dry-run': {
          description: 'Say what is in flight and due, and change nothing.',
          type: 'boolean',
          default: false,
        },
        'runs-on': { description: 'Label of the runner.', type: 'string', default: 'ubuntu-latest' },
      },
      secrets: {
        fairway: { description: 'Secrets that fairway.yml names, one `NAME=value` a line.', required: false },
      },
      outputs: {
        outcome: {
          description: '`idle`, `swept`, `planned` or `failed`.',
          value: '${{ jobs.sweep.outputs.outcome }}',
        },
        result: {
          description: 'JSON: what was done to each environment.',
          value: '${{ jobs.sweep.outputs.result }}',
        },
      },
    },
  },
  permissions: {},
  jobs: {
    sweep: {
      'runs-on': '${{ inputs.runs-on }}',
      // The ledger: contents. Its mirror for the UI: deployments.
      permissions: { contents: 'write', deployments: 'write' },
      // One fairway.yml is one app. A sweep that waits is replaced by the next, which does the same.
      concurrency: { group: 'fairway-sweep-${{ inputs.config }}', 'cancel-in-progress': false },
      // More than an aborted release and its notices need; a runner that hangs ends before the next hour.
      'timeout-minutes': 30,
      outputs: Object.fromEntries(
        ['outcome', 'result'].map((name) => [name, `\${{ steps.sweep.outputs.${name} }}`]),
      ),
      steps: [
        checkout,
        {
          id: 'sweep',
          uses: '$/actions/sweep',
          with: {
            config: '${{ inputs.config }}',
            environments: '${{ inputs.environments }}',
            'dry-run': '${{ inputs.dry-run }}',
            secrets: '${{ secrets.fairway }}',
          },
        },
      ],
    },
  },
};
