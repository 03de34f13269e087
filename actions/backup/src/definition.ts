import { defineAction, input } from '@fairway/action';
import { recipientKind } from '@fairway/backup/kinds';
import { bool, choice, list, secret, text } from '@fairway/schema';

const details = `The database is copied while it is in use, compressed and encrypted into one archive, and the archive is proven:
it is read back from the store, decrypted, restored into a scratch file, checked for integrity, and compared with
the snapshot table by table. Only then it gets its good name; an archive that fails stays as \`*.unproven\` and the
step fails.

\`\`\`yaml
- uses: fairway-ci/fairway/actions/backup@v1
  with:
    environment: production
\`\`\`

With this in fairway.yml:

\`\`\`yaml
environments:
  production:
    target: { process: { port: 8083 } }
    backup:
      sqlite:
        path: app.db # in DATA_DIR of the process target; other targets need an absolute path
        expect: [{ query: 'select count(*) from orders', min: 1 }]
      store: { folder: /var/backups/storefront }
      recipients: [age1...] # public keys
      keep: 7
\`\`\`

**Keys.** \`recipients\` are public age keys; whoever holds a private one can restore. Without the input \`identity\`
each archive is also encrypted to a key made for this backup alone: it proves the restore and never leaves the memory
of this process. With \`identity\` the proof uses your own key, and no other is added.

**Restore without Fairway:** \`age -d -i key.txt <archive> | zstd -d > restored.db\`.`;

export const definition = defineAction({
  name: 'backup',
  title: 'Fairway backup',
  description: 'Backs up a database while it is in use, and proves the archive by restoring it.',
  details,
  icon: 'database',
  color: 'purple',
  inputs: {
    environment: input(text(), {
      description: 'Environment of fairway.yml whose `backup` section is used.',
      required: true,
    }),
    mode: input(choice(['backup', 'restore']), {
      description: '`restore` writes an archive to the new file `restore-to`.',
      default: 'backup',
    }),
    config: input(text(), {
      description: 'Path of fairway.yml. Default: .github/fairway.yml, then fairway.yml.',
    }),
    identity: input(secret(), {
      description:
        'Private age key (the text of a key file). Needed to restore; for a backup it makes the proof use your own key.',
    }),
    recipients: input(list(recipientKind, { min: 1 }), {
      description: 'Public age keys, instead of those in fairway.yml.',
    }),
    archive: input(text(), {
      description: 'Archive to restore: a path. Default: the newest proven one in the store.',
    }),
    'restore-to': input(text(), {
      description: 'New file to restore to, from the workspace. An existing file is never overwritten.',
    }),
    'dry-run': input(bool(), { description: 'Print the plan and change nothing.', default: 'false' }),
    token: input(secret(), {
      description: 'Token for the ledger: `contents: write`.',
      required: true,
      default: '${{ github.token }}',
    }),
  },
  outputs: {
    outcome:
      '`backed-up`, `unproven`, `restored`, `planned` (dry run) or `nothing-live` (first release: no database yet).',
    archive: 'Path of the archive.',
    name: 'Name of the backup.',
    size: 'Bytes of the archive.',
    sha256: 'SHA-256 of the archive.',
    restored: '`true` only when the archive was restored and compared; `false` when that failed; else empty.',
    tables: 'JSON list of `{ name, rows }` of the snapshot.',
    'rto-ms': 'Measured milliseconds from opening the archive to the first answered query.',
    'rpo-ms': 'Milliseconds from the snapshot to the end of the proof.',
  },
});
