import { defineAction, input } from '@fairway/action';
import { bool, secret, text } from '@fairway/schema';

export const definition = defineAction({
  name: 'release-notes',
  title: 'Fairway release notes',
  description: 'Writes notes from conventional commits, tags the commit, and publishes the GitHub release.',
  details: `The checkout needs the whole history (\`fetch-depth: 0\`) and the job \`contents: write\`. Running it again on the
same commit changes nothing; a tag that stands on another commit is never moved. Where there is no GitHub, the tag
is made in git and the notes are in the summary.

\`\`\`yaml
permissions: { contents: write }
steps:
  - uses: actions/checkout@v6
    with: { fetch-depth: 0, persist-credentials: false }
  - uses: fairway-ci/fairway/actions/release-notes@v1
    with:
      version: \${{ needs.plan.outputs.version }}
\`\`\`

Notes list breaking changes, features, bug fixes, performance and reverts. A commit and its revert between two
releases cancel each other. Every commit that is left out is printed with the reason.`,
  icon: 'tag',
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
    version: input(text(), {
      description:
        'Version of the release. Without it the commits give the version, and nothing is made when they bring nothing to release.',
    }),
    draft: input(bool(), { description: 'Leaves the release as a draft.', default: 'false' }),
    'dry-run': input(bool(), {
      description: 'Prints version and notes, and makes nothing.',
      default: 'false',
    }),
    token: input(secret(), {
      description: 'Token with `contents: write`.',
      required: true,
      default: '${{ github.token }}',
    }),
  },
  outputs: {
    version: 'Version of the release.',
    tag: 'Tag of the release.',
    notes: 'Notes in Markdown.',
    created: '`true` when this run made the tag.',
    'release-url': 'Page of the GitHub release; empty without GitHub.',
  },
});
