import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { jobOf, run } from './support/repository.ts';

/** Cancels a run when a line appears in its log. */
function cancelAt(line: string) {
  const controller = new AbortController();
  const report = (event: { type: string; text?: string }) => {
    if (event.type === 'line' && event.text === line) controller.abort();
  };
  return { signal: controller.signal, reporter: { report } };
}

describe('cancellation', () => {
  test('SIGINT to the step; later steps by their conditions; post steps run', async () => {
    const files = {
      'act/action.yml': 'name: a\ndescription: a\nruns: { using: node24, main: main.js, post: post.js }',
      'act/main.js': `process.on('SIGINT', () => { console.log('got SIGINT'); process.exit(0); }); setInterval(() => {}, 1000); console.log('waiting');`,
      'act/post.js': `console.log('post ran');`,
    };
    const ran = await run(
      jobOf(`
- uses: $/act
- run: echo never
- if: cancelled()
  run: echo "cancelled, \${{ job.status }}"
- if: always()
  run: echo always`),
      { files, ...cancelAt('waiting') },
    );
    expect(ran.lines.filter((line) => !line.startsWith('shell:'))).toEqual(
      expect.arrayContaining(['got SIGINT', 'cancelled, cancelled', 'always', 'post ran']),
    );
    expect(ran.lines).not.toContain('never');
    expect(ran.job('a').steps.map((step) => step.conclusion)).toEqual(
      'cancelled skipped success success success'.split(' '),
    );
    expect(ran.conclusion).toBe('cancelled');
  });

  test('a step and a job with always() go on; jobs that wait are cancelled or run by condition', async () => {
    const ran = await run(
      `on: push
jobs:
  busy:
    runs-on: x
    steps:
      - if: always()
        run: sleep 0.2; echo begin; sleep 0.5; echo finished anyway
      - run: echo never
  stubborn: { if: always(), runs-on: x, steps: [ { run: "sleep 0.8; echo stubborn" } ] }
  later: { needs: busy, runs-on: x, steps: [ { run: echo never } ] }
  cleanup: { needs: busy, if: cancelled(), runs-on: x, steps: [ { run: "echo cleanup" } ] }
`,
      cancelAt('begin'),
    );
    expect(Object.fromEntries(ran.jobs.map((job) => [job.id, job.conclusion]))).toEqual({
      busy: 'cancelled',
      stubborn: 'success',
      later: 'cancelled',
      cleanup: 'success',
    });
    expect(ran.lines).toEqual(expect.arrayContaining(['finished anyway', 'stubborn', 'cleanup']));
    expect(ran.lines).not.toContain('never');
    expect(ran.conclusion).toBe('cancelled');
  });

  test('a process that ignores SIGINT gets SIGTERM after 7.5 s, and its tree is killed after 2.5 s more', async () => {
    const started = performance.now();
    const ran = await run(
      jobOf(`
- run: |
    trap "echo int" INT; trap "echo term" TERM
    echo begin
    for i in $(seq 200); do sleep 0.1; done`),
      cancelAt('begin'),
    );
    const seconds = (performance.now() - started) / 1000;
    expect(ran.lines.filter((line) => line === 'int' || line === 'term')).toEqual(['int', 'term']);
    expect(seconds).toBeGreaterThan(9.9);
    expect(seconds).toBeLessThan(19);
    expect(ran.conclusion).toBe('cancelled');
  });

  test('a run that is cancelled before it starts runs nothing', async () => {
    const controller = new AbortController();
    controller.abort();
    const ran = await run(jobOf('- run: echo never'), { signal: controller.signal });
    expect(ran.lines).not.toContain('never');
    expect(ran.conclusion).toBe('cancelled');
  });
});

describe('orphans', () => {
  test('background processes die with their job, unless they cleared RUNNER_TRACKING_ID', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'local-orphans-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const ran = await run(
      jobOf(`
- run: |
    sleep 60 > /dev/null 2>&1 & echo $! > ${folder}/orphan
    RUNNER_TRACKING_ID= sleep 60 > /dev/null 2>&1 & echo $! > ${folder}/daemon`),
    );
    const pid = (name: string) => Number(readFileSync(join(folder, name), 'utf8'));
    expect(ran.lines).toContain(`Terminate orphan process: pid (${pid('orphan')}) (sleep)`);
    await delay(50);
    const state = (of: number) =>
      existsSync(`/proc/${of}/stat`) ? readFileSync(`/proc/${of}/stat`, 'utf8').split(' ')[2] : 'gone';
    expect(['gone', 'Z']).toContain(state(pid('orphan')));
    expect(state(pid('daemon'))).toBe('S');
    process.kill(pid('daemon'), 'SIGKILL');
  });
});
