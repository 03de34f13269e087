import type { Request } from '@fairway/ledger';
import type { Observation } from '@fairway/rollout';
import { describeError } from '@fairway/runtime';
import type { Hold } from './lease.ts';
import { cancellable, type Run } from './run.ts';

/** The ledger is asked this often, in ms, whether somebody wants something else of the rollout. */
export const ASK_EVERY = 7_500;

/**
 * What somebody asked of the rollout since it was looked for last, as the machine is told it. A ledger that
 * does not answer holds nothing up: it is asked again.
 */
export async function takeUp(run: Run): Promise<Observation | undefined> {
  const { ledger, environment, ports } = run.site;
  const now = ports.clock.now();
  if (now - run.askedAt < ASK_EVERY) return undefined;
  run.askedAt = now;
  let request: Request | undefined;
  try {
    const { rollout } = await ledger.read(environment);
    request = rollout?.id === run.id ? rollout.request : undefined;
  } catch (error) {
    ports.log.warning(`The ledger was not asked for requests: ${describeError(error).text}`);
  }
  if (!request || run.answers) return undefined;
  run.answers = request;
  return observationOf(request, ports.clock.now());
}

export function observationOf({ kind, full, by, why }: Omit<Request, 'at'>, now: number): Observation {
  if (kind === 'promote') return { kind: 'promote', now, full, by };
  return { kind: 'stop', now, reason: `${by} aborted it${why ? `: ${why}` : ''}` };
}

/** Written when the machine has taken it: what is asked for is done, or is no longer needed. */
export async function answered(run: Run, hold: Pick<Hold, 'signal'>): Promise<void> {
  const { answers, machine, carried } = run;
  // The abort's own record takes it up: nothing waits for another.
  if (!answers || machine.phase === 'aborting' || machine.phase === 'aborted') return;
  const paused = run.written.phase === 'paused';
  const asked = paused ? 'lets it go on' : 'asks to let it go on, and it is not paused';
  const words = `${answers.by} ${answers.full ? 'promotes it at once' : asked}`;
  const said = `${words}${answers.why ? `: ${answers.why}` : ''}`;
  await cancellable(carried.outcome(said, { machine, answers }), hold);
  run.written = machine;
  run.answers = undefined;
}
