import { RemoteError, systemClock } from '@fairway/runtime';
import { expect, test } from 'vitest';
import { LedgerConflict } from '../types.ts';
import type { Answer, Api } from './api.ts';
import { moveRef } from './move.ts';

const REF = 'refs/fairway/shop/dev';
const cut = () => new RemoteError('connection reset', { retryable: true });
const tooLate = () => {
  const response = { data: { message: 'Update is not a fast forward' } };
  return new RemoteError('no', { status: 422, cause: Object.assign(new Error('no'), { response }) });
};

/**
 * A repository whose readers lag behind: `seen` are the heads that the looks show, one after the other. The
 * line of commits is a to z.
 */
function lagging(seen: readonly string[], sends: readonly (() => Error | undefined)[]) {
  const sent: object[] = [];
  const heads = [...seen];
  const answers = [...sends];
  const api: Api = {
    async get(path): Promise<Answer> {
      const [, from = '', to = ''] = /compare\/(.)\.\.\.(.)/.exec(path) ?? [];
      if (from) return { status: 200, data: { status: to > from ? 'ahead' : 'behind' } };
      return { status: 200, data: [{ ref: REF, object: { sha: heads.shift() ?? seen.at(-1) } }] };
    },
    async send(_, __, body): Promise<Answer> {
      sent.push(body);
      const error = answers.shift()?.();
      if (error) throw error;
      return { status: 200, data: {} };
    },
  };
  return { api, sent };
}
const move = { ref: REF, from: 'c', to: 'd' };

test('a look that lags behind is no proof that another was faster', async () => {
  const { api, sent } = lagging(['a'], [cut]);
  await moveRef(api, systemClock, move);
  expect(sent).toEqual([
    { sha: 'd', force: false },
    { sha: 'd', force: false },
  ]);
});

test('a refusal after an unclear try is looked into until it is clear that the event is written', async () => {
  const { api, sent } = lagging(['c', 'c', 'f'], [cut, tooLate, tooLate]);
  await moveRef(api, systemClock, move);
  expect(sent).toHaveLength(3);
});

test('a plain refusal is a conflict at once', async () => {
  const { api, sent } = lagging(['x'], [tooLate]);
  await expect(moveRef(api, systemClock, move)).rejects.toThrow(LedgerConflict);
  expect(sent).toHaveLength(1);
});
