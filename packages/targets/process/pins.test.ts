import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { systemFiles } from '@fairway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlOf } from './control.ts';
import { readState } from './state.ts';
import { deployed, service, TestHome, until } from './test-home.ts';

const never = new AbortController().signal;
let home: TestHome;
let scene: Awaited<ReturnType<typeof deployed>>;
beforeAll(async () => {
  home = await TestHome.create();
  scene = await deployed(home, 'pins', await home.release('1.0.0', service()));
  const candidate = await home.release('2.0.0', service());
  await scene.target.stage(candidate, never);
  const pins = [
    { header: 'x-canary', value: 'always' },
    { cookie: 'canary', value: 'yes' },
  ];
  await scene.target.operate('/pins', { pins }, never);
});
afterAll(() => home.remove());

function ask(headers: Record<string, string | string[]>, path = '/'): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(`${scene.target.url}${path}`, { agent: false, headers }, (response) => {
      response.resume().on('end', () => resolve(String(response.headers['x-version'])));
      response.on('error', reject);
    });
    sent.on('error', reject).end();
  });
}

it.each([
  [{ 'X-Canary': 'always' }, '2.0.0'],
  [{ 'x-canary': ['never', 'always'] }, '2.0.0'],
  [{ 'x-canary': 'always, never' }, '1.0.0'],
  [{ 'x-canary': 'ALWAYS' }, '1.0.0'],
  [{ cookie: 'a=1; canary=yes; b=2' }, '2.0.0'],
  [{ cookie: 'canary=yes2; Canary=yes' }, '1.0.0'],
  [{ cookie: 'canary' }, '1.0.0'],
  [{}, '1.0.0'],
])('%j reaches %s at weight 0', async (headers, version) => {
  expect(await ask(headers)).toBe(version);
});

it('pins an upgrade too', async () => {
  const head =
    'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\nX-Canary: always\r\n\r\n';
  const before = (await scene.status()).candidate?.inFlight;
  const { port = 0 } = await scene.status();
  const socket = connect(port, '127.0.0.1', () => socket.write(head));
  socket.on('error', () => undefined);
  await until(async () => (await scene.status()).candidate?.inFlight === (before ?? 0) + 1);
  socket.destroy();
});

describe('the address for a router outside', () => {
  const version = async (address: string | undefined) =>
    (await fetch(`http://${address}/`)).headers.get('x-version');

  it('is the candidate, whatever the weight, and what is live without one', async () => {
    const place = await deployed(home, 'beside', await home.release('1.0.0', service()));
    const { target } = place;
    const next = await home.release('2.0.0', service());
    await target.stage(next, never);
    const { candidate } = await target.inspect();
    expect(candidate?.address).not.toBe(`127.0.0.1:${(await place.status()).port}`);
    expect(await version(candidate?.address)).toBe('2.0.0');
    expect((await fetch(target.url)).headers.get('x-version')).toBe('1.0.0');
    // It is found again where it was by the supervisor that comes after a killed one.
    process.kill((await place.status()).pid, 'SIGKILL');
    await until(async () => (await place.status().catch(() => undefined)) === undefined);
    await target.stage(next, never);
    expect((await target.inspect()).candidate?.address).toBe(candidate?.address);
    expect(await version(candidate?.address)).toBe('2.0.0');
    await target.discard(never);
    expect(await version(candidate?.address)).toBe('1.0.0');
    await target.stage(next, never);
    await target.promote(next.digest, never);
    expect(await version(candidate?.address)).toBe('2.0.0');
  });

  it('is another one when somebody has taken the port meanwhile', async () => {
    const place = await deployed(home, 'taken', await home.release('1.0.0', service()));
    const { pid, sidePort = 0 } = await place.status();
    process.kill(pid, 'SIGKILL');
    const holder = createServer();
    await until(
      () =>
        new Promise<boolean>((done) => {
          holder.once('error', () => done(false)).listen(sidePort, '127.0.0.1', () => done(true));
        }),
    );
    await place.target.stage(await home.release('2.0.0', service()), never);
    const { candidate } = await place.target.inspect();
    expect(candidate?.address).not.toBe(`127.0.0.1:${sidePort}`);
    expect(await version(candidate?.address)).toBe('2.0.0');
    holder.close();
  });
});

it('counts pinned requests, and those to its address, for the side that answered', async () => {
  const figures = async (digest: string | undefined) => {
    const control = await controlOf(scene.layout, systemFiles);
    const path = `/window?digest=${digest}&from=${Date.now() - 600_000}&to=${Date.now() + 1_000}`;
    return (await control?.call<{ window: object }>({ method: 'GET', path, timeout: 5_000 }))?.window;
  };
  const { live, candidate } = await scene.target.inspect();
  const [one, two] = [await figures(live?.digest), await figures(candidate?.digest)];
  for (let i = 0; i < 3; i++) await ask({ 'x-canary': 'always' }, i ? '/?status=500' : '/');
  await (await fetch(`http://${candidate?.address}/?status=502`)).text();
  const [, { requests = 0, errors = 0 }] = [one, two as { requests?: number; errors?: number }];
  expect(await figures(live?.digest)).toEqual(one);
  expect(await figures(candidate?.digest)).toMatchObject({ requests: requests + 4, errors: errors + 3 });
});

it('keeps address and pins through a crash of the candidate; meanwhile the live release answers', async () => {
  const { candidate } = await scene.target.inspect();
  expect(candidate?.address).toMatch(/^127\.0\.0\.1:\d+$/);
  const direct = await fetch(`http://${candidate?.address}/`);
  expect(direct.headers.get('x-version')).toBe('2.0.0');
  const { pid } = (await scene.status()).candidate ?? {};
  await fetch(`http://${candidate?.address}/crash`).catch(() => undefined);
  const answers = new Set<string>();
  await until(async () => {
    answers.add(await ask({ 'x-canary': 'always' }).catch((error: Error) => error.message));
    const now = (await scene.status()).candidate;
    return now?.healthy === true && now.pid !== pid;
  });
  expect(answers).toContain('1.0.0');
  expect([...answers].filter((answer) => !['1.0.0', '2.0.0', 'undefined'].includes(answer))).toEqual([]);
  expect((await scene.target.inspect()).candidate?.address).toBe(candidate?.address);
  expect(await ask({ 'x-canary': 'always' })).toBe('2.0.0');
});

it('ends pins with their candidate', async () => {
  expect((await readState(scene.layout, systemFiles))?.pins).toHaveLength(2);
  await scene.target.discard(never);
  expect((await scene.status()).pins).toEqual([]);
  expect((await readState(scene.layout, systemFiles))?.pins).toBeUndefined();
  expect(await ask({ 'x-canary': 'always' })).toBe('1.0.0');
});
