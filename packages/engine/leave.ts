/** Ways to end a process's work on a rollout that is not over. */
import type { Decision, Observation } from '@fairway/rollout';
import { describeError } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import { factsOf, type Progress } from './finish.ts';
import type { Hold } from './lease.ts';
import { notify } from './notices.ts';
import { firstLine } from './record.ts';
import { conclude, type Run } from './run.ts';
import { lastSeconds } from './site.ts';

/** Keeps the state for whoever goes on at `nextAt`. */
export async function leave(run: Run, nextAt: number, hold: Hold): Promise<Progress> {
  const { machine, site } = run;
  const words = `${formatPercent(machine.weight)} of the traffic; goes on at ${iso(nextAt)}`;
  await keep(run, words, hold);
  site.ports.log.info(`Left with ${words}`);
  return { ...soFar(run), outcome: 'baking', nextAt };
}

/** Only a person can go on. Told once, by the process that recorded it. */
export async function pause(
  run: Run,
  { why, reason, until }: Extract<Decision, { kind: 'pause' }>,
  hold: Hold,
): Promise<Progress> {
  const { machine, site } = run;
  await keep(run, `paused at ${formatPercent(machine.weight)}: ${reason}`, hold);
  site.ports.log.warning(`Paused at ${formatPercent(machine.weight)} until ${iso(until)}: ${reason}`);
  if (run.toldPause !== machine.pausedAt) {
    run.toldPause = machine.pausedAt;
    notify(run, { moment: 'pause', weight: machine.weight, reason, mend: WAY_ON });
  }
  return { ...soFar(run), outcome: 'paused', nextAt: until, pause: { why, reason } };
}

export const WAY_ON =
  'run the canary action with `command: promote` to let it go on, or `command: abort` to take all traffic back';

/** The job is being cancelled, and the rollout is not: says so in the record. Returns what to throw. */
export async function interrupted(run: Run): Promise<unknown> {
  const { ports } = run.site;
  const cause = ports.signal.reason;
  const words = `interrupted (${firstLine(cause)}) at ${formatPercent(run.machine.weight)}; the next tick goes on`;
  ports.log.warning(`The rollout stays in flight: ${words}`);
  try {
    await conclude(run, words, unchanged(run), { signal: lastSeconds() });
  } catch (error) {
    ports.log.warning(`Not recorded: ${describeError(error).text}`);
  }
  return cause;
}

async function keep(run: Run, words: string, hold: Hold): Promise<void> {
  if (JSON.stringify(run.written) === JSON.stringify(run.machine)) return;
  const { unrecorded: verdicts } = run;
  run.unrecorded = undefined;
  await conclude(run, words, unchanged(run), hold, verdicts && { verdicts });
}

/** Tells the machine nothing new. */
const unchanged = (run: Run): Observation => ({ kind: 'time', now: run.site.ports.clock.now() });

const soFar = (run: Run) => ({
  ...{ weight: run.machine.weight, revision: undefined },
  ...{ verdicts: run.verdicts, seen: run.seen, rollout: factsOf(run) },
});

const iso = (ms: number): string => new Date(ms).toISOString();
