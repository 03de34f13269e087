import { expect, test } from 'vitest';
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

test('a child does not get the inputs of the action when they are kept from it', async () => {
  process.env.INPUT_PROBE = 'hidden';
  const print =
    'process.stdout.write(`${process.env.INPUT_PROBE} ${process.env.ADDED} ${!!process.env.PATH}`)';
  const options = { withoutInputs: true, addEnv: { ADDED: 'yes' } };
  expect((await node(print, options)).stdout).toBe('undefined yes true');
  expect((await node(print)).stdout).toBe('hidden undefined true');
  delete process.env.INPUT_PROBE;
});
