import type { Ports } from '@fairway/runtime';
import type { FailOn, Finding, GateResult, ScanResult } from '@fairway/scan';

/** Rows of the summary's table; the SARIF file has the rest. */
const ROWS = 200;

/** Annotations, warnings about exceptions, and the summary. */
export function reportScan(
  result: ScanResult,
  gate: GateResult,
  failOn: FailOn,
  { log, summary }: Pick<Ports, 'log' | 'summary'>,
): void {
  const { blocking, tolerated, accepted, expired, unused } = gate;
  for (const finding of blocking) log.error(describe(finding), placeOf(finding));
  for (const finding of tolerated) log.warning(describe(finding), placeOf(finding));
  for (const { rule, path, fingerprint, expires } of expired) {
    log.warning(`The exception for ${rule} in ${path ?? fingerprint} expired on ${expires}.`);
  }
  for (const { rule, path, fingerprint } of unused) {
    log.warning(`The exception for ${rule} in ${path ?? fingerprint} is not needed any more: remove it.`);
  }
  for (const { file } of result.skipped.filter(({ why }) => why === 'too large')) {
    log.warning(`${file} is larger than scan.max-file-size and was not searched.`);
  }
  const verdict = result.failed.length ? 'not complete' : blocking.length ? 'stopped' : 'passed';
  const text = `${result.scanned} files searched, ${result.findings.length} findings: ${blocking.length} stop the release (limit: ${failOn}), ${tolerated.length} do not, ${accepted.length} are accepted.`;
  log.info(`Scan ${verdict}: ${text}`);
  summary.heading(`Scan: ${verdict}`).paragraph(text);
  const rows = [
    ...blocking.map((finding) => row(finding, 'stops')),
    ...tolerated.map((finding) => row(finding, '')),
    ...accepted.map(({ finding, exception }) =>
      row(finding, `accepted until ${exception.expires}: ${exception.reason}`),
    ),
  ];
  if (rows.length) summary.table(['Severity', 'Place', 'Finding', 'Fingerprint', ''], rows.slice(0, ROWS));
  if (rows.length > ROWS) summary.paragraph(`${rows.length - ROWS} more are in the SARIF file.`);
  if (result.failed.length) {
    summary.table(
      ['File that could not be searched', 'Error'],
      result.failed.map(({ file, error }) => [file, error]),
    );
  }
  if (result.skipped.length) {
    const list = result.skipped.slice(0, ROWS).map(({ file, why }) => `- \`${file}\`: ${why}`);
    summary.details(`${result.skipped.length} files were not searched`, list.join('\n'));
  }
}

const describe = ({ severity, rule, message }: Finding): string => `${severity}: ${message} (${rule})`;

const placeOf = ({ file, line, column }: Finding) => ({ file, line, column });

function row({ severity, file, line, rule, message, fingerprint }: Finding, note: string): string[] {
  return [severity, `\`${file}:${line}\``, `${message} (${rule})`, `\`${fingerprint}\``, note];
}
