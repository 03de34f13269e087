import { didYouMean, type Kind, type Report } from '@fairway/schema';

export type TagType = 'schedule' | 'semver' | 'match' | 'edge' | 'ref' | 'raw' | 'sha';

/** One line of `tags`: `type=semver,pattern={{version}}`. Texts may hold expressions; see template.ts. */
export interface TagRule {
  readonly type: TagType;
  readonly enable: string;
  /** Tags are sorted by it, the highest first. */
  readonly priority: number;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Of schedule, semver and match. */
  readonly pattern?: string;
  /** Of semver, match and raw. */
  readonly value?: string;
  /** Of match: which group of the pattern. */
  readonly group?: number;
  /** Of edge. */
  readonly branch?: string;
  /** Of ref. */
  readonly event?: 'branch' | 'tag' | 'pr';
  /** Of sha. */
  readonly format?: 'short' | 'long';
}

const COMMON = ['enable', 'priority', 'prefix', 'suffix'];
const TYPES: Record<TagType, { readonly priority: number; readonly keys: readonly string[] }> = {
  schedule: { priority: 1000, keys: ['pattern'] },
  semver: { priority: 900, keys: ['pattern', 'value'] },
  match: { priority: 800, keys: ['pattern', 'group', 'value'] },
  edge: { priority: 700, keys: ['branch'] },
  ref: { priority: 600, keys: ['event'] },
  raw: { priority: 200, keys: ['value'] },
  sha: { priority: 100, keys: ['format'] },
};
const NEEDED: Partial<Record<TagType, string>> = {
  semver: 'pattern',
  match: 'pattern',
  ref: 'event',
  raw: 'value',
};

/** Reads a rule; a text that is no rule of a type is a tag of its own. */
export function tagRuleKind(): Kind<TagRule> {
  return {
    name: 'tag rule',
    json: { type: 'string', pattern: '\\S' },
    read(value, path, report) {
      if (typeof value !== 'string' || value.trim() === '') {
        report({
          path,
          message: 'expected a tag or a rule such as type=semver,pattern={{version}}',
          on: 'value',
        });
        return undefined;
      }
      let good = true;
      const refuse = (message: string) => {
        good = false;
        report({ path, message: `"${value}": ${message}`, on: 'value' });
      };
      const rule = readRule(value, refuse);
      return good ? rule : undefined;
    },
  };
}

/** Rules as lines of text, for the input and for defaults of ours. Throws TypeError for a wrong one. */
export function parseRules(lines: readonly string[]): TagRule[] {
  return lines.map((line) => {
    const problems: string[] = [];
    const report: Report = ({ message }) => problems.push(message);
    const rule = tagRuleKind().read(line, [], report);
    if (!rule) throw new TypeError(problems.join('; '));
    return rule;
  });
}

function readRule(line: string, refuse: (message: string) => void): TagRule | undefined {
  const given = new Map<string, string>();
  for (const field of splitFields(line, refuse)) {
    // An expression may hold "=", a key does not hold expressions.
    const at = /^[^{=]+=/.test(field) ? field.indexOf('=') : -1;
    const key = at < 0 ? 'value' : field.slice(0, at).trim().toLowerCase();
    if (given.has(key)) refuse(`${key} is there twice`);
    given.set(key, field.slice(at + 1).trim());
  }
  const type = (given.get('type') ?? 'raw') as TagType;
  if (!Object.hasOwn(TYPES, type)) {
    refuse(`unknown type "${type}".${didYouMean(type, Object.keys(TYPES))}`);
    return undefined;
  }
  const known = ['type', ...COMMON, ...TYPES[type].keys];
  for (const key of given.keys()) {
    if (!known.includes(key)) refuse(`type=${type} has no "${key}".${didYouMean(key, known)}`);
  }
  const needed = NEEDED[type];
  if (needed && !given.get(needed)) refuse(`type=${type} needs ${needed}=`);
  oneOf(given.get('event'), ['branch', 'tag', 'pr'], 'event', refuse);
  oneOf(given.get('format'), ['short', 'long'], 'format', refuse);
  const number = (key: string) => wholeNumber(given.get(key), key, refuse);
  const { type: _, enable = 'true', priority: _p, group: _g, ...texts } = Object.fromEntries(given);
  const group = number('group');
  return {
    ...texts,
    type,
    enable,
    priority: number('priority') ?? TYPES[type].priority,
    ...(group === undefined ? {} : { group }),
  } as TagRule;
}

/** Splits at commas, but not within double quotes (as in CSV) and not within `{{ }}`. */
function splitFields(line: string, refuse: (message: string) => void): string[] {
  const fields = line.match(/(?:"(?:[^"]|"")*"|\{\{.*?\}\}|[^,"])+|"/g) ?? [];
  return fields.map((field) => {
    const text = field.trim();
    if (text === '"') refuse('a double quote is not closed');
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
  });
}

function oneOf(
  given: string | undefined,
  valid: readonly string[],
  key: string,
  refuse: (message: string) => void,
) {
  if (given !== undefined && !valid.includes(given)) {
    refuse(`unknown ${key} "${given}".${didYouMean(given, valid)}`);
  }
}

function wholeNumber(text: string | undefined, key: string, refuse: (message: string) => void) {
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  refuse(`${key} is not a whole number: "${text}"`);
  return undefined;
}
