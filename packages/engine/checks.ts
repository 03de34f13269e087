import type { CheckConfig } from '@fairway/config';
import type { Ports } from '@fairway/runtime';
import { formatDuration } from '@fairway/schema';
import { firstLine } from './record.ts';

export interface CheckResult {
  readonly url: string;
  readonly ok: boolean;
  /** What was seen last: `HTTP 200 after 1.2s`. */
  readonly message: string;
}

const PAUSE = 500;

/** Requests each URL until it answers as expected or its time is over; all of them at the same time. */
export async function runChecks(
  checks: readonly CheckConfig[],
  ports: Pick<Ports, 'http' | 'clock'>,
  signal: AbortSignal,
): Promise<CheckResult[]> {
  return await Promise.all(checks.map((check) => runCheck(check, ports, signal)));
}

async function runCheck(
  { http: url, expect, within }: CheckConfig,
  { http, clock }: Pick<Ports, 'http' | 'clock'>,
  signal: AbortSignal,
): Promise<CheckResult> {
  const start = clock.now();
  const left = () => start + within - clock.now();
  for (;;) {
    const seen = await ask(url);
    const after = formatDuration(clock.now() - start);
    if (seen === `HTTP ${expect}`) return { url, ok: true, message: `${seen} after ${after}` };
    if (left() <= PAUSE) return { url, ok: false, message: `${seen}, expected HTTP ${expect}, for ${after}` };
    await clock.sleep(Math.min(PAUSE, left()), signal);
  }

  async function ask(address: string): Promise<string> {
    try {
      const timeout = Math.max(1, Math.min(10_000, left()));
      // A redirect is an answer of its own: expect 302 means 302.
      const response = await http.fetch(address, { retry: false, redirect: 'manual', signal, timeout });
      await response.body?.cancel();
      return `HTTP ${response.status}`;
    } catch (error) {
      signal.throwIfAborted();
      return firstLine(error);
    }
  }
}
