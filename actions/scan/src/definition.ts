import { defineAction, input } from '@fairway/action';
import { FAIL_ON } from '@fairway/scan/kinds';
import { choice, text } from '@fairway/schema';

export const definition = defineAction({
  name: 'scan',
  title: 'Fairway scan',
  description: 'Searches the tracked files for secrets, reports all of them, and stops on severe ones.',
  details: `
Every file that git tracks is searched with the rules of secretlint. All findings go into the summary and a
SARIF file; those of at least \`fail-on\` fail the step. A secret's value is never printed or written anywhere.

\`\`\`yaml
- uses: actions/checkout@v5
- id: scan
  uses: fairway-ci/fairway/actions/scan@v1
- if: \${{ !cancelled() && steps.scan.outputs.sarif }}
  uses: github/codeql-action/upload-sarif@v4
  with:
    sarif_file: \${{ steps.scan.outputs.sarif }}
\`\`\`

Accepted findings stand in the file that \`scan.exceptions\` of fairway.yml names. Comments in the source do not
silence a finding.

\`\`\`yaml
exceptions:
  - rule: secretlint/github
    path: test/fixtures/**        # or fingerprint: <as reported>
    reason: made up for the tests
    expires: 2027-06-30           # from the next day on the finding fails the step again
\`\`\`
`,
  icon: 'shield',
  color: 'purple',
  inputs: {
    path: input(text(), {
      description: 'Folder to search; its tracked files, and those below it.',
      default: '.',
    }),
    config: input(text(), {
      description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
    }),
    'fail-on': input(choice(FAIL_ON), {
      description: 'Lowest severity that fails the step. Overrides scan.fail-on of fairway.yml.',
    }),
    exceptions: input(text(), {
      description: 'File with accepted findings. Overrides scan.exceptions of fairway.yml.',
    }),
    revision: input(text(), {
      description: 'Commit that is searched; it must be checked out.',
      default: '${{ github.sha }}',
    }),
    sarif: input(text(), {
      description:
        'Where the SARIF file is written. Default: fairway-scan.sarif in the temporary folder of the job.',
    }),
  },
  outputs: {
    findings: 'Number of all findings, accepted ones included.',
    critical: 'Number of findings that are critical.',
    high: 'Number of findings that are high.',
    medium: 'Number of findings that are medium.',
    low: 'Number of findings that are low.',
    accepted: 'Number of findings that an exception accepts.',
    blocking: 'Number of findings that stop the release.',
    files: 'Number of files that were searched.',
    sarif: 'Absolute path of the SARIF 2.1.0 file.',
    passed: '`true` when nothing stops the release and every file could be searched.',
  },
});
