const MINUTE = 60_000;

export interface Window {
  /** ms since 1970; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Seconds that a point stands for. */
  readonly period: number;
}

/**
 * CloudWatch keeps figures by the minute (or by a shorter period), so a window is moved to whole minutes, both
 * ends down: windows that follow one another lose nothing and count nothing twice. undefined: no whole minute.
 * `delay`: figures are this late, in ms. `step`: ms between the points of a series; without it one point is to
 * stand for the whole window unless `period` (ms) says otherwise.
 */
export function windowOf(
  asked: { readonly from: number; readonly to: number },
  { period, delay, step }: { period?: number | undefined; delay: number; step?: number | undefined },
): Window | undefined {
  const grain = Math.min(period ?? MINUTE, MINUTE);
  const down = (at: number) => Math.floor((at - delay) / grain) * grain;
  const [from, to] = [down(asked.from), down(asked.to)];
  if (to <= from) return undefined;
  const wanted = period ?? step ?? to - from;
  // A step between two periods is rounded up: there are no points in between.
  const ms = wanted <= grain ? grain : Math.ceil(wanted / MINUTE) * MINUTE;
  return { from, to, period: Math.min(ms, Math.max(to - from, grain)) / 1_000 };
}
