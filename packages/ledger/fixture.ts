import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { context, systemClock, systemExec, systemHttp } from '@fairway/runtime';
import type { LedgerPorts } from './options.ts';

/** For tests: the machine's own ports, as a job in `workspace` has them. */
export function portsOf(
  workspace: string,
  { apiUrl, repository }: Partial<Pick<LedgerPorts['context'], 'apiUrl' | 'repository'>> = {},
): LedgerPorts {
  return {
    context: { ...context({}), workspace, apiUrl, repository, runId: '7', actor: 'ann' },
    exec: systemExec,
    http: systemHttp(systemClock),
    clock: systemClock,
    signal: new AbortController().signal,
  };
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'fairway-ledger-'));

/** Runs git there, with the settings of nobody. */
export function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
}
