/** Random numbers for statistical tests: the same on every run. */
export type Random = () => number;

export function random(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const gaussian = (next: Random): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** Exact, and quick for rare events: it jumps from one to the next. */
export function binomial(next: Random, total: number, chance: number): number {
  if (chance <= 0) return 0;
  let events = 0;
  for (let at = jump(next, chance); at <= total; at += jump(next, chance)) events++;
  return events;
}

const jump = (next: Random, chance: number) => 1 + Math.floor(Math.log(1 - next()) / Math.log1p(-chance));

/** The largest share of alarms that chance explains, at three standard deviations. */
export const explained = (alpha: number, runs: number): number =>
  alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / runs);

/** How many of `runs` alarm. */
export function alarms(runs: number, run: (next: Random) => boolean): number {
  let found = 0;
  for (let i = 0; i < runs; i++) if (run(random(1_000 + i))) found++;
  return found / runs;
}
