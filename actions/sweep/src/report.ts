import { line } from '@fairway/engine/report';
import type { Log, Summary } from '@fairway/runtime';
import type { Row } from './rows.ts';

/** What happened, for the log and the summary of the job. */
export function report(log: Log, summary: Summary, rows: readonly Row[]): void {
  for (const { environment, outcome, detail } of rows)
    log.info(`${environment}: ${outcome} (${detail.replace(/\s*\r?\n\s*/g, ' ')})`);
  summary.heading('Sweep').table(
    ['Environment', 'Outcome', 'Release', 'What', 'Next'],
    rows.map(({ environment, outcome, version = '', detail, nextAt = '' }) => [
      environment,
      LOUD.has(outcome) ? `**${outcome}**` : outcome,
      line(version),
      line(detail),
      nextAt,
    ]),
  );
}

const LOUD = new Set(['aborted', 'failed', 'paused']);
