import { type Released, readStatus, type Site, type Ticked } from '@fairway/engine';
import type { EnvironmentState } from '@fairway/ledger';
import type { Outcome } from '@fairway/runtime';
import type { definition } from './definition.ts';

/** What a command came to. */
export type Result = Omit<Released, 'outcome' | 'revision'> & {
  readonly outcome: Released['outcome'] | Ticked['outcome'] | 'planned';
};

/** As the ledger says it now. */
export async function outputsOf(
  site: Site,
  before: EnvironmentState,
  { outcome, weight, verdicts, nextAt, failure }: Result,
): Promise<Outcome<typeof definition>> {
  const { target, settings, ledger, environment } = site;
  const { live, previous } = await ledger.read(environment);
  return {
    outcome: outcome === 'recovered' ? (weight === 100 ? 'promoted' : 'aborted') : outcome,
    digest: live?.digest,
    previousDigest: (outcome === 'promoted' ? before.live : previous)?.digest,
    version: live?.version,
    revision: live?.revision,
    weight: String(weight),
    verdicts: JSON.stringify(verdicts),
    url: settings.url ?? target.url,
    nextAt: nextAt === undefined ? undefined : new Date(nextAt).toISOString(),
    paused: String(outcome === 'paused'),
    status: JSON.stringify(await readStatus(site)),
    ...(failure ? { failure } : {}),
  };
}
