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
 * Prometheus's base units, so `1%` is the ratio 0.01, `300ms` is 0.3 seconds, and a bare number is itself.
 */
export interface Limit {
  readonly value: number;
  readonly unit: 'ratio' | 'seconds' | 'number';
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
      const ratio = typeof value === 'string' ? parsePercent(value) : undefined;
      if (ratio !== undefined) return { value: ratio / 100, unit: 'ratio' };
      const ms = typeof value === 'string' ? parseDuration(value) : undefined;
      if (ms !== undefined) return { value: ms / 1_000, unit: 'seconds' };
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
  if (unit === 'ratio') return formatPercent(value * 100);
  if (unit === 'seconds' && value >= 0) return formatDuration(value * 1_000);
  return String(Number(value.toPrecision(6)));
}
