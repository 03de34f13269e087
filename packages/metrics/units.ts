import type { Measured } from './types.ts';

/** What a metric's values are in once measured: percent from 0 to 100, milliseconds, or plain numbers. */
export type Unit = 'percent' | 'ms' | 'number';

/** What a raw query gives: `ratio` is 0 to 1, `s` are seconds. */
export const RAW_UNITS = ['ratio', 'percent', 's', 'ms', 'number'] as const;
export type RawUnit = (typeof RAW_UNITS)[number];

const SCALES: Record<RawUnit, { readonly unit: Unit; readonly factor: number }> = {
  ratio: { unit: 'percent', factor: 100 },
  percent: { unit: 'percent', factor: 1 },
  s: { unit: 'ms', factor: 1_000 },
  ms: { unit: 'ms', factor: 1 },
  number: { unit: 'number', factor: 1 },
};

/** The unit of the values once measured. */
export const measuredUnit = (raw: RawUnit): Unit => SCALES[raw].unit;

const BY_LIMIT: Record<Unit, RawUnit> = { percent: 'ratio', ms: 's', number: 'number' };

/** What a query is taken to give when nothing says so: by the unit of the metric's limit, if it has one. */
export const defaultUnit = (limit: Unit | undefined): RawUnit => BY_LIMIT[limit ?? 'number'];

/** Into percent, milliseconds or plain numbers. Counts have no unit. */
export function scaled(measured: Measured, raw: RawUnit): Measured {
  const { factor } = SCALES[raw];
  if (factor === 1 || measured.kind === 'counts') return measured;
  // Without digits that only the multiplication has made: 0.07 * 100 is 7.
  const scale = (value: number) =>
    Number.isFinite(value) ? Number((value * factor).toPrecision(15)) : value;
  switch (measured.kind) {
    case 'value':
      return { ...measured, value: scale(measured.value) };
    case 'series':
      return { ...measured, points: measured.points.map(({ at, value }) => ({ at, value: scale(value) })) };
    case 'histogram':
      return { ...measured, bounds: measured.bounds.map(scale) };
  }
}
