import type { Annotation, Conclusion, Reporter, RunEvent } from '@fairway/local';
import { formatDuration } from '@fairway/schema';
import { paint, print } from './terminal.ts';

const MARKS: Record<Conclusion, () => string> = {
  success: () => paint('green', 'ok  '),
  failure: () => paint('red', 'FAIL'),
  cancelled: () => paint('yellow', 'stop'),
  skipped: () => paint('gray', 'skip'),
};

/**
 * One line a job and step, as a person and a log can read them. The output of steps follows with `verbose`,
 * and always for a step that failed.
 */
export function progress(verbose: boolean): Reporter {
  const kept = new Map<string, string[]>();
  const line = (job: string, step: string | undefined, text: string) => {
    if (verbose) return print(`${paint('gray', `${job} |`)} ${text}`);
    const key = `${job}/${step}`;
    kept.set(key, [...(kept.get(key) ?? []).slice(-199), text]);
  };
  return {
    report(event: RunEvent) {
      if (event.type === 'line') line(event.job, event.step, event.text);
      else if (event.type === 'annotation') line(event.job, event.step, describe(event.annotation));
      else if (event.type === 'job-started') print(`${paint('bold', event.name)}`);
      else if (event.type === 'step-finished') {
        const { result, job, step } = event;
        if (result.outcome === 'skipped') return;
        print(
          `  ${MARKS[result.outcome]()} ${event.job}: ${result.name} ${paint('gray', formatDuration(result.durationMs))}`,
        );
        if (result.outcome === 'failure')
          for (const text of kept.get(`${job}/${step}`) ?? []) print(text.replace(/^/gm, '       '));
        kept.delete(`${job}/${step}`);
      } else if (event.type === 'job-finished' && event.result.conclusion === 'skipped') {
        print(`  ${MARKS.skipped()} ${event.result.name}`);
      }
    },
  };
}

function describe({ level, message, file, line, column }: Annotation): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const style = level === 'error' ? 'red' : level === 'warning' ? 'yellow' : 'cyan';
  return `${paint(style, level)} ${place ? `${place}: ` : ''}${message}`;
}
