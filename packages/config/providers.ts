import { providerKinds } from '@fairway/metrics/kinds';
import type { Kind, Problem } from '@fairway/schema';
import { environmentsOf, items, mapping, type Raw, variant } from './raw.ts';

type Connections = Readonly<Record<string, Kind<unknown>>>;

/** Metrics of providers that cannot be asked without an entry under `providers:`. */
export function providerProblems(document: unknown, kinds: Connections = providerKinds): Problem[] {
  const everywhere = mapping(mapping(document)?.providers) ?? {};
  return environmentsOf(document).flatMap(([name, raw]) => {
    const strategy = variant(raw.strategy);
    if (!strategy) return [];
    const known: Raw = { ...everywhere, ...mapping(raw.providers) };
    return items(strategy.config.metrics).flatMap((metric, i) => {
      const types = Object.keys(mapping(metric) ?? {}).filter((key) => Object.hasOwn(kinds, key));
      return types.flatMap((type): Problem[] => {
        const lacks = Object.hasOwn(known, type) ? undefined : lacking(kinds[type]);
        const path = ['environments', name, 'strategy', strategy.type, 'metrics', i, type];
        const message = `${type} cannot be asked without \`providers: { ${type}: ... }\`: ${lacks}`;
        return lacks ? [{ path, message, on: 'key' }] : [];
      });
    });
  });
}

/** What an empty connection lacks. */
function lacking(kind: Kind<unknown> | undefined): string | undefined {
  const problems: string[] = [];
  kind?.read({}, [], ({ message }) => problems.push(message));
  return problems.length ? problems.join('; ') : undefined;
}
