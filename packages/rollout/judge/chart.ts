import type { Limit } from '../threshold-kind.ts';
import { shown } from './words.ts';

export interface ChartData {
  /** Values by time; undefined or NaN: no data. */
  readonly candidate: readonly (number | undefined)[];
  readonly baseline?: readonly (number | undefined)[];
  readonly limit?: number;
  readonly unit?: Limit['unit'];
  /** Characters; more values are drawn together, by their largest. Default 40. */
  readonly width?: number;
}

const BLOCKS = '▁▂▃▄▅▆▇█';
const GAP = '·';

/**
 * A small chart for logs and summaries, all lines on one scale from 0 (or the least, if below):
 *
 *     candidate  ▁▁▂▅█  4.1%
 *     baseline   ▁▁▁▁▁  0.9%
 *     limit      ▂▂▂▂▂  1%
 */
export function chart({ candidate, baseline, limit, unit = 'number', width = 40 }: ChartData): string {
  const rows = [
    { name: 'candidate', values: squeezed(candidate, width) },
    ...(baseline ? [{ name: 'baseline', values: squeezed(baseline, width) }] : []),
  ];
  const columns = Math.max(...rows.map(({ values }) => values.length));
  if (columns === 0) return '';
  const all = rows.flatMap(({ values }) => values).filter((value) => value !== undefined);
  const low = Math.min(0, ...all, limit ?? 0);
  const high = Math.max(...all, limit ?? Number.NEGATIVE_INFINITY);
  const lines = limit === undefined ? [] : [{ name: 'limit', values: new Array(columns).fill(limit) }];
  return [...rows, ...lines]
    .map(({ name, values }) => {
      const last = values.findLast((value) => value !== undefined);
      const figure = last === undefined ? 'no data' : shown(last, unit);
      return `${name.padEnd(10)} ${values.map((value) => block(value, low, high)).join('')}  ${figure}`;
    })
    .join('\n');
}

function block(value: number | undefined, low: number, high: number): string {
  if (value === undefined) return GAP;
  const part = high > low ? (value - low) / (high - low) : 0;
  return BLOCKS[Math.min(BLOCKS.length - 1, Math.floor(part * BLOCKS.length))] ?? GAP;
}

function squeezed(values: readonly (number | undefined)[], width: number): (number | undefined)[] {
  const columns = Math.min(values.length, Math.max(1, width));
  return Array.from({ length: columns }, (_, i) => {
    const from = Math.floor((i * values.length) / columns);
    const to = Math.floor(((i + 1) * values.length) / columns);
    const seen = values.slice(from, to).filter((value) => value !== undefined && Number.isFinite(value));
    return seen.length ? Math.max(...(seen as number[])) : undefined;
  });
}
