import type { Entry, Release } from '@fairway/ledger';
import type { Machine } from '@fairway/rollout';
import type { Summary } from '@fairway/runtime';
import { formatDuration, formatPercent } from '@fairway/schema';
import type { StepVerdicts } from '../run.ts';
import { type Recorded, recorded } from './looks.ts';
import { inert, line } from './markdown.ts';
import { summarizeMetrics } from './metrics.ts';
import { clock, type StepRow, stepRows } from './steps.ts';
import { wayOn } from './way-on.ts';

/** A rollout as it is told in the summary. */
export interface RolloutReport {
  readonly environment: string;
  readonly id: string;
  readonly release: Release;
  /** What is live beside it, or was before. */
  readonly before: Release | undefined;
  readonly strategy: string;
  /** Of the summary: `Canary: tick`. Default: the strategy. */
  readonly title?: string;
  readonly outcome: string;
  /** Percent of the traffic it has now. */
  readonly weight: number;
  /** Why it paused or was aborted. */
  readonly reason?: string | undefined;
  readonly nextAt?: number | undefined;
  /** Its newest state; without it the newest of the history. */
  readonly machine?: Machine | undefined;
  /** Events of the environment, in any order; the more, the longer back it tells. */
  readonly history: readonly Entry[];
  /** What this process measured. */
  readonly own?: readonly StepVerdicts[];
  readonly seen?: readonly string[];
  /** More facts: where it runs, where the record is. */
  readonly places?: readonly (readonly [name: string, text: string])[];
}

/** What matters first: why it stopped or waits, and what to do; then the steps and what was measured. */
export function summarizeRollout(summary: Summary, report: RolloutReport): Summary {
  const { environment, strategy, title = capital(strategy), outcome, seen = [] } = report;
  const told = recorded(report.id, report.history, report.own);
  const machine = newest(report, told);
  summary.heading(`${title} to ${environment}: ${outcome}`);
  headline(summary, report);
  facts(summary, report, machine);
  if (machine) steps(summary, stepRows(machine, told));
  summarizeMetrics(summary, told.looks, machine?.plan.metrics ?? []);
  if (seen.length)
    summary.heading('Read back', 3).raw(`${seen.map((one) => `- ${line(one)}`).join('\n')}\n\n`);
  return summary;
}

/** The record lags behind an abort or a promotion by the event that ended it. */
function newest({ machine, outcome }: RolloutReport, { states }: Recorded): Machine | undefined {
  const last = machine ?? states.at(-1)?.machine;
  if (!last || (outcome !== 'aborted' && outcome !== 'promoted')) return last;
  return { ...last, phase: outcome };
}

function headline(summary: Summary, report: RolloutReport): void {
  const { outcome, reason } = report;
  const words = outcome === 'aborted' ? 'Aborted' : outcome === 'paused' ? 'Waits for a person' : 'Why';
  if (reason) summary.paragraph(`**${words}:** ${inert(reason).replace(/\r?\n/g, '<br>')}`);
  const ways = wayOn(report);
  if (ways.length) summary.raw(`${ways.map((way) => `- ${way}`).join('\n')}\n\n`);
}

function facts(summary: Summary, report: RolloutReport, machine: Machine | undefined): void {
  const { release, before, weight, outcome, places = [] } = report;
  const rest = before ? `, the rest on ${before.version}` : '';
  const share =
    weight === 0
      ? `none${before ? `: all on ${before.version}` : ''}`
      : weight === 100
        ? 'all'
        : `${formatPercent(weight)}${rest}`;
  summary.table(
    ['', ''],
    [
      ['Outcome', `**${outcome}**`],
      ['Release', `${line(release.version)}, commit \`${release.commit.slice(0, 12)}\``],
      ['Digest', `\`${release.digest}\``],
      ['Before', before ? `${line(before.version)}, \`${before.digest.slice(0, 19)}\`` : 'nothing'],
      ['Traffic', line(share)],
      ...(machine ? [['Started', clock(machine.startedAt)]] : []),
      ...places.map(([name, text]) => [name, line(text)]),
    ],
  );
}

function steps(summary: Summary, rows: readonly StepRow[]): void {
  if (rows.length === 0) return;
  summary.heading('Steps', 3).table(
    ['', 'Traffic', 'Bake', 'Judged by', 'State', 'Since'],
    rows.map(({ step, state, since, note }, i) => [
      String(i + 1),
      formatPercent(step.weight),
      step.bake ? formatDuration(step.bake) : '',
      line(
        [...step.metrics, ...(step.checks ? ['checks'] : []), ...(step.approval ? ['a person'] : [])].join(
          ', ',
        ),
      ),
      state === 'now' || state === 'stopped here' ? `**${state}**${note ? `: ${line(note)}` : ''}` : state,
      since === undefined ? '' : clock(since),
    ]),
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
