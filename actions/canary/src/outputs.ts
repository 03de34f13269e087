import { type Released, type Site, statusOf, type Ticked } from '@fairway/engine';
import type { EnvironmentState } from '@fairway/ledger';
import type { Outcome } from '@fairway/runtime';
import type { definition } from './definition.ts';

/** What a command came to. */
export type Result = Omit<Released, 'outcome' | 'revision'> & {
  readonly outcome: Released['outcome'] | Ticked['outcome'] | 'planned';
};

/** The newest looks that go into an output, which GitHub limits to 1 MB for all of a job. */
const LOOKS = 50;

/** As the ledger says it now. */
export async function outputsOf(
  site: Site,
  before: EnvironmentState,
  { outcome, weight, verdicts, nextAt, failure }: Result,
): Promise<Outcome<typeof definition>> {
  const { target, settings, ledger, environment, ports } = site;
  const state = await ledger.read(environment);
  const { live, previous } = state;
  return {
    outcome: outcome === 'recovered' ? (weight === 100 ? 'promoted' : 'aborted') : outcome,
    digest: live?.digest,
    previousDigest: (outcome === 'promoted' ? before.live : previous)?.digest,
    version: live?.version,
    revision: live?.revision,
    weight: String(weight),
    verdicts: JSON.stringify(verdicts.slice(-LOOKS)),
    url: settings.url ?? target.url,
    nextAt: nextAt === undefined ? undefined : new Date(nextAt).toISOString(),
    paused: String(outcome === 'paused'),
    status: JSON.stringify(statusOf(state, ports.clock.now())),
    ...(failure ? { failure } : {}),
  };
}
