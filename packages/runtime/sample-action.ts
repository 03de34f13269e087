/** For the tests of `runAction`: an action that does what its inputs say. */
import { defineAction, input } from '@fairway/action';
import { int, secret, text } from '@fairway/schema';
import { runAction } from './run-action.ts';

const definition = defineAction({
  name: 'sample',
  title: 'Sample',
  description: 'Does as told.',
  icon: 'map',
  color: 'green',
  inputs: {
    lines: input(int(), { description: 'Lines to print.', default: '0' }),
    way: input(text(), { description: 'How it ends.', default: 'well' }),
    token: input(secret(), { description: 'A secret.', required: true }),
  },
  outputs: { done: 'What was done.' },
  post: true,
});

await runAction(definition, {
  async run({ lines, way, token }, { log, summary, signal }) {
    for (let i = 0; i < lines; i++) log.info(`${i} ${'x'.repeat(200)}`);
    summary.paragraph(`saw ${token}`);
    if (way === 'throw') throw new Error(`no good: ${token}`, { cause: { token } });
    if (way === 'reject') void Promise.reject(Object.assign(new Error(`lost: ${token}`), { token }));
    if (way === 'wait') {
      log.info('waiting');
      const work = setInterval(() => undefined, 1_000);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      clearInterval(work);
      throw new Error('the ledger did not take the event');
    }
    if (way !== 'well') await new Promise((resolve) => setTimeout(resolve, 5_000));
    return { done: 'main' };
  },
  async post(_, { log }) {
    log.info('tidied up');
  },
});
