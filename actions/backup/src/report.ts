import type { BackupResult, Content, RestoreResult } from '@fairway/backup';
import { formatDuration, formatSize } from '@fairway/schema';
import type { BackupPorts, Setting } from './setting.ts';

/** A database can have thousands of tables; a person reads the first. */
const SHOWN = 50;

export function reportBackup(
  { manifest, path, proof, removed }: BackupResult,
  { source, app, environment }: Setting,
  { log, summary }: Pick<BackupPorts, 'log' | 'summary'>,
): void {
  const { content, size, sha256 } = manifest;
  const verdict = proof.ok ? 'proven by a restore' : 'NOT proven';
  log.info(`${manifest.name}: ${formatSize(size)} of ${formatSize(content.bytes)}, ${verdict}`);
  summary.heading(`Backup of ${app} ${environment}: ${verdict}`);
  summary.table(
    ['', ''],
    [
      ['Database', source.location],
      ['Archive', path],
      ['Size', `${formatSize(size)} (${formatSize(content.bytes)} before compression)`],
      ['SHA-256', sha256],
      ['Readable by', manifest.recipients.join(', ')],
      ...(proof.ok ? timesOf(proof.proof) : proof.problems.map((problem) => ['Problem', problem])),
      ...(removed.length ? [['Removed (older than kept)', removed.join(', ')]] : []),
    ],
  );
  tables(content, summary);
  summary.heading('Restore without Fairway', 3);
  summary.code(manual(path, 'restored.db'), 'sh');
}

function timesOf({
  rtoMs,
  rpoMs,
  by,
  answers,
}: {
  rtoMs: number;
  rpoMs: number;
  by: string;
  answers: readonly { query: string; message: string }[];
}): string[][] {
  const key = by === 'identity' ? 'the given identity' : 'a key that existed only for this proof';
  return [
    ['Restored with', key],
    ['Recovery time (RTO)', `${formatDuration(rtoMs)} to the first answered query`],
    ['Recovery point (RPO)', `${formatDuration(rpoMs)} from the snapshot to the end of the proof`],
    ...answers.map(({ query, message }) => [`Query \`${query}\``, message]),
  ];
}

export function reportRestore(
  { content, compared, rtoMs }: RestoreResult,
  { archive, destination }: { archive: string; destination: string },
  { log, summary }: Pick<BackupPorts, 'log' | 'summary'>,
): void {
  const proof = compared
    ? 'counts and checksums equal those of the dump'
    : 'sound, but there was no sidecar file to compare with';
  log.info(`Restored in ${formatDuration(rtoMs)}: ${proof}`);
  if (!compared) log.warning(`${archive}: ${proof}`);
  summary.heading('Restored a backup');
  summary.paragraph(`\`${archive}\` to \`${destination}\` in ${formatDuration(rtoMs)}: ${proof}.`);
  tables(content, summary);
}

function tables(content: Content, summary: BackupPorts['summary']): void {
  const rows = content.tables
    .slice(0, SHOWN)
    .map(({ name, rows: n, checksum }) => [name, String(n), checksum.slice(0, 16)]);
  summary.table(['Table', 'Rows', 'Checksum (keyed)'], rows);
  if (content.tables.length > SHOWN) summary.paragraph(`and ${content.tables.length - SHOWN} more tables`);
}

/** Commands of standard tools, quoted for a POSIX shell. */
export function manual(archive: string, destination: string): string {
  return `age -d -i key.txt ${quote(archive)} | zstd -d > ${quote(destination)}\nsqlite3 ${quote(destination)} 'pragma integrity_check'`;
}

const quote = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
