import { annotateVerdicts, type Site, summarize, summarizeRollout } from '@fairway/engine';
import type { Release } from '@fairway/ledger';
import type { Result } from './outputs.ts';

/** How far back in the ledger a rollout is told: a long one renews its lease many times. */
const EVENTS = 500;

/** What was done, for the summary and the annotations of the job. */
export async function report(
  site: Site,
  result: Result,
  about: { command: string; release: Release | undefined; before: Release | undefined },
): Promise<void> {
  const { ports, environment, ledger } = site;
  const { outcome, weight, seen, verdicts, nextAt, rollout } = result;
  const { release, before, command } = about;
  const title = command === 'run' ? 'Canary' : `Canary: ${command}`;
  if (rollout) {
    const history = await ledger.history(environment, EVENTS);
    const told = { ...rollout, title, environment, outcome, weight, nextAt, history, own: verdicts, seen };
    summarizeRollout(ports.summary, told);
    if (outcome === 'aborted') annotateVerdicts(ports.log, environment, verdicts.at(-1)?.verdicts ?? []);
  } else if (release) {
    summarize(ports.summary, site, { title, outcome, release, before, seen });
  }
}
