import type { BackupResult } from '@fairway/backup';
import type { Ledger } from '@fairway/ledger';
import { formatDuration, formatSize } from '@fairway/schema';

/** An event for each backup; the state keeps the last proven one. */
export async function record(
  ledger: Ledger,
  environment: string,
  { manifest, proof }: BackupResult,
): Promise<void> {
  const { name, size, sha256, startedAt: at } = manifest;
  const rows = manifest.content.tables.reduce((sum, table) => sum + table.rows, 0);
  const what = `${formatSize(size)}, ${manifest.content.tables.length} tables, ${rows} rows`;
  if (proof.ok) {
    const { rtoMs, rpoMs, by } = proof.proof;
    const message = `backup ${name} proven: ${what}, restored in ${formatDuration(rtoMs)}`;
    await ledger.append(environment, () => ({
      event: { type: 'backup-recorded', message, data: { name, size, sha256, rtoMs, rpoMs, by } },
      state: { backup: { name, at, size, sha256, restored: true } },
    }));
    return;
  }
  const { problems } = proof;
  await ledger.append(environment, () => ({
    event: {
      type: 'backup-recorded',
      message: `backup ${name} NOT proven: ${problems[0]}`,
      data: { name, size, sha256, problems },
    },
    state: {},
  }));
}
