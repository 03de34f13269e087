/** Simulated releases: requests with a share, an outcome and a latency, whose truth is known. */
export interface Truth {
  readonly name: string;
  /** Share of requests that fail, of each release. */
  readonly errors: { readonly baseline: number; readonly candidate: number };
  /** All latencies of the candidate are this many times the baseline's. */
  readonly slower: number;
}

export const STEPS = [0.05, 0.25, 0.5];
/** Minutes of each step: as many points a metric as Spinnaker advises for Kayenta. */
export const MINUTES = 50;
/** Requests a second. */
export const RATE = 20;
/** Cells of a minute: looks can be this close to each other. */
export const CELLS = 10;
/** Classes 4% apart from 20 ms on, as the process target counts them; the same of a twentieth for exact quantiles. */
const GROWTH = Math.log(1.04);
const LOWEST = Math.log(20);
export const BOUNDS = Array.from({ length: 120 }, (_, i) => Number(Math.exp(LOWEST + GROWTH * i).toFixed(4)));
const FINE = 20;
const MEDIAN = Math.log(100);
const SIGMA = 0.5;

/** One side of one cell. */
export interface Cell {
  requests: number;
  errors: number;
  readonly classes: Uint32Array;
}
export interface Minute {
  readonly errorRate: number;
  /** Exact to a fifth of a percent. NaN without requests. */
  readonly p95: number;
}
interface Side<T> {
  readonly candidate: T;
  readonly baseline: T;
}
/** A whole release, as if nobody stopped it. */
export interface Stream {
  readonly cells: readonly Side<Cell>[];
  readonly minutes: readonly Side<Minute>[];
}

export type Random = () => number;

/** Mulberry32: small, fast, good enough to simulate with, and the same everywhere. */
export function random(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function gaussian(next: Random): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Quantiles of the normal distribution: drawing one is drawing an index. */
const NORMALS = (() => {
  const next = random(1);
  const values = Float64Array.from({ length: 1 << 16 }, () => gaussian(next)).sort();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
})();

export function stream(truth: Truth, seed: number, rate = RATE): Stream {
  const next = random(seed);
  const cells: Side<Cell>[] = [];
  const minutes: Side<Minute>[] = [];
  const fine = { candidate: new Uint32Array(FINE * 121), baseline: new Uint32Array(FINE * 121) };
  for (let minute = 0; minute < STEPS.length * MINUTES; minute++) {
    const share = STEPS[Math.floor(minute / MINUTES)] ?? 0;
    // Load comes and goes, and hits both sides alike.
    const load = 0.1 * Math.sin(minute / 25) + 0.03 * gaussian(next);
    fine.candidate.fill(0);
    fine.baseline.fill(0);
    const before = cells.length;
    for (let i = 0; i < CELLS; i++) cells.push(cell({ ...truth, share, rate, load }, next, fine));
    const own = cells.slice(before);
    minutes.push({
      candidate: minuteOf(
        own.map(({ candidate }) => candidate),
        fine.candidate,
      ),
      baseline: minuteOf(
        own.map(({ baseline }) => baseline),
        fine.baseline,
      ),
    });
  }
  return { cells, minutes };
}

const empty = (): Cell => ({ requests: 0, errors: 0, classes: new Uint32Array(BOUNDS.length + 1) });

interface Moment extends Truth {
  readonly share: number;
  readonly rate: number;
  readonly load: number;
}

function cell(truth: Moment, next: Random, fine: Side<Uint32Array>): Side<Cell> {
  const { share, rate, load } = truth;
  const sides = { candidate: empty(), baseline: empty() };
  const worse = Math.exp(load);
  const mean = (rate * 60) / CELLS;
  const requests = Math.max(0, Math.round(mean + Math.sqrt(mean) * gaussian(next)));
  const errors = { candidate: truth.errors.candidate * worse, baseline: truth.errors.baseline * worse };
  const slow = Math.log(truth.slower);
  for (let i = 0; i < requests; i++) {
    const name = next() < share ? 'candidate' : 'baseline';
    const side = sides[name];
    side.requests++;
    if (next() < errors[name]) side.errors++;
    const normal = NORMALS[(next() * NORMALS.length) | 0] as number;
    const log = MEDIAN + load + SIGMA * normal + (name === 'candidate' ? slow : 0);
    const place = Math.min(
      FINE * 121 - 1,
      Math.max(0, Math.ceil(((log - LOWEST) / GROWTH) * FINE + FINE - 1)),
    );
    const counts = fine[name];
    counts[place] = (counts[place] ?? 0) + 1;
    const coarse = (place / FINE) | 0;
    side.classes[coarse] = (side.classes[coarse] ?? 0) + 1;
  }
  return sides;
}

function minuteOf(cells: readonly Cell[], fine: Uint32Array): Minute {
  const requests = cells.reduce((sum, cell) => sum + cell.requests, 0);
  const errors = cells.reduce((sum, cell) => sum + cell.errors, 0);
  let left = Math.floor(0.05 * requests);
  let i = fine.length - 1;
  for (; i > 0; i--) {
    left -= fine[i] as number;
    if (left < 0) break;
  }
  const p95 = Math.exp(LOWEST + ((i - FINE + 1) / FINE) * GROWTH);
  return requests ? { errorRate: errors / requests, p95 } : { errorRate: Number.NaN, p95: Number.NaN };
}
