import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Kind, Problem } from '@fairway/schema';
import { describe, expect, it } from 'vitest';
import { routerDrivers } from './index.ts';
import { pinList, routerCapabilities, routerKinds } from './kinds.ts';

function read<T>(kind: Kind<T>, raw: unknown) {
  const problems: Problem[] = [];
  const value = kind.read(raw, [], (problem) => problems.push(problem));
  return { value, messages: problems.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

it('has a folder, a driver, a kind and capabilities for each router', () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const folders = readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name);
  for (const table of [routerDrivers, routerKinds, routerCapabilities]) {
    expect(Object.keys(table).sort()).toEqual(folders.sort());
  }
});

describe('haproxy', () => {
  it('takes a path or host:port, with the usual names of servers', () => {
    const rest = { backend: 'shop', live: 'live', candidate: 'candidate', drain: 2_000 };
    for (const socket of ['/run/haproxy/admin.sock', '127.0.0.1:9999', 'lb.internal:9999', '[::1]:9999']) {
      expect(read(routerKinds.haproxy, { socket, backend: 'shop' }).value).toEqual({ socket, ...rest });
    }
  });

  it('refuses what HAProxy would take for something else', () => {
    const { value, messages } = read(routerKinds.haproxy, {
      socket: 'admin.sock',
      backend: 'shop/live;',
      candidate: 'a b',
      weight: 5,
    });
    expect(value).toBeUndefined();
    expect(messages).toEqual([
      expect.stringContaining('unknown key "weight"'),
      expect.stringContaining('the path of a unix socket, or host:port'),
      expect.stringContaining('letters, digits'),
      expect.stringContaining('letters, digits'),
    ]);
  });
});

describe('pins', () => {
  it('are headers and cookies', () => {
    const pins = [
      { header: 'X-Canary', value: 'always' },
      { cookie: 'canary', value: 'yes' },
    ];
    expect(read(pinList(), pins)).toEqual({ value: pins, messages: [] });
  });

  it.each([
    [{ value: 'x' }, 'found neither'],
    [{ header: 'a', cookie: 'b', value: 'x' }, 'found both'],
    [{ header: 'a' }, '"value" is missing'],
    [{ header: 'a b', value: 'x' }, 'the name of a header'],
    [{ cookie: 'a=b', value: 'x' }, 'the name of a cookie'],
    [{ cookie: 'a', value: true }, 'quote it'],
    [{ cookie: 'a', value: 'x\nshutdown' }, 'printable ASCII'],
    [{ header: 'a', value: ' x' }, 'printable ASCII'],
  ])('%j is refused', (raw, message) => {
    const { value, messages } = read(pinList(), [raw]);
    expect(value).toBeUndefined();
    expect(messages).toEqual([expect.stringContaining(message)]);
  });
});
