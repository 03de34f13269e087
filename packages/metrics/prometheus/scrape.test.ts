import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { provider, question } from '../http/test-support.ts';
import type { Shape } from '../types.ts';
import { prometheusMetrics } from './index.ts';
import { prometheusKind } from './kinds.ts';
import { Exporter, havePrometheus, TestPrometheus } from './test-prometheus.ts';

lane('prometheus', havePrometheus, () => {
  let exporter: Exporter;
  let server: TestPrometheus;
  beforeAll(async () => {
    exporter = await Exporter.start();
    server = await TestPrometheus.start({ targets: [exporter.port], every: 100 });
  });
  afterAll(async () => {
    await server.stop();
    await exporter.stop();
  });

  const ask = (query: unknown, shape: Shape, from: number, to: number) =>
    provider(prometheusMetrics, prometheusKind, query, { connection: { url: server.url } }).measure(
      question({ shape, from, to }),
    );
  const preset = { preset: 'prometheus', ask: 'error-rate', with: { service: 'test' } };
  /** Waits until what the exporter says now was scraped. */
  const expose = async (mark: number, ...lines: string[]) => {
    exporter.text = `mark ${mark}\n${lines.map((line) => `${line}\n`).join('')}`;
    for (const end = Date.now() + 9_000; Date.now() < end; await sleep(30)) {
      const now = await ask('mark', 'value', Date.now() - 60_000, Date.now());
      if (now.kind === 'value' && now.value === mark) return Date.now();
    }
    throw new Error('never scraped');
  };
  const requests = (code: number, count: number) =>
    `http_requests_total{version="2.0.0",code="${code}"} ${count}`;

  it('sees the first errors of a series that appears with them, and what is gone', async () => {
    const begin = await expose(1);
    const first = await expose(2, requests(200, 5), requests(500, 3), 'busy 0.5');
    expect(await ask(preset, 'counts', begin, first)).toMatchObject({ kind: 'counts', events: 3, total: 8 });
    const increase = 'sum(increase(http_requests_total{version="{{ version }}"}[{{ window }}]))';
    const missed = await ask(increase, 'value', begin, first);
    expect(missed.kind === 'value' && missed.value > 0).toBe(false);
    const second = await expose(3, requests(200, 20), requests(500, 4), 'busy 0.5');
    expect(await ask(preset, 'counts', first, second)).toMatchObject({ events: 1, total: 16 });
    // Restarted: its counters begin anew.
    const third = await expose(4, requests(200, 2), requests(500, 1), 'busy 0.5');
    expect(await ask(preset, 'counts', second, third)).toMatchObject({ events: 1, total: 3 });
    expect(await ask('busy', 'value', second, third)).toMatchObject({ kind: 'value', value: 0.5 });
    const gone = await expose(5);
    expect(await ask('busy', 'value', third, gone)).toMatchObject({ kind: 'no-data' });
    expect(await ask(preset, 'counts', gone, await expose(6))).toMatchObject({ kind: 'no-data' });
  });
});
