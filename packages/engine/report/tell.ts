import type { Entry, Release } from '@fairway/ledger';
import { describeError } from '@fairway/runtime';
import type { StepVerdicts } from '../run.ts';
import type { Site } from '../site.ts';
import { summarize } from './finding.ts';
import { summarizeRollout } from './rollout.ts';

/** What became of a release in this job. */
export interface Result {
  readonly outcome: string;
  /** Percent of the traffic it has now. */
  readonly weight: number;
  readonly verdicts: readonly StepVerdicts[];
  readonly seen: readonly string[];
  readonly nextAt?: number;
  readonly pause?: { readonly reason: string };
  readonly failure?: Error;
}

export interface About {
  /** `Canary`, `Canary: tick`. */
  readonly title: string;
  readonly release: Release;
  /** What was live before. */
  readonly before: Release | undefined;
}

/** An older rollout of the same release is not what this job did. */
const NOTHING_DONE = new Set(['unchanged', 'planned', 'idle']);

/** Events of the environment that are read for a summary. */
const HISTORY = 300;

/**
 * The summary of a job that carried a rollout: with the steps and measurements that the ledger kept, also those
 * of earlier jobs. A ledger that does not answer costs the summary its steps and nothing else.
 */
export async function summarizeResult(site: Site, result: Result, about: About): Promise<void> {
  const { ports, environment } = site;
  const { summary } = ports;
  const { outcome, weight, verdicts, seen } = result;
  const { title, release, before } = about;
  const history = NOTHING_DONE.has(outcome) ? [] : await historyOf(site);
  const own = history.filter(({ event }) => event.data?.rollout !== undefined);
  const id = own.find(({ state }) => state.rollout?.release.digest === release.digest)?.state.rollout?.id;
  if (id === undefined) {
    summarize(summary, site, { title, outcome, release, before, seen });
    return;
  }
  summarizeRollout(summary, {
    ...{ environment, id, release, before, title, outcome, weight, history, seen, own: verdicts },
    reason: result.pause?.reason ?? whyStopped(history, id) ?? result.failure?.message,
    nextAt: result.nextAt,
    places: [
      ['Target', site.target.location],
      ...(site.target.url ? ([['URL', site.target.url]] as const) : []),
      ['Ledger', site.ledger.location],
    ],
  });
}

async function historyOf({ ledger, environment, ports }: Site): Promise<Entry[]> {
  try {
    return await ledger.history(environment, HISTORY);
  } catch (error) {
    ports.log.warning(`The summary lacks the steps: ${describeError(error).text}`);
    return [];
  }
}

/** As the record says it. */
function whyStopped(history: readonly Entry[], id: string): string | undefined {
  const stop = history.find(({ event }) => event.type === 'rollout-stopped' && event.data?.rollout === id);
  const why = stop?.event.data?.why;
  return typeof why === 'string' ? why : undefined;
}
