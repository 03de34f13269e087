import {
  duration,
  formatDuration,
  formatPercent,
  type Kind,
  parseDuration,
  parsePercent,
  percent,
} from '@fairway/schema';

/**
 * A limit as the configuration states it. `value` is what a measurement is compared with: providers give
 * percent (0 to 100) and milliseconds, so `1%` is 1, `1s` is 1000, and a bare number is itself.
 */
export interface Limit {
  readonly value: number;
  readonly unit: 'percent' | 'ms' | 'number';
}

export function limit(): Kind<Limit> {
  return {
    name: 'percentage, duration or number',
    json: {
      anyOf: [percent().json, duration().json, { type: 'number' }],
      examples: ['1%', '300ms', 100],
    },
    read(value, path, report) {
      if (typeof value === 'number' && Number.isFinite(value)) return { value, unit: 'number' };
      const share = typeof value === 'string' ? parsePercent(value) : undefined;
      if (share !== undefined) return { value: share, unit: 'percent' };
      const ms = typeof value === 'string' ? parseDuration(value) : undefined;
      if (ms !== undefined) return { value: ms, unit: 'ms' };
      report({
        path,
        message: `expected a percentage (1%), a duration (300ms) or a number, found ${JSON.stringify(value) ?? 'nothing'}`,
        on: 'value',
      });
      return undefined;
    },
  };
}

/** A measured value in the unit of its limit, for people: `2.3%`, `412ms`, `7`. */
export function showValue(value: number, unit: Limit['unit']): string {
  if (!Number.isFinite(value)) return String(value);
  if (unit === 'percent') return formatPercent(value);
  if (unit === 'ms' && value >= 0) return formatDuration(value);
  return String(Number(value.toPrecision(6)));
}
