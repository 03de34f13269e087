import { expect, test } from 'vitest';
import { Coprocess } from './coprocess.ts';
import { systemExec } from './exec.ts';

const node = (script: string, options = {}) => systemExec.run(process.execPath, ['-e', script], options);
const TIDY = `process.on('SIGTERM', () => setTimeout(() => process.exit(0), 50)); setInterval(() => {}, 9); console.log('up')`;
const STUBBORN = `process.on('SIGTERM', () => {}); setInterval(() => {}, 9); console.log('up')`;

test.each([
  ['tidies up', TIDY, 5_000, 50],
  ['does not end', STUBBORN, 100, 100],
])('with grace the promise settles when a child that %s has ended', async (_, script, grace, least) => {
  const controller = new AbortController();
  let aborted = 0;
  const running = node(script, {
    signal: controller.signal,
    grace,
    onOutput: () => {
      aborted = performance.now();
      controller.abort(new Error('enough'));
    },
  });
  await expect(running).rejects.toThrow('enough');
  expect(performance.now() - aborted).toBeGreaterThanOrEqual(least - 5);
});

test('a child does not get the inputs of the action', async () => {
  process.env.INPUT_PROBE = 'hidden';
  const print =
    'process.stdout.write(`${process.env.INPUT_PROBE} ${process.env.ADDED} ${!!process.env.PATH}`)';
  try {
    expect((await node(print, { addEnv: { ADDED: 'yes' } })).stdout).toBe('undefined yes true');
    const child = new Coprocess([process.execPath, '-e', `process.stdin.once('data', () => { ${print} })`]);
    const answer = await child.ask('x', (bytes) => (bytes.length > 9 ? bytes.toString() : undefined));
    expect(answer).toBe('undefined undefined true');
  } finally {
    delete process.env.INPUT_PROBE;
  }
});
