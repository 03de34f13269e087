import type { Value } from '../expression/evaluate.ts';

type Combination = Record<string, Value>;

/** GitHub's limit of jobs in one matrix. */
const MAX_JOBS = 256;

/** Expands an evaluated `strategy.matrix` into its combinations: vectors, then exclude, then include. */
export function expandMatrix(matrix: Value): Combination[] {
  if (matrix === null) return [{}];
  if (!isObject(matrix)) throw new Error('strategy.matrix must be a mapping');
  const vectors = Object.entries(matrix).filter(([key]) => key !== 'include' && key !== 'exclude');
  let combinations: Combination[] = vectors.length > 0 ? [{}] : [];
  for (const [key, values] of vectors) {
    if (!Array.isArray(values)) throw new Error(`matrix vector '${key}' must be a list`);
    if (values.length === 0) throw new Error(`matrix vector '${key}' does not contain any values`);
    combinations = combinations.flatMap((combination) =>
      values.map((value) => ({ ...combination, [key]: value })),
    );
  }
  const excludes = listOf(matrix.exclude, 'exclude');
  combinations = combinations.filter((combination) => !excludes.some((rule) => partOf(rule, combination)));
  const all = includeInto(
    combinations,
    listOf(matrix.include, 'include'),
    new Set(vectors.map(([key]) => key)),
  );
  if (all.length > MAX_JOBS)
    throw new Error(`the matrix makes ${all.length} jobs; GitHub allows ${MAX_JOBS}`);
  if (all.length === 0) throw new Error('the matrix makes no job: exclude leaves nothing');
  return all;
}

/**
 * An include extends every combination whose original values it does not overwrite; when there is none it
 * becomes a combination of its own. Values that an earlier include added may be overwritten.
 */
function includeInto(combinations: Combination[], includes: Combination[], keys: Set<string>): Combination[] {
  const extended = combinations.map((combination) => ({ ...combination }));
  const added: Combination[] = [];
  for (const include of includes) {
    const shared = Object.fromEntries(Object.entries(include).filter(([key]) => keys.has(key)));
    const fitting = extended.filter((_, index) => partOf(shared, combinations[index] ?? {}));
    for (const combination of fitting) Object.assign(combination, include);
    if (fitting.length === 0) added.push({ ...include });
  }
  return [...extended, ...added];
}

function listOf(value: Value | undefined, what: string): Combination[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw new Error(`strategy.matrix.${what} must be a list of mappings`);
}

/** Whether every value of a rule is in the combination; objects match by the parts the rule names. */
function partOf(rule: Value, value: Value | undefined): boolean {
  if (isObject(rule)) {
    return isObject(value) && Object.entries(rule).every(([key, item]) => partOf(item, value[key]));
  }
  if (Array.isArray(rule)) return JSON.stringify(rule) === JSON.stringify(value);
  return rule === value;
}

function isObject(value: Value | undefined): value is Combination {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The values as GitHub puts them behind a job's name: `(20, ubuntu)`. */
export function matrixLabel(combination: Combination): string {
  const flat = (value: Value): string[] =>
    value !== null && typeof value === 'object' ? Object.values(value).flatMap(flat) : [String(value ?? '')];
  const values = Object.values(combination)
    .flatMap(flat)
    .filter((value) => value !== '');
  return values.length > 0 ? ` (${values.join(', ')})` : '';
}
