import { type Released, type Site, statusOf, type Ticked } from '@fairway/engine';
import type { EnvironmentState } from '@fairway/ledger';
import type { Outcome } from '@fairway/runtime';
import type { definition } from './definition.ts';

/** What a command came to. */
export type Result = Omit<Released, 'outcome' | 'revision'> & {
  readonly outcome: Released['outcome'] | Ticked['outcome'] | 'planned';
};

/** The newest looks that go into an output; GitHub limits all outputs of a job to 1 MB, in UTF-16. */
const LOOKS = 50;
const LARGEST = 250_000;

/** JSON of the newest that fit. */
export function newest(looks: Result['verdicts']): string {
  for (let kept = looks.slice(-LOOKS); ; kept = kept.slice(1)) {
    const text = JSON.stringify(kept);
    if (text.length <= LARGEST || kept.length === 0) return text;
  }
}

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
    verdicts: newest(verdicts),
    url: settings.url ?? target.url,
    nextAt: nextAt === undefined ? undefined : new Date(nextAt).toISOString(),
    paused: String(outcome === 'paused'),
    status: JSON.stringify(statusOf(state, ports.clock.now())),
    ...(failure ? { failure } : {}),
  };
}
