/** Exact one-look inference about counts: the conditional binomial test and its interval. */

/** `events` of `total`. */
export interface Counts {
  readonly events: number;
  readonly total: number;
}

/**
 * The ratio of two rates of rare events (candidate over baseline) from one look, exactly: given all events, those
 * of the candidate are binomial with the odds ratio * n_c / n_b (Clopper and Pearson). Not made for many looks.
 * `high` is Infinity while the baseline has no event. undefined without exposure or events.
 */
export function ratioInterval(candidate: Counts, baseline: Counts, confidence: number) {
  const { events: x, total: n } = candidate;
  const { events: y, total: m } = baseline;
  if (!(n > 0 && m > 0 && x + y > 0)) return undefined;
  const tail = (1 - confidence) / 2;
  const ratio = (share: number) => (share >= 1 ? Number.POSITIVE_INFINITY : ((share / (1 - share)) * m) / n);
  const low = x > 0 ? ratio(inverseBeta(tail, x, y + 1)) : 0;
  const high = y > 0 ? ratio(inverseBeta(1 - tail, x + 1, y)) : Number.POSITIVE_INFINITY;
  return { low, high };
}

/** The mid-p value of "the candidate's rate is at most `ratio` times the baseline's", from one look. */
export function ratioTest(candidate: Counts, baseline: Counts, ratio = 1): number {
  const k = candidate.events + baseline.events;
  const share = (ratio * candidate.total) / (ratio * candidate.total + baseline.total);
  const { events: x } = candidate;
  if (!(share > 0 && share < 1) || k === 0) return 1;
  const atLeast = (events: number) =>
    events <= 0 ? 1 : events > k ? 0 : beta(share, events, k - events + 1);
  return (atLeast(x) + atLeast(x + 1)) / 2;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** The log of the gamma function, for z > 0. */
export function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const t = z + 6.5;
  const sum = LANCZOS.reduce((total, c, i) => total + c / (z + i), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The regularized incomplete beta function. */
export function beta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a);
  const front = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (Math.exp(front) / a) * fraction(x, a, b);
}

/** Lentz's continued fraction. */
function fraction(x: number, a: number, b: number): number {
  const guard = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return result;
}

/** x with beta(x, a, b) = p; bisection that Newton's steps shorten. */
export function inverseBeta(p: number, a: number, b: number): number {
  const norm = logGamma(a + b) - logGamma(a) - logGamma(b);
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let i = 0; i < 100 && high - low > 1e-12 * high; i++) {
    const off = beta(x, a, b) - p;
    if (off > 0) high = x;
    else low = x;
    const slope = Math.exp(norm + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
    const next = x - off / slope;
    const good = next > low && next < high;
    if (good && Math.abs(next - x) < 1e-10 * x) return next;
    x = good ? next : (low + high) / 2;
  }
  return x;
}
