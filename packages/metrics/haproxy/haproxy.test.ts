import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { hasHaproxy, TestHaproxy } from '../../routers/test-haproxy.ts';
import { provider, question, readAs } from '../http/test-support.ts';
import { read, type Snapshot, totalsOf, withSnapshot, written } from './counters.ts';
import { haproxyMetrics } from './index.ts';
import { haproxyKind } from './kinds.ts';

const snapshot = (at: number, total: number): Snapshot => ({
  at,
  live: { total, failed: 1, lost: 1 },
  candidate: { total: 0, failed: 0, lost: 0 },
});

it('keeps snapshots in one short line, the newest whole, and none from before a reset', () => {
  let kept: Snapshot[] = [];
  for (let i = 1; i <= 1_000; i++) kept = withSnapshot(kept, snapshot(1_700_000_000_000 + i * 30_000, i));
  expect(kept.length).toBeLessThanOrEqual(120);
  expect(kept.slice(-40).map(({ live }) => live.total)).toEqual(
    Array.from({ length: 40 }, (_, i) => 961 + i),
  );
  expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).sort((a, b) => a - b));
  expect(written(kept).length).toBeLessThan(8_000);
  expect(read(written(kept))).toEqual(kept);
  expect(withSnapshot(kept, snapshot(1_800_000_000_000, 5))).toEqual([snapshot(1_800_000_000_000, 5)]);
  expect(read('')).toEqual([]);
  expect(read('1_2_3.x.1_2_3_4_5_6_7.1_2_3_4_5_6.1_2_3_4_5_6_7_8')).toHaveLength(1);
});

/** `show stat` of one server. */
const stat = (cells: Record<string, number>) => {
  const all = {
    pxname: 'shop',
    svname: 'live',
    stot: 0,
    scur: 0,
    req_tot: 0,
    hrsp_5xx: 0,
    econ: 0,
    eresp: 0,
  };
  const row = { ...all, srv_abrt: 0, ...cells };
  return `# ${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`;
};

it('takes no answer that is under way for a failure, neither now nor when it has ended', () => {
  const before = totalsOf(stat({ stot: 12, scur: 10, req_tot: 11 }), 'shop', 'live');
  expect(before).toEqual({ total: 11, failed: 0, lost: 0 });
  const after = totalsOf(stat({ stot: 12, scur: 0, req_tot: 11 }), 'shop', 'live', before);
  expect(after).toEqual({ total: 12, failed: 1, lost: 1 });
  const busy = totalsOf(stat({ stot: 30, scur: 18, req_tot: 29 }), 'shop', 'live', after);
  expect(busy).toEqual({ total: 30, failed: 1, lost: 1 });
  const anew = totalsOf(stat({ stot: 2, req_tot: 2, hrsp_5xx: 1 }), 'shop', 'live', busy);
  expect(anew).toEqual({ total: 2, failed: 1, lost: 0 });
});

it('refuses averages by name', () => {
  expect(() => readAs(haproxyKind.query, 'p95')).toThrow('moving averages that hold requests from before');
  expect(() => readAs(haproxyKind.query, 'errors')).toThrow(
    'unknown value "errors". Valid: error-rate, requests.',
  );
  expect(readAs(haproxyKind.query, 'requests')).toBe('requests');
});

lane('haproxy', hasHaproxy(), () => {
  let proxy: TestHaproxy;
  let service: Server;
  beforeAll(async () => {
    service = createServer((request, response) => {
      if (request.url === '/500') response.writeHead(500).end();
      else if (request.url === '/close') request.socket.destroy();
      else if (request.url === '/half') {
        response.writeHead(200, { 'content-length': 100 }).write('half');
        setTimeout(() => request.socket.destroy(), 20);
      } else response.end('fine');
    });
    await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
    proxy = await TestHaproxy.start({ live: (service.address() as AddressInfo).port });
  });
  afterAll(async () => {
    await proxy.stop();
    service.closeAllConnections();
    await new Promise((done) => service.close(done));
  });

  const send = async (...paths: string[]) => {
    for (const path of paths)
      await fetch(`${proxy.url}${path}`)
        .then((r) => r.text())
        .catch(() => '');
  };
  const open = (query: string, backend = 'shop') =>
    provider(haproxyMetrics, haproxyKind, query, { connection: { socket: proxy.socket, backend } });
  const ask = (query: string, from: number, to: number) =>
    open(query).measure(
      question({ side: 'baseline', shape: query === 'requests' ? 'value' : 'counts', from, to }),
    );

  it('counts what failed of one window after the other, also for another process', async () => {
    const start = Date.now();
    await send('/ok', '/500');
    expect(await ask('error-rate', start, Date.now())).toMatchObject({
      kind: 'no-data',
      reason: "this is the first look at HAProxy's counters since they began: the next one has a window",
    });
    await send('/ok', '/ok', '/500', '/close', '/half');
    const first = Date.now();
    const counts = { kind: 'counts', events: 3, total: 5 };
    // Each `open` is a provider of its own, as in two jobs; two metrics at one moment get the same totals.
    expect(await ask('error-rate', start, first)).toMatchObject(counts);
    await send('/ok');
    expect(await ask('requests', start, first)).toMatchObject({ kind: 'value', value: 5, samples: 5 });
    const second = Date.now();
    expect(await ask('error-rate', first, second)).toMatchObject({ kind: 'counts', events: 0, total: 1 });
    expect(await ask('error-rate', start, second)).toMatchObject({ kind: 'counts', events: 3, total: 6 });
    const idle = Date.now();
    expect(await ask('error-rate', second, idle)).toMatchObject({
      kind: 'no-data',
      reason: 'no request ended in the window',
    });
    const candidate = question({ side: 'candidate', shape: 'counts', from: start, to: idle });
    expect(await open('error-rate').measure(candidate)).toMatchObject({ kind: 'no-data' });
  });

  it('begins anew after a reload, and says what is wrong', async () => {
    await send('/ok');
    const before = Date.now();
    await ask('error-rate', before - 1_000, before);
    await proxy.reload();
    expect(await ask('error-rate', before - 1_000, Date.now())).toMatchObject({ kind: 'no-data' });
    const wrong = await open('requests', 'nowhere').measure(question());
    expect(wrong.kind).toBe('failure');
    expect('reason' in wrong && wrong.reason).toContain('there is no such backend');
    const server = provider(haproxyMetrics, haproxyKind, 'requests', {
      connection: { socket: proxy.socket, backend: 'shop', candidate: 'other' },
    });
    const named = await server.measure(question());
    expect('reason' in named && named.reason).toContain('no server "other". It has: live, candidate.');
  });

  it('goes on within one process where the socket may not keep anything', async () => {
    const weak = await TestHaproxy.start({
      live: (service.address() as AddressInfo).port,
      edit: (text) => text.replace('level admin', 'level operator'),
    });
    try {
      const asked = provider(haproxyMetrics, haproxyKind, 'error-rate', {
        connection: { socket: weak.socket, backend: 'shop' },
      });
      const start = Date.now();
      const measure = (to: number) =>
        asked.measure(question({ side: 'baseline', shape: 'counts', from: start, to }));
      const first = await measure(Date.now());
      expect('reason' in first && first.reason).toContain('if it is made by this process');
      await fetch(`${weak.url}/500`);
      expect(await measure(Date.now())).toMatchObject({ kind: 'counts', events: 1, total: 1 });
    } finally {
      await weak.stop();
    }
  });
});
