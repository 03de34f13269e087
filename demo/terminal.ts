import { styleText } from 'node:util';
import type { Reporter, RunEvent } from '@fairway/local';
import { formatDuration } from '@fairway/schema';
import type { DemoRecord, StepRecord } from './record.ts';

type Style = Parameters<typeof styleText>[0];
const paint = (style: Style, text: string) => styleText(style, text, { stream: process.stdout });
const say = (text = '') => process.stdout.write(`${text}\n`);

/** Prints a line a job while a workflow runs, and the log of a job that fails. */
export class Terminal {
  readonly reporter: Reporter = { report: (event) => this.#report(event) };
  readonly #kept = new Map<string, string[]>();

  heading(number: number, title: string): void {
    say();
    say(paint('bold', `${number}. ${title}`));
  }

  note(text: string): void {
    say(paint('gray', `   ${text}`));
  }

  #report(event: RunEvent): void {
    if (event.type === 'line' || event.type === 'annotation') {
      const text =
        event.type === 'line' ? event.text : `${event.annotation.level}: ${event.annotation.message}`;
      this.#kept.set(event.job, [...(this.#kept.get(event.job) ?? []), text]);
    } else if (event.type === 'job-finished') {
      const { name, conclusion, durationMs } = event.result;
      if (conclusion === 'skipped') return;
      const mark = conclusion === 'success' ? paint('green', 'ok  ') : paint('red', 'STOP');
      const lines = this.#kept.get(event.job) ?? [];
      const short = name.replace('promote / ', '');
      say(`   ${mark} ${short.padEnd(11)}${formatDuration(durationMs).padStart(6)}  ${telling(lines)}`);
      if (conclusion === 'failure')
        for (const line of lines.slice(-6))
          say(paint('gray', `          ${line.split('\n').join('\n          ')}`));
      this.#kept.delete(event.job);
    }
  }

  timeline({ steps }: DemoRecord): void {
    say();
    say(paint('bold', 'Timeline'));
    const start = steps[0]?.from ?? 0;
    for (const [i, step] of steps.entries()) say(line(step, i, start));
  }

  verdict(problems: readonly string[], seconds: number, out: string): void {
    say();
    for (const problem of problems) say(`${paint('red', 'FAIL')} ${problem}`);
    if (problems.length === 0)
      say(`${paint('green', 'ok')}   every claim holds, in ${seconds.toFixed(0)} seconds`);
    say(`     ${out}/report.html and run.json`);
  }
}

/** The one line of a job's log that says most. */
function telling(lines: readonly string[]): string {
  const found = [
    /^Verified: /,
    /^storefront \d/,
    /^Built /,
    /^Image /,
    /^Reused /,
    /^Scan passed/,
    /^Release /,
  ]
    .map((pattern) => lines.find((text) => pattern.test(text)))
    .find((text) => text !== undefined);
  const short = (found ?? '')
    .replace(/sha256:([0-9a-f]{12})[0-9a-f]{52}/g, 'sha256:$1')
    .replace(/process target \S+ of \S+ on /, '');
  return short.length > 110 ? `${short.slice(0, 107)}...` : short;
}

function line(step: StepRecord, index: number, start: number): string {
  const at = `+${((step.from - start) / 1_000).toFixed(0)}s`.padStart(6);
  const where = step.environments
    .map(({ environment, outcome, liveVersion, requests, failed }) => {
      const traffic = requests ? ` ${failed}/${requests} failed` : '';
      return `${environment} ${outcome}, live ${liveVersion || 'nothing'}${traffic}`;
    })
    .join(' | ');
  const mark = step.good ? paint('green', 'as expected') : paint('red', 'NOT AS EXPECTED');
  return `${at}  ${index + 1}. ${step.title}: ${paint('bold', step.outcome)} (${mark})\n        ${where}`;
}
