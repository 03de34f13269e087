import { type LocalGitHub, startGitHub } from '@fairway/local-github';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portsOf } from '../fixture.ts';
import { type Ledger, openLedger } from '../index.ts';

let github: LocalGitHub;
let apps = 0;
beforeAll(async () => {
  github = await startGitHub({ repositories: [{ slug: 'acme/shop' }, { slug: 'acme/ops' }] });
});
afterAll(() => github?.close());

const ports = () => portsOf('.', { apiUrl: github.apiUrl, repository: { owner: 'acme', repo: 'shop' } });
const open = (more: { app?: string; prefix?: string; repository?: string; token?: string } = {}) =>
  openLedger({ app: `app${++apps}`, token: github.token, ports: ports(), ...more });
const add = (ledger: Ledger, message = 'hello') =>
  ledger.append('dev', () => ({ event: { type: 'note', message }, state: {} }));
const messages = async (ledger: Ledger) => (await ledger.history('dev')).map(({ event }) => event.message);

/** The requests that `body` makes. */
async function requestsOf(body: () => Promise<unknown>): Promise<string[]> {
  const before = github.requests().length;
  await body();
  return github
    .requests()
    .slice(before)
    .map(({ method, path }) => `${method} ${path.split('?')[0]?.replace('/repos/acme/shop', '')}`);
}

const MOVE = { method: 'PATCH', path: '/git/refs/' } as const;
const CREATE = { method: 'POST', path: /\/git\/refs$/ } as const;

describe('GitHub ledger', () => {
  it('reads in one request and appends in four', async () => {
    const ledger = await open({ app: 'count' });
    await add(ledger);
    expect(await requestsOf(() => ledger.read('dev'))).toEqual(['GET /commits/refs/fairway/count/dev']);
    expect(await requestsOf(() => add(ledger))).toEqual([
      'GET /commits/refs/fairway/count/dev',
      'POST /git/trees',
      'POST /git/commits',
      'PATCH /git/refs/fairway/count/dev',
    ]);
  });

  it('can live in an ops repository and under a branch', async () => {
    const ledger = await open({ app: 'ops', repository: 'acme/ops', prefix: 'refs/heads/fairway' });
    await add(ledger);
    await add(ledger);
    expect((await ledger.read('dev')).sequence).toBe(2);
    expect(await ledger.environments()).toEqual(['dev']);
    expect(ledger.location).toBe('refs/heads/fairway in acme/ops');
  });

  it.each([
    ['the move', MOVE, 'after'],
    ['the move', MOVE, 'before'],
    ['the creation', CREATE, 'after'],
    ['the creation', CREATE, 'before'],
  ] as const)(
    'neither loses nor doubles an event when the connection dies: %s, %s %s',
    async (_, at, reset) => {
      const ledger = await open();
      if (at === MOVE) await add(ledger, 'first');
      github.fault({ ...at, reset });
      await add(ledger, 'second');
      expect(await messages(ledger)).toEqual(at === MOVE ? ['second', 'first'] : ['second']);
    },
  );

  it.each([MOVE, CREATE])('knows its own event when others went on after it: $method', async (at) => {
    const app = `later${++apps}`;
    const [mine, other] = [await open({ app }), await open({ app })];
    if (at === MOVE) await add(mine, 'first');
    // The answer to the move is lost, and the look that follows comes after another writer's append.
    github.fault({ ...at, reset: 'after' });
    github.fault({
      method: 'GET',
      path: `/git/matching-refs/fairway/${app}/dev`,
      skip: at === CREATE ? 1 : 0,
      delay: 400,
    });
    const writing = add(mine, 'mine');
    const cut = () => github.requests().at(-2)?.status === 0 && github.requests().at(-1)?.method === 'GET';
    await expect.poll(cut, { interval: 5 }).toBe(true);
    const asked = await requestsOf(async () => {
      await add(other, 'other');
      await writing;
    });
    expect(asked.filter((request) => request.startsWith('GET /compare/'))).toHaveLength(1);
    expect(await messages(mine)).toEqual(at === MOVE ? ['other', 'mine', 'first'] : ['other', 'mine']);
  });

  it.each([404, 422])('reads where a server does not look up such refs by name: %i', async (status) => {
    const ledger = await open();
    await add(ledger, 'first');
    github.fault({ method: 'GET', path: '/commits/refs/', status });
    expect((await ledger.read('dev')).sequence).toBe(1);
  });

  it('goes on after a secondary limit, which answers 403', async () => {
    const ledger = await open();
    for (const method of ['GET', 'POST', 'PATCH']) {
      github.fault({ method, status: 403, headers: { 'retry-after': '0' } });
      await add(ledger, method);
    }
    expect(await messages(ledger)).toEqual(['PATCH', 'POST', 'GET']);
  });

  it('goes on after 429 and 5xx at each request', async () => {
    const ledger = await open();
    await add(ledger, 'first');
    for (const method of ['GET', 'POST', 'PATCH']) {
      for (const status of [429, 502]) {
        github.fault({ method, status, headers: { 'retry-after': '0' } });
        await add(ledger, `${method} ${status}`);
      }
    }
    expect((await messages(ledger)).toReversed()).toEqual([
      'first',
      'GET 429',
      'GET 502',
      'POST 429',
      'POST 502',
      'PATCH 429',
      'PATCH 502',
    ]);
  });

  it('tells a protected ref from a lost race', async () => {
    const ledger = await open();
    await add(ledger);
    github.fault({ ...MOVE, status: 422 });
    await expect(add(ledger)).rejects.toMatchObject({
      name: 'RemoteError',
      status: 422,
      message: expect.stringMatching(/refused to move .*nothing was written/),
    });
    expect((await ledger.read('dev')).sequence).toBe(1);
  });

  it('does not take a missing repository or a bad token for an empty ledger', async () => {
    const missing = await open({ repository: 'acme/nothing' });
    await expect(missing.read('dev')).rejects.toMatchObject({ name: 'RemoteError', status: 404 });
    const bad = await open({ token: 'wrong' });
    await expect(bad.read('dev')).rejects.toThrow(/refused the token/);
    await expect(openLedger({ app: 'x', ports: ports() })).rejects.toThrow(/needs a token/);
    await expect(openLedger({ app: 'x', backend: 'github', ports: portsOf('.') })).rejects.toThrow(
      /has none/,
    );
  });
});
