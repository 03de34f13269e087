import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../../../../test/support/lanes.ts';
import { NOON, provider, question, readAs } from '../../http/test-support.ts';
import type { Side } from '../../types.ts';
import { prometheusMetrics } from '../index.ts';
import { prometheusKind } from '../kinds.ts';
import { havePrometheus, TestPrometheus } from '../test-prometheus.ts';
import { ASKS, PRESETS, type Preset } from './kinds.ts';
import { END, SCRAPES, saturation, seriesOf, signs, WORLDS } from './test-worlds.ts';

it.each(PRESETS)('%s: every question is a query that tells the sides apart, in its own unit', (preset) => {
  for (const ask of ASKS) {
    const query = readAs(prometheusKind.query, { preset, ask, with: WORLDS[preset].with });
    expect(prometheusKind.sided(query)).toBe(true);
    const { unit } = prometheusKind.form(query);
    const seconds = preset === 'prometheus' || preset === 'ingress-nginx' ? 's' : 'ms';
    const units = { 'error-rate': 'percent', requests: 'number', saturation: 'ratio' };
    expect(unit).toBe(ask in units ? units[ask as keyof typeof units] : seconds);
  }
});

lane('prometheus', havePrometheus, () => {
  let server: TestPrometheus;
  beforeAll(async () => {
    const all = Object.values(WORLDS).flatMap(seriesOf);
    server = await TestPrometheus.start({ series: [...all, ...saturation, ...signs] });
  });
  afterAll(() => server.stop());

  const ask = async (preset: Preset, what: string, side: Side, shape: 'counts' | 'histogram' | 'value') => {
    const query = { preset, ask: what, with: WORLDS[preset].with };
    const open = provider(prometheusMetrics, prometheusKind, query, { connection: { url: server.url } });
    return await open.measure(question({ side, shape, from: NOON, to: END }));
  };

  it.each(PRESETS)('%s: exact counts, also of what appears in the window', async (preset) => {
    expect(await ask(preset, 'error-rate', 'baseline', 'counts')).toMatchObject({
      ...{ kind: 'counts', events: SCRAPES, total: SCRAPES * 11 },
    });
    // 2 at its first scrape and 3 in each of 16 more; 4 errors between two scrapes.
    expect(await ask(preset, 'error-rate', 'candidate', 'counts')).toMatchObject({
      ...{ kind: 'counts', events: 4, total: 54 },
    });
    expect(await ask(preset, 'requests', 'candidate', 'value')).toMatchObject({ kind: 'value', value: 54 });
  });

  it.each(PRESETS)('%s: latencies in ms', async (preset) => {
    expect(await ask(preset, 'p95', 'baseline', 'histogram')).toMatchObject({
      ...{ kind: 'histogram', bounds: [100, 500], counts: [40, 40, 40] },
    });
    expect(await ask(preset, 'p50', 'candidate', 'histogram')).toMatchObject({
      ...{ kind: 'histogram', bounds: [100, 500], counts: [17, 17, 17] },
    });
  });

  it.each(PRESETS)('%s: saturation in percent', async (preset) => {
    const value = async (side: Side) => {
      const measured = await ask(preset, 'saturation', side, 'value');
      return measured.kind === 'value' ? Number(measured.value.toFixed(6)) : measured;
    };
    expect([await value('candidate'), await value('baseline')]).toEqual([40, 10]);
  });

  it('leaves nothing out and counts nothing twice in windows that follow one another', async () => {
    const query = { preset: 'prometheus', ask: 'error-rate', with: { service: 'shop' } };
    const open = provider(prometheusMetrics, prometheusKind, query, { connection: { url: server.url } });
    let [events, total] = [0, 0];
    for (let from = NOON; from < END; from += 37_500) {
      const measured = await open.measure(question({ shape: 'counts', from, to: from + 37_500 }));
      if (measured.kind === 'counts') [events, total] = [events + measured.events, total + measured.total];
    }
    expect([events, total]).toEqual([4, 54]);
  });

  it('knows the main backend of an Ingress by either sign', async () => {
    const query = { preset: 'ingress-nginx', ask: 'requests', with: { ingress: 'other' } };
    const open = provider(prometheusMetrics, prometheusKind, query, { connection: { url: server.url } });
    const rise = async (side: Side) =>
      (await open.measure(question({ side, from: NOON, to: END }))) as object;
    expect(await rise('baseline')).toMatchObject({ value: SCRAPES * 3 });
    expect(await rise('candidate')).toMatchObject({ value: SCRAPES * 4 });
  });

  it('takes no failures for none only where requests tell how they ended', async () => {
    const measure = async (settings: object) => {
      const query = { preset: 'prometheus', ask: 'error-rate', with: { service: 'shop', ...settings } };
      const open = provider(prometheusMetrics, prometheusKind, query, { connection: { url: server.url } });
      return await open.measure(question({ shape: 'counts', from: NOON, to: NOON + 120_000 }));
    };
    expect(await measure({})).toMatchObject({ kind: 'counts', events: 0 });
    const unknown = await measure({ status: 'status' });
    expect(unknown.kind === 'no-data' && unknown.reason).toContain('a name may be wrong');
  });

  it('has no data where nothing is named so', async () => {
    const query = { preset: 'istio', ask: 'error-rate', with: { service: 'shop"} or vector(1) #\\' } };
    const open = provider(prometheusMetrics, prometheusKind, query, { connection: { url: server.url } });
    expect(await open.measure(question({ shape: 'counts' }))).toMatchObject({ kind: 'no-data' });
  });
});
