import { found, type Kind, type Path, type Report } from './kind.ts';
import { didYouMean } from './suggest.ts';
import {
  DURATION_PATTERN,
  formatDuration,
  PERCENT_PATTERN,
  parseDuration,
  parsePercent,
  parseSize,
  SIZE_PATTERN,
} from './units.ts';

const wrong = (report: Report, path: Path, message: string): undefined => {
  report({ path, message, on: 'value' });
};

/** Text that is not empty. Numbers and booleans of YAML are refused: quote them. */
export function text(options: { pattern?: RegExp; hint?: string } = {}): Kind<string> {
  return {
    name: 'text',
    json: { type: 'string', pattern: options.pattern?.source ?? '\\S' },
    read(value, path, report) {
      if (typeof value !== 'string')
        return wrong(
          report,
          path,
          // Only a scalar can be meant as text.
          `expected text, found ${found(value)}${typeof value === 'object' ? '' : '; quote it'}`,
        );
      if (value.trim() === '') return wrong(report, path, 'expected text, found nothing');
      if (options.pattern && !options.pattern.test(value)) {
        return wrong(
          report,
          path,
          `${found(value)} is not valid: ${options.hint ?? `must match ${options.pattern.source}`}`,
        );
      }
      return value;
    },
  };
}

/** Text that is masked before anything else is printed. */
export function secret(): Kind<string> {
  return { ...text(), name: 'secret', secret: true };
}

export function url(): Kind<string> {
  return {
    name: 'url',
    json: { type: 'string', format: 'uri', pattern: '^https?://' },
    read(value, path, report) {
      const good = typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
      return good
        ? value
        : wrong(report, path, `expected a URL with http:// or https://, found ${found(value)}`);
    },
  };
}

/** `true` or `false` only, as YAML 1.2 means them: `yes`, `on` and typos are errors. */
export function bool(): Kind<boolean> {
  return {
    name: 'boolean',
    json: { type: 'boolean' },
    fromText: (input) => (input === 'true' ? true : input === 'false' ? false : input),
    read: (value, path, report) =>
      typeof value === 'boolean'
        ? value
        : wrong(report, path, `expected true or false, found ${found(value)}`),
  };
}

interface Range {
  min?: number;
  max?: number;
}

function numeric(name: string, whole: boolean, { min, max }: Range): Kind<number> {
  const bounds = `${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` up to ${max}`}`;
  return {
    name,
    json: {
      type: whole ? 'integer' : 'number',
      ...(min === undefined ? {} : { minimum: min }),
      ...(max === undefined ? {} : { maximum: max }),
    },
    fromText: (input) => (/^-?[0-9]+(\.[0-9]+)?$/.test(input) ? Number(input) : input),
    read(value, path, report) {
      const good =
        typeof value === 'number' &&
        Number.isFinite(value) &&
        (!whole || Number.isSafeInteger(value)) &&
        value >= (min ?? -Infinity) &&
        value <= (max ?? Infinity);
      return good
        ? value
        : wrong(report, path, `expected a${whole ? ' whole' : ''} number${bounds}, found ${found(value)}`);
    },
  };
}

export const int = (range: Range = {}): Kind<number> => numeric('integer', true, range);
export const number = (range: Range = {}): Kind<number> => numeric('number', false, range);

/** `5%` -> 5 (0 to 100). */
export function percent(): Kind<number> {
  return {
    name: 'percentage',
    json: { type: 'string', pattern: PERCENT_PATTERN, examples: ['5%', '0.5%'] },
    read: (value, path, report) =>
      (typeof value === 'string' ? parsePercent(value) : undefined) ??
      wrong(report, path, `expected a percentage from 0% to 100% such as 5%, found ${found(value)}`),
  };
}

/** `1h30m` -> milliseconds. */
export function duration(limits: { min?: number } = {}): Kind<number> {
  return {
    name: 'duration',
    json: { type: 'string', pattern: DURATION_PATTERN, examples: ['30s', '5m', '1h30m'] },
    read(value, path, report) {
      const ms = typeof value === 'string' ? parseDuration(value) : undefined;
      if (ms === undefined) {
        return wrong(
          report,
          path,
          `expected a duration with a unit such as 30s, 5m or 1h30m, found ${found(value)}`,
        );
      }
      if (ms < (limits.min ?? 0))
        return wrong(report, path, `must be at least ${formatDuration(limits.min ?? 0)}`);
      return ms;
    },
  };
}

/** `10MiB` -> bytes. */
export function size(): Kind<number> {
  return {
    name: 'size',
    json: { type: 'string', pattern: SIZE_PATTERN, examples: ['500kB', '10MiB'] },
    read: (value, path, report) =>
      (typeof value === 'string' ? parseSize(value) : undefined) ??
      wrong(report, path, `expected a size with a unit such as 500kB or 10MiB, found ${found(value)}`),
  };
}

export function choice<const V extends string>(values: readonly V[]): Kind<V> {
  return {
    name: values.join(', '),
    json: { type: 'string', enum: values },
    read(value, path, report) {
      const match = values.find((candidate) => candidate === value);
      if (match !== undefined) return match;
      return wrong(report, path, `unknown value ${found(value)}.${didYouMean(String(value), values)}`);
    },
  };
}

/** Any value; an input's text must be JSON. */
export function json(): Kind<unknown> {
  return {
    name: 'JSON',
    json: {},
    fromText: parseJson,
    read(value, path, report) {
      return value instanceof SyntaxError ? wrong(report, path, `not valid JSON: ${value.message}`) : value;
    },
  };
}

function parseJson(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch (error) {
    return error;
  }
}
