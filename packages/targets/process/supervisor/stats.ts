/** Latencies are counted in classes 4% apart: the middle of one is off by 2% at most. */
const GROWTH = Math.log(1.04);
const SMALLEST = 0.05;
const CLASSES = 400;
/** Above the last lies the last class. */
const CLASS_BOUNDS = Array.from({ length: CLASSES }, (_, key) =>
  Number((SMALLEST * Math.exp(GROWTH * key)).toPrecision(6)),
);
/** Widths in ms and how many are kept: 15 minutes finely, 6 hours coarsely. */
const TIERS = [
  { width: 250, keep: 3_600 },
  { width: 15_000, keep: 1_440 },
] as const;
/** Upper bounds of the Prometheus histogram, in seconds. */
export const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

class Bucket {
  readonly index: number;
  requests = 0;
  errors = 0;
  readonly latencies = new Map<number, number>();

  constructor(index: number) {
    this.index = index;
  }
}

/** Milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Window {
  readonly requests: number;
  /** Answers with 5xx, and requests that got no whole answer from the release. */
  readonly errors: number;
  /** Upper bounds of the latency classes in ms, rising: the same for every window of every release. */
  readonly bounds: readonly number[];
  /** One more than there are bounds: what lies above all of them. */
  readonly counts: readonly number[];
}

/** Everything counted about one revision since the supervisor started. Memory is bounded. */
export class Stats {
  readonly byClass = new Map<string, number>();
  readonly histogram = BOUNDS.map(() => 0);
  proxyFailures = 0;
  requests = 0;
  seconds = 0;
  readonly #tiers = TIERS.map(() => [] as Bucket[]);

  /** `status` 0: the release gave no whole answer. */
  record(now: number, status: number, ms: number): void {
    const failed = status === 0 || status >= 500;
    if (status === 0) this.proxyFailures++;
    const name = status === 0 ? 'none' : `${Math.floor(status / 100)}xx`;
    this.byClass.set(name, (this.byClass.get(name) ?? 0) + 1);
    this.requests++;
    this.seconds += ms / 1_000;
    for (const [i, bound] of BOUNDS.entries()) {
      if (ms <= bound * 1_000) this.histogram[i] = (this.histogram[i] ?? 0) + 1;
    }
    const latency = Math.min(CLASSES, Math.max(0, Math.ceil(Math.log(ms / SMALLEST) / GROWTH)));
    for (const [i, { width, keep }] of TIERS.entries()) {
      const bucket = bucketAt(this.#tiers[i] ?? [], Math.floor(now / width), keep);
      bucket.requests++;
      if (failed) bucket.errors++;
      bucket.latencies.set(latency, (bucket.latencies.get(latency) ?? 0) + 1);
    }
  }

  /**
   * What ended between two points in time (ms since 1970), in whole buckets: windows that meet share none.
   * undefined when the window begins before what is kept.
   */
  window(from: number, to: number, now: number): Window | undefined {
    const tier = TIERS.findIndex(
      ({ width, keep }) => Math.floor(from / width) > Math.floor(now / width) - keep,
    );
    const width = TIERS[tier]?.width;
    if (width === undefined) return undefined;
    const merged = new Bucket(0);
    // The bucket that holds an edge belongs to the later one of two windows that meet there, and to no other.
    const [first, end] = [Math.floor(from / width), Math.floor(to / width)];
    for (const bucket of this.#tiers[tier] ?? []) {
      if (bucket.index < first || bucket.index >= end) continue;
      merged.requests += bucket.requests;
      merged.errors += bucket.errors;
      for (const [key, n] of bucket.latencies)
        merged.latencies.set(key, (merged.latencies.get(key) ?? 0) + n);
    }
    const { requests, errors, latencies } = merged;
    const counts = Array.from({ length: CLASSES + 1 }, (_, key) => latencies.get(key) ?? 0);
    return { requests, errors, bounds: CLASS_BOUNDS, counts };
  }
}

function bucketAt(buckets: Bucket[], index: number, keep: number): Bucket {
  const last = buckets.at(-1);
  // A clock that was set back counts into the newest bucket rather than reorder them.
  if (last && last.index >= index) return last;
  const made = new Bucket(index);
  buckets.push(made);
  const first = buckets.findIndex((bucket) => bucket.index > index - keep);
  if (first > 0) buckets.splice(0, first);
  return made;
}
