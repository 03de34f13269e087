interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Where a falling function, which may have steps, goes from above 0 to 0 or below. Found to `precision` of the
 * range, with few evaluations where the function is smooth (regula falsi) and never more than twice those of a
 * bisection where it is not. Outside of the range it is taken as crossed. `guess`: where to look first.
 */
export function crossing(
  guess: number | undefined,
  height: (at: number) => number,
  { low, high }: Range,
  precision = 1e-11,
): number {
  const slack = precision * Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);
  let left = { at: low - slack, height: Number.NaN };
  let right = { at: high + slack, height: Number.NaN };
  const see = (at: number) => {
    const found = { at, height: height(at) };
    if (found.height > 0) left = found;
    else right = found;
  };
  if (guess !== undefined) bracket(guess, (high - low) / 1e5, () => [left.at, right.at], see);
  for (let round = 0; right.at - left.at > slack && round < 200; round++) {
    const middle = left.at + (right.at - left.at) / 2;
    // Later every third step halves, so that steps of the function cannot make it crawl.
    const at = round % 3 === 2 && round > 5 ? middle : falsi(left, right, slack, round);
    if (!(at > left.at && at < right.at)) break;
    see(at);
  }
  return (left.at + right.at) / 2;
}

interface Point {
  readonly at: number;
  readonly height: number;
}

/** Where the line between both ends is 0; a little past it in turn, so that both ends close in. */
function falsi(left: Point, right: Point, slack: number, round: number): number {
  const middle = left.at + (right.at - left.at) / 2;
  const part = left.height / (left.height - right.height);
  if (!(part >= 0 && part <= 1)) return middle;
  const line = left.at + part * (right.at - left.at);
  const past = Math.max(slack / 4, (right.at - left.at) * 1e-4);
  const at = round % 2 === 0 ? line + past : line - past;
  return at > left.at && at < right.at ? at : middle;
}

/** Looks to both sides of a guess, further and further, until the crossing lies between. */
function bracket(
  guess: number,
  first: number,
  ends: () => readonly [number, number],
  see: (at: number) => void,
): void {
  const [from, to] = ends();
  for (let step = first; step > 0; step *= 8) {
    const [low, high] = ends();
    if (low > from && high < to) return;
    const at = low > from || guess - step > to ? guess + step : guess - step;
    if (!(at > low && at < high)) return;
    see(at);
  }
}
