import { matchesGlob } from 'node:path';
import { endOf, type ScanException } from './exceptions.ts';
import type { FAIL_ON } from './kinds.ts';
import { type Finding, SEVERITIES } from './types.ts';

export type FailOn = (typeof FAIL_ON)[number];

export interface AcceptedFinding {
  readonly finding: Finding;
  readonly exception: ScanException;
}

export interface GateResult {
  /** Stop the release: severe enough, or their exception has expired. */
  readonly blocking: readonly Finding[];
  /** Reported, but below the limit. */
  readonly tolerated: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** Exceptions whose day has passed although their finding is still there. */
  readonly expired: readonly ScanException[];
  /** Exceptions that no finding needs any more. */
  readonly unused: readonly ScanException[];
}

/** Decides which findings stop a release; all are reported. Pure. `now` in ms since 1970. */
export function judge(
  findings: readonly Finding[],
  exceptions: readonly ScanException[],
  failOn: FailOn,
  now: number,
): GateResult {
  const used = new Set<ScanException>();
  const expired = new Set<ScanException>();
  const blocking: Finding[] = [];
  const tolerated: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const fitting = exceptions.filter((exception) => covers(exception, finding));
    for (const exception of fitting) used.add(exception);
    const valid = fitting.find((exception) => now < endOf(exception));
    if (valid) {
      accepted.push({ finding, exception: valid });
      continue;
    }
    for (const exception of fitting) expired.add(exception);
    const stops = failOn !== 'none' && (fitting.length > 0 || isSevere(finding, failOn));
    (stops ? blocking : tolerated).push(finding);
  }
  const unused = exceptions.filter((exception) => !used.has(exception));
  return { blocking, tolerated, accepted, expired: [...expired], unused };
}

function isSevere({ severity }: Finding, failOn: Exclude<FailOn, 'none'>): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

function covers({ rule, path, fingerprint }: ScanException, finding: Finding): boolean {
  if (rule !== finding.rule) return false;
  if (fingerprint !== undefined && fingerprint !== finding.fingerprint) return false;
  return path === undefined || path === finding.file || matchesGlob(finding.file, path);
}
