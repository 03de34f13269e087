import type { Problem } from '@fairway/schema';
import { fitProblems } from './fit.ts';
import { notifyProblems } from './notified.ts';
import { type Order, orderProblems } from './order.ts';
import { providerProblems } from './providers.ts';
import { mapping } from './raw.ts';

/**
 * What single values cannot show: the promotion order, ports used twice, strategies that a target cannot do.
 * Works on the raw document, so that these are reported together with the problems of single values;
 * whatever has the wrong shape is passed over here.
 */
export function semanticProblems(document: unknown): Problem[] {
  const environments = Object.entries(mapping(mapping(document)?.environments) ?? {});
  const order: Order = new Map(environments.map(([name, raw]) => [name, after(mapping(raw)?.after)]));
  const lists = new Set(environments.filter(([, raw]) => Array.isArray(mapping(raw)?.after)).map(([n]) => n));
  return [
    ...orderProblems(order, (name) => lists.has(name)),
    ...portProblems(environments),
    ...fitProblems(environments),
    ...providerProblems(document),
    ...notifyProblems(document),
  ];
}

function after(raw: unknown): string[] {
  return (Array.isArray(raw) ? raw : [raw])
    .map((entry) => (typeof entry === 'string' ? entry : ''))
    .filter(Boolean);
}

/** Two process targets on this machine cannot listen on one port. */
function portProblems(environments: readonly [string, unknown][]): Problem[] {
  const problems: Problem[] = [];
  const used = new Map<number, string>();
  for (const [name, raw] of environments) {
    const port = mapping(mapping(mapping(raw)?.target)?.process)?.port;
    if (typeof port !== 'number') continue;
    const other = used.get(port);
    if (other === undefined) used.set(port, name);
    else {
      const path = ['environments', name, 'target', 'process', 'port'];
      problems.push({ path, message: `port ${port} is already used by "${other}"`, on: 'value' });
    }
  }
  return problems;
}
