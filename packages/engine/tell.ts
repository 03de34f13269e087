import type { Entry } from '@fairway/ledger';
import { describeError, GateError } from '@fairway/runtime';
import type { Progress } from './finish.ts';
import { WAY_ON } from './leave.ts';
import { annotateVerdicts, summarizeRollout } from './report/index.ts';
import type { Site } from './site.ts';

/** How far back in the ledger a rollout is told: a long one renews its lease many times. */
const EVENTS = 300;

type Told = Pick<Progress, 'weight' | 'seen' | 'verdicts' | 'nextAt' | 'rollout'> & {
  readonly outcome: string;
};

/** The summary of a rollout, from the whole record, and annotations of what stopped it. False: there is none. */
export async function summarizeRun(site: Site, told: Told, title?: string): Promise<boolean> {
  const { ports, environment } = site;
  const { outcome, weight, seen, verdicts, nextAt, rollout } = told;
  if (!rollout) return false;
  if (outcome === 'aborted') annotateVerdicts(ports.log, environment, verdicts.at(-1)?.verdicts ?? []);
  const named = title === undefined ? {} : { title };
  try {
    const history = await historyOf(site);
    const own = { outcome, weight, nextAt, own: verdicts, seen };
    summarizeRollout(ports.summary, { ...rollout, ...named, ...own, environment, history });
    return true;
  } catch (error) {
    // What was done is done, whether it can be shown or not.
    ports.log.warning(`The rollout is not shown in the summary: ${describeError(error).text}`);
    return false;
  }
}

/** What was done is done and recorded: a ledger that does not answer now costs the summary its past only. */
async function historyOf({ ledger, environment, ports }: Site): Promise<Entry[]> {
  // A cancelled job has no time to look back.
  if (ports.signal.aborted) return [];
  try {
    return await ledger.history(environment, EVENTS);
  } catch (error) {
    ports.log.warning(`The summary lacks what the record holds: ${describeError(error).text}`);
    return [];
  }
}

/** A job that ends at a pause is red: nobody would look for it otherwise. */
export function pausedError(
  { environment }: Site,
  { weight, pause }: Pick<Progress, 'weight' | 'pause'>,
): GateError {
  return new GateError(`the rollout is paused at ${weight}%: ${pause?.reason ?? 'it waits for a person'}`, {
    where: environment,
    mend: WAY_ON,
  });
}
