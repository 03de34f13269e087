import type { Infer, Kind } from '@fairway/schema';
import { cloudwatchKind } from './cloudwatch/kinds.ts';
import { commandKind } from './command/kinds.ts';
import { datadogKind } from './datadog/kinds.ts';
import { haproxyKind } from './haproxy/kinds.ts';
import { httpKind } from './http/kinds.ts';
import type { MetricForm, ProviderKind } from './kinds-provider.ts';
import { newrelicKind } from './newrelic/kinds.ts';
import { processKind } from './process/kinds.ts';
import { prometheusKind } from './prometheus/kinds.ts';
import { sameForBoth } from './template.ts';
import type { Question } from './types.ts';

export type { MetricForm, ProviderKind } from './kinds-provider.ts';
export { defaultUnit, measuredUnit, RAW_UNITS, type RawUnit, type Unit } from './units.ts';

/** Every provider, by the name of its folder and of its key in a metric and under `providers:`. */
const providers = {
  cloudwatch: cloudwatchKind,
  command: commandKind,
  datadog: datadogKind,
  haproxy: haproxyKind,
  http: httpKind,
  newrelic: newrelicKind,
  process: processKind,
  prometheus: prometheusKind,
};

type Providers = typeof providers;
export type ProviderName = keyof Providers & string;

/** `{ name: errors, prometheus: '...' }`: the provider's name and its query, as its kind has read it. JSON. */
export type MetricSource = {
  [K in ProviderName]: { readonly type: K; readonly query: Infer<Providers[K]['query']> };
}[ProviderName];

function pick<P extends 'query' | 'connection'>(part: P): { [K in ProviderName]: Providers[K][P] } {
  const entries = Object.entries(providers).map(([name, provider]) => [
    name,
    provider[part] as Kind<unknown>,
  ]);
  return Object.fromEntries(entries);
}

/** The query in one metric, by provider. */
export const metricKinds = pick('query');

/** The connection of one provider, under `providers:`. Every provider works without where it can. */
export const providerKinds = pick('connection');

const kindOf = ({ type }: MetricSource): ProviderKind<never, unknown> =>
  // A source comes from the provider's own kind; TypeScript cannot follow the lookup.
  providers[type] as unknown as ProviderKind<never, unknown>;

/** What a metric's query gives. Pure. */
export const metricForm = (source: MetricSource): MetricForm => kindOf(source).form(source.query as never);

/** Why the two releases cannot be told apart by this query, in words; undefined: they can, or nothing is compared. */
export const sameQuestion = (
  source: MetricSource,
  releases: Pick<Question, 'candidate' | 'baseline'>,
): string | undefined => (kindOf(source).beyondNames ? undefined : sameForBoth(source.query, releases));

/** Whether the answers of two looks overlap; a metric that is compared must not. */
export const looksOverlap = (source: MetricSource): boolean =>
  kindOf(source).overlaps?.(source.query as never) ?? false;

/** Whether the query tells candidate and baseline apart; a metric that is compared must. */
export const tellsSidesApart = (source: MetricSource): boolean => kindOf(source).sided(source.query as never);
