/** The standard normal distribution function, to about 1e-14 (series and continued fraction). */
export const normalCdf = (z: number): number => (z < 0 ? tailOf(-z) : 1 - tailOf(z));

/** The share above z, for z >= 0. */
function tailOf(z: number): number {
  if (z > 38) return 0;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 2) {
    let [term, sum] = [z, z];
    for (let i = 1; i < 100 && term > 1e-17 * sum; i++) {
      term *= (z * z) / (2 * i + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let tail = z;
  for (let i = 100; i > 0; i--) tail = z + i / tail;
  return density / tail;
}

/** z with normalCdf(z) = p; 0 < p < 1. A bisection, then Newton's steps. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p !== last.p) last = { p, z: quantile(p) };
  return last.z;
}

/** Every look asks for the same one. */
let last = { p: 0.5, z: 0 };

function quantile(p: number): number {
  let [low, high] = [-38, 0];
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  let z = (low + high) / 2;
  for (let i = 0; i < 4; i++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    z = Math.min(high, Math.max(low, z - (normalCdf(z) - p) / density));
  }
  return z;
}
