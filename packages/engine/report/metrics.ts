import type { Metric, Verdict } from '@fairway/rollout';
import type { Summary } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import { metricChart } from './chart.ts';
import type { LookFound } from './looks.ts';
import { line } from './markdown.ts';
import { clock } from './steps.ts';
import { effectOf, sentence, shown, wordOf } from './words.ts';

/** The newest verdict of each metric, then each metric with its chart and its looks; what failed is open. */
export function summarizeMetrics(
  summary: Summary,
  looks: readonly LookFound[],
  metrics: readonly Metric[],
): void {
  const names = [...new Set(looks.flatMap(({ verdicts }) => verdicts.map(({ metric }) => metric)))];
  if (names.length === 0) return;
  const stories = names.map((name) => storyOf(name, looks));
  summary.heading('Metrics', 3).table(
    ['Metric', 'Candidate', 'Baseline', 'Limit', 'Verdict', 'Why'],
    stories.map(({ last: { verdict } }) => [
      line(verdict.metric),
      shown(verdict.value, verdict.unit),
      shown(verdict.baseline, verdict.unit),
      line(verdict.threshold ?? ''),
      loud(verdict),
      line(sentence(verdict).replace(`${verdict.metric}: `, '')),
    ]),
  );
  for (const story of stories) {
    const { name, last, all } = story;
    const title = `${line(name)}: ${all.length} look${all.length === 1 ? '' : 's'}, now ${wordOf(last.verdict)}`;
    summary.raw(`<details${last.verdict.verdict === 'pass' ? '' : ' open'}><summary>${title}</summary>\n\n`);
    const drawn = metricChart(
      all,
      metrics.find((metric) => metric.name === name),
    );
    if (drawn) summary.code(drawn);
    looksOf(summary, all);
    queries(summary, last.verdict);
    summary.raw('</details>\n\n');
  }
}

/** One metric at one look. */
export interface MetricLook {
  readonly at: number;
  readonly weight: number;
  readonly verdict: Verdict;
}

interface Story {
  readonly name: string;
  /** Oldest first. */
  readonly all: readonly MetricLook[];
  readonly last: MetricLook;
}

function storyOf(name: string, looks: readonly LookFound[]): Story {
  const all = looks.flatMap(({ at, weight, verdicts }) =>
    verdicts.filter(({ metric }) => metric === name).map((verdict) => ({ at, weight, verdict })),
  );
  const [last] = all.slice(-1);
  if (!last) throw new TypeError(`${name} has no look`);
  return { name, all, last };
}

/** A summary holds 1 MiB a step, and nobody reads a thousand looks. */
const SHOWN = 20;

function looksOf(summary: Summary, all: readonly MetricLook[]): void {
  const newest = all.slice(-SHOWN);
  if (all.length > newest.length) summary.paragraph(`The newest ${SHOWN} of ${all.length}:`);
  summary.table(
    ['Time', 'Traffic', 'Candidate', 'Baseline', 'Effect', 'Verdict'],
    newest.map(({ at, weight, verdict }) => [
      clock(at),
      formatPercent(weight),
      `${shown(verdict.value, verdict.unit)}${samples(verdict.samples)}`,
      `${shown(verdict.baseline, verdict.unit)}${samples(verdict.baselineSamples)}`,
      effectOf(verdict),
      loud(verdict),
    ]),
  );
}

function queries(summary: Summary, { query, baselineQuery }: Verdict): void {
  if (query) summary.code(baselineQuery && baselineQuery !== query ? `${query}\n${baselineQuery}` : query);
}

const samples = (count: number | undefined): string =>
  count === undefined ? '' : ` (${Number(count.toPrecision(6))})`;

const loud = (verdict: Verdict): string =>
  verdict.verdict === 'pass' ? wordOf(verdict) : `**${wordOf(verdict)}**`;
