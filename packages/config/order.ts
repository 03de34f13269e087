import { didYouMean, type Problem } from '@fairway/schema';

/** Environment -> the environments that must have a release first. */
export type Order = ReadonlyMap<string, readonly string[]>;

/** Unknown, own and circular `after`s. `index` is the position in the list, or undefined for plain text. */
export function orderProblems(order: Order, isList: (environment: string) => boolean): Problem[] {
  const problems: Problem[] = [];
  const known = [...order.keys()];
  for (const [environment, after] of order) {
    for (const [i, before] of after.entries()) {
      const path = ['environments', environment, 'after', ...(isList(environment) ? [i] : [])];
      if (before === environment) {
        problems.push({ path, message: `"${environment}" cannot come after itself`, on: 'value' });
      } else if (!order.has(before)) {
        const others = known.filter((name) => name !== environment);
        const valid = others.length ? didYouMean(before, others) : ' There is no other environment.';
        problems.push({ path, message: `unknown environment "${before}".${valid}`, on: 'value' });
      } else if (after.indexOf(before) < i) {
        problems.push({ path, message: `"${before}" stands in this list twice`, on: 'value' });
      }
    }
  }
  for (const cycle of cycles(order)) {
    const [first = ''] = cycle;
    problems.push({
      path: ['environments', first, 'after'],
      message: `the order is a cycle: ${[...cycle, first].join(' after ')}; remove one of these`,
      on: 'value',
    });
  }
  return problems;
}

/** Each cycle once, starting at the environment that stands first in the file. */
function cycles(order: Order): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: string[]): void => {
    const at = trail.indexOf(name);
    if (at >= 0) {
      // A self reference has its own message.
      if (trail.length - at > 1) found.push(trail.slice(at));
      return;
    }
    if (done.has(name)) return;
    for (const before of order.get(name) ?? []) visit(before, [...trail, name]);
    done.add(name);
  };
  for (const name of order.keys()) visit(name, []);
  return found;
}

/**
 * Levels of the order: an environment stands one level below the deepest it comes after. Within a level
 * the order of the file is kept. The order must be free of problems.
 */
export function levels(order: Order): string[][] {
  const depths = new Map<string, number>();
  const depth = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const deepest = Math.max(-1, ...(order.get(name) ?? []).map(depth));
    depths.set(name, deepest + 1);
    return deepest + 1;
  };
  const stages: string[][] = [];
  for (const name of order.keys()) {
    const at = depth(name);
    stages[at] ??= [];
    stages[at].push(name);
  }
  return stages;
}
