import type { Request } from '@fairway/ledger';
import type { Observation } from '@fairway/rollout';
import { describeError, UserError } from '@fairway/runtime';
import type { Hold } from './lease.ts';
import { cancellable, type Run } from './run.ts';

/** The ledger is asked this often, in ms, whether somebody wants something else of the rollout. */
export const ASK_EVERY = 7_500;

/**
 * What somebody asked of the rollout since it was looked for last, as the machine is told it. A ledger that
 * does not answer holds nothing up: it is asked again.
 */
export async function takeUp(run: Run): Promise<Observation | undefined> {
  const { clock } = run.site.ports;
  if (clock.now() - run.askedAt < ASK_EVERY) return undefined;
  run.askedAt = clock.now();
  const request = await requestOf(run);
  if (!request || run.answers) return undefined;
  // There is nothing to promote yet: it stays until the release stands.
  if (request.kind === 'promote' && isStarting(run)) {
    run.askedAt = 0;
    return undefined;
  }
  run.answers = request;
  const now = clock.now();
  return isStale(run, request) ? { kind: 'time', now } : observationOf(request, now);
}

/** Who asked did not know of this pause, or has let another one go on: what it waits for is still open. */
function isStale({ machine: { pausedAt } }: Run, { kind, full, at }: Request): boolean {
  return kind === 'promote' && !full && pausedAt !== undefined && Date.parse(at) < pausedAt;
}

export const isStarting = ({ machine: { phase } }: Run): boolean =>
  phase === 'staging' || phase === 'applying';

async function requestOf({ id, site }: Run): Promise<Request | undefined> {
  try {
    const { rollout } = await site.ledger.read(site.environment);
    return rollout?.id === id ? rollout.request : undefined;
  } catch (error) {
    site.ports.log.warning(`The ledger was not asked for requests: ${describeError(error).text}`);
    return undefined;
  }
}

/** An effect that may take minutes, and is left as soon as somebody wants the rollout aborted. */
export async function heeding(
  run: Run,
  hold: Hold,
  effect: (hold: Hold) => Promise<Observation>,
): Promise<Observation> {
  const stop = new AbortController();
  let asked: Request | undefined;
  const ask = async () => {
    const request = await requestOf(run);
    if (request?.kind !== 'abort' || stop.signal.aborted) return;
    asked = request;
    stop.abort(new UserError(`${request.by} aborted it`));
  };
  const timer = setInterval(() => void ask(), ASK_EVERY);
  timer.unref();
  try {
    return await effect({ ...hold, signal: AbortSignal.any([hold.signal, stop.signal]) });
  } catch (error) {
    hold.signal.throwIfAborted();
    if (!asked) throw error;
    run.answers = asked;
    return observationOf(asked, run.site.ports.clock.now());
  } finally {
    clearInterval(timer);
    // An effect that ended before it was stopped: the loop takes it up at once.
    if (asked) run.askedAt = 0;
  }
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
  const asked =
    machine.phase === 'paused'
      ? 'asked to let it go on before it paused for this'
      : run.written.phase === 'paused'
        ? 'lets it go on'
        : 'asks to let it go on, and it is not paused';
  const words = `${answers.by} ${answers.full ? 'promotes it at once' : asked}`;
  const said = `${words}${answers.why ? `: ${answers.why}` : ''}`;
  await cancellable(carried.outcome(said, { machine, answers }), hold);
  run.written = machine;
  run.answers = undefined;
}
