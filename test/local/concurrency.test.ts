import { describe, expect, test } from 'vitest';
import { repository, run } from './support/repository.ts';

const STEP = (name: string, seconds = 0.3) =>
  `steps: [ { run: "echo ${name} in; sleep ${seconds}; echo ${name} out" } ]`;
const marks = (lines: string[]) => lines.filter((line) => /^\w+ (in|out)$/.test(line));

describe('concurrency', () => {
  test('jobs of one group run one at a time, whatever the case of its name', async () => {
    const ran = await run(`on: push
jobs:
  a: { runs-on: x, concurrency: "Deploy-\${{ github.ref_name }}", ${STEP('a')} }
  b: { runs-on: x, concurrency: { group: deploy-main, queue: max }, ${STEP('b')} }
  c: { runs-on: x, concurrency: { group: deploy-main, queue: max }, ${STEP('c')} }
`);
    const order = marks(ran.lines);
    expect(order).toHaveLength(6);
    for (let index = 0; index < 6; index += 2) {
      expect(order[index + 1]).toBe(order[index]?.replace('in', 'out'));
    }
    expect(ran.conclusion).toBe('success');
  });

  test('runs of one repository share groups: a newer waiter replaces an older one', async () => {
    const folder = repository({
      '.github/workflows/test.yml': `on: push\nconcurrency: ship\njobs: { a: { runs-on: x, ${STEP('x', 0.8)} } }`,
    });
    const order: string[] = [];
    const start = async (delay: number) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      const report = (event: { type: string; text?: string }) => {
        if (event.type === 'line' && event.text) order.push(event.text);
      };
      return await run('', { repository: folder, reporter: { report } });
    };
    const results = await Promise.all([start(0), start(250), start(500)]);
    expect(results.map((result) => result.conclusion)).toEqual(['success', 'cancelled', 'success']);
    expect(marks(order)).toEqual(['x in', 'x out', 'x in', 'x out']);
  });

  test('cancel-in-progress cancels what runs', async () => {
    const folder = repository({
      '.github/workflows/test.yml': `on: push
concurrency: { group: ci, cancel-in-progress: true }
jobs: { a: { runs-on: x, steps: [ { run: "exec sleep \${{ github.event.seconds }}" } ] } }`,
    });
    const start = (seconds: number) =>
      run('', { repository: folder, event: { name: 'push', payload: { seconds } } });
    const first = start(20);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const second = await start(0);
    expect(second.conclusion).toBe('success');
    expect((await first).conclusion).toBe('cancelled');
  });

  test('waiting for a group that the caller holds is a deadlock, and says so', async () => {
    const ran = await run('on: push\njobs: { a: { concurrency: g, uses: ./.github/workflows/c.yml } }', {
      files: {
        '.github/workflows/c.yml': `on: workflow_call\njobs: { b: { concurrency: G, runs-on: x, ${STEP('b')} } }`,
      },
    });
    expect(ran.conclusion).toBe('cancelled');
    expect(ran.job('a / b').annotations[0]?.message).toContain(
      "deadlock was detected for concurrency group: 'g'",
    );
  });
});
