import { type JudgedMetric, judge, type Look, type Memory } from '@fairway/rollout';
import { BOUNDS, CELLS, type Cell, MINUTES, type Stream } from './stream.ts';

export const ALPHA = 0.01;
const CELL_MS = 60_000 / CELLS;

export interface Stop {
  readonly minutes: number;
  readonly metric: string;
}

export const metricsWith = (tolerate: number): readonly JudgedMetric[] => {
  const compare = { tolerate, worse: 'higher', by: 'sequential' } as const;
  const common = { noData: 'wait', minSamples: 1, compare } as const;
  return [
    { ...common, name: 'errors', form: 'counts', unit: 'percent' },
    { ...common, name: 'p95', form: 'histogram', quantile: 0.95, unit: 'ms' },
  ];
};

/** Looks every so many cells, and at the end of each step. undefined: the release is promoted. */
export function stopOf({ cells }: Stream, metrics: readonly JudgedMetric[], every: number): Stop | undefined {
  const memories = new Map<string, Memory>();
  const ofStep = MINUTES * CELLS;
  for (let from = 0; from < cells.length; ) {
    const to = Math.min(from + every, ofStep * (Math.floor(from / ofStep) + 1));
    const window = cells.slice(from, to);
    const sides = {
      candidate: sum(window.map(({ candidate }) => candidate)),
      baseline: sum(window.map(({ baseline }) => baseline)),
    };
    for (const metric of metrics) {
      const measured = (cell: Cell): Look['candidate'] =>
        metric.form === 'counts'
          ? { kind: 'counts', events: cell.errors, total: cell.requests, query: 'q' }
          : { kind: 'histogram', bounds: BOUNDS, counts: [...cell.classes], query: 'q' };
      const look: Look = {
        candidate: measured(sides.candidate),
        baseline: measured(sides.baseline),
        from: from * CELL_MS,
        to: to * CELL_MS,
        final: to % ofStep === 0,
      };
      const rules = { alpha: ALPHA / metrics.length, bakes: 3 };
      const { verdict, memory } = judge(metric, look, memories.get(metric.name), rules);
      if (verdict.verdict === 'fail') return { minutes: to / CELLS, metric: metric.name };
      if (memory) memories.set(metric.name, memory);
    }
    from = to;
  }
  return undefined;
}

function sum(cells: readonly Cell[]): Cell {
  const classes = new Uint32Array(BOUNDS.length + 1);
  let [requests, errors] = [0, 0];
  for (const cell of cells) {
    requests += cell.requests;
    errors += cell.errors;
    for (let i = 0; i < classes.length; i++) classes[i] = (classes[i] ?? 0) + (cell.classes[i] ?? 0);
  }
  return { requests, errors, classes };
}
