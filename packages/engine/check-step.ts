import { checksOf, type Observation } from '@fairway/rollout';
import { runChecks } from './checks.ts';
import type { Hold } from './lease.ts';
import { conclude, type Run } from './run.ts';

/** Makes the requests of a step. Checks that are no longer in fairway.yml do not count as made. */
export async function check(run: Run, step: number, hold: Hold): Promise<Observation> {
  const { site, machine } = run;
  const { strategy } = site.settings;
  const checks = strategy && checksOf(strategy, machine.plan, step);
  const results = checks ? await runChecks(checks, site.ports, hold.signal) : [];
  const lines = results.map(({ url, message }) => `${url}: ${message}`);
  for (const line of lines) site.ports.log.info(`Check ${line}`);
  const failed = results.find(({ ok }) => !ok);
  const gone = 'its checks stood in fairway.yml when it began, and are gone now';
  const problem = failed ? `the check of ${failed.url} failed: ${failed.message}` : checks ? undefined : gone;
  const now = site.ports.clock.now();
  const seen: Observation = { kind: 'checked', now, step, ...(problem ? { problem } : {}) };
  await conclude(run, `checked: ${lines.join('; ')}`, seen, hold);
  return seen;
}
