import { didYouMean, formatDuration, type Path, type Problem } from '@fairway/schema';
import type { MetricConfig } from './metric-kind.ts';
import type { Analysis, Step } from './step-kind.ts';

interface Ruled {
  readonly steps?: readonly Step[];
  readonly metrics: readonly MetricConfig[];
  readonly bake: number;
  readonly warmUp: number;
  readonly beforeTraffic?: Analysis;
  readonly afterSwitch?: Analysis;
  readonly confidence: number;
  readonly score: { readonly pass: number; readonly marginal: number };
}

/** What the keys of a strategy must say together. Paths begin at the strategy. */
export function strategyProblems(read: Ruled): Problem[] {
  const { metrics, steps, beforeTraffic, afterSwitch, confidence, score } = read;
  const problems: Problem[] = [];
  const wrong = (path: Path, message: string) => void problems.push({ path, message, on: 'value' });
  if (confidence < 50 || confidence > 99.9999) {
    wrong(['confidence'], 'confidence must be at least 50% and less than 100%');
  }
  if (score.marginal > score.pass) wrong(['score'], 'marginal must not be above pass');
  if (metrics.length && !steps && !afterSwitch && !beforeTraffic?.metrics?.length) {
    wrong(
      ['metrics'],
      'these metrics are measured nowhere: add `after-switch: {}` to judge them after the switch',
    );
  }
  for (const [i, { bake = read.bake, warmUp = read.warmUp }] of (steps ?? []).entries()) {
    if (warmUp >= bake) wrong(['steps', i], tooWarm(warmUp, bake));
  }
  for (const [key, analysis] of Object.entries({
    'before-traffic': beforeTraffic,
    'after-switch': afterSwitch,
  })) {
    if (analysis) for (const problem of analysisProblems(key, analysis, read)) problems.push(problem);
  }
  return problems;
}

const tooWarm = (warmUp: number, bake: number) =>
  `nothing would be measured: the warm-up of ${formatDuration(warmUp)} is not shorter than the bake of ${formatDuration(bake)}`;

const hint = (name: string, known: readonly string[]) =>
  known.length ? didYouMean(name, known) : ' The strategy has no metrics.';

function analysisProblems(key: string, analysis: Analysis, read: Ruled): Problem[] {
  const problems: Problem[] = [];
  const limited = read.metrics.filter(({ max, min }) => max || min);
  const byDefault = key === 'after-switch' ? limited.map(({ name }) => name) : [];
  const { metrics = byDefault, bake = read.bake, warmUp = read.warmUp } = analysis;
  for (const [i, name] of metrics.entries()) {
    const path = [key, 'metrics', i];
    if (metrics.indexOf(name) < i)
      problems.push({ path, message: `"${name}" stands here twice`, on: 'value' });
    const known = read.metrics.map((metric) => metric.name);
    if (!known.includes(name)) {
      problems.push({ path, message: `unknown metric "${name}".${hint(name, known)}`, on: 'value' });
    } else if (key === 'after-switch' && !limited.some((metric) => metric.name === name)) {
      const message = `"${name}" only compares, and after the switch there is nothing to compare with: give it a limit (max or min)`;
      problems.push({ path, message, on: 'value' });
    }
  }
  if (metrics.length && warmUp >= bake) {
    problems.push({ path: [key], message: tooWarm(warmUp, bake), on: 'value' });
  }
  return problems;
}
