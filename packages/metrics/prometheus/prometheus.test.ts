import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { NOON, provider, question } from '../http/test-support.ts';
import type { Question } from '../types.ts';
import type { RawUnit } from '../units.ts';
import { prometheusMetrics } from './index.ts';
import { prometheusKind } from './kinds.ts';
import { havePrometheus, type Series, TestPrometheus } from './test-prometheus.ts';

const END = NOON + 5 * 60_000;
const HOSTILE = 'a"} or vector(0) # \\ \' `{{ app }}` .*\n$1';
/** One sample every 15 s, from well before the window to its end; `count` is what it has at a time. */
const every15s = (count: (at: number) => number | string, from = NOON - 600_000, to = END) =>
  Array.from({ length: (to - from) / 15_000 + 1 }, (_, i): [number, number | string] => {
    const at = from + i * 15_000;
    return [at, count(at)];
  });
/** A counter that rises by `perSecond` from the beginning on. */
const counter = (perSecond: number) => every15s((at) => ((at - NOON + 600_000) / 1_000) * perSecond);
const both = (
  name: string,
  labels: Record<string, string>,
  candidate: number,
  baseline: number,
): Series[] => [
  { name, labels: { ...labels, version: '2.0.0' }, samples: counter(candidate) },
  { name, labels: { ...labels, version: '1.0.0' }, samples: counter(baseline) },
];

const series: Series[] = [
  ...both('http_total', { code: '200' }, 1, 10),
  ...both('http_total', { code: '500' }, 0.1, 0.2),
  ...[1, 2, 3, 4].flatMap((i) =>
    both('http_seconds_bucket', { le: ['0.1', '0.25', '1', '+Inf'][i - 1] ?? '' }, i / 10, i),
  ),
  { name: 'cpu', labels: { version: '2.0.0' }, samples: every15s((at) => ((at - NOON) / 15_000) * 0.01) },
  { name: 'cpu', labels: { version: '1.0.0' }, samples: every15s(() => 0.07) },
  { name: 'not_a_number', samples: every15s(() => 'NaN') },
  { name: 'endless', samples: every15s(() => '+Inf') },
  { name: 'old', samples: every15s(() => 5, NOON - 600_000, NOON + 120_000) },
  { name: 'named', labels: { version: HOSTILE }, samples: every15s(() => 42) },
  { name: 'named', labels: { version: 'other' }, samples: every15s(() => 1) },
];

describe('queries', () => {
  it.each([
    ['up{version="{{ verison }}"}', 'Did you mean "version"?'],
    ['up{version="{{ version }"}', 'is not closed'],
    [{ events: 'a', total: 'b' }, 'use {{ window }}'],
    [{ events: 'a[{{ window }}]', totl: 'b' }, 'Did you mean "total"?'],
    [{ histogram: 'h[{{ window }}]', quantile: 0.95 }, 'expected a percentage'],
    [{ preset: 'isto', ask: 'p95' }, 'Did you mean "istio"?'],
    [{ preset: 'istio', ask: 'p95' }, 'needs `service`'],
    [{ preset: 'istio', ask: 'p95', with: { ingress: 'x' } }, 'unknown key "ingress"'],
    [{ preset: 'linkerd', ask: 'saturation', with: { namespace: 'x' } }, 'needs `candidate-pods`'],
  ])('%j is refused: %s', (query, reason) => {
    const problems: string[] = [];
    prometheusKind.query.read(query, [], ({ message }) => problems.push(message));
    expect(problems.join('\n')).toContain(reason);
  });

  it.each([
    ['up{version="{{ version }}"}', true],
    ['up{version="{{ candidate.version }}"}', false],
    ['up', false],
    [{ events: 'e{v="{{ version }}"}[{{ window }}]', total: 't[{{ window }}]' }, false],
    [{ histogram: 'h{v="{{ side }}"}[{{ window }}]', quantile: 95 }, true],
  ])('%j tells the sides apart: %s', (query, sided) => {
    expect(prometheusKind.sided(query as never)).toBe(sided);
  });
});

lane('prometheus', havePrometheus, () => {
  let server: TestPrometheus;
  beforeAll(async () => {
    server = await TestPrometheus.start({ series });
  });
  afterAll(() => server.stop());

  const open = (query: unknown, unit: RawUnit = 'number', connection: object = {}) =>
    provider(prometheusMetrics, prometheusKind, query, {
      connection: { url: server.url, ...connection },
      unit,
    });
  const ask = (query: unknown, about: Partial<Question> = {}, unit: RawUnit = 'number') =>
    open(query, unit).measure(question(about));
  const reasonOf = async (query: unknown, about: Partial<Question> = {}) => {
    const measured = await ask(query, about);
    return [measured.kind, 'reason' in measured ? measured.reason : ''];
  };

  it('gives the value of the side at the window end, in the unit of the metric', async () => {
    const cpu = 'cpu{version="{{ version }}"}';
    expect(await ask(cpu, {}, 'ratio')).toEqual({ kind: 'value', value: 20, query: 'cpu{version="2.0.0"}' });
    expect(await ask(cpu, { side: 'baseline' }, 'ratio')).toMatchObject({ value: 7 });
    expect(await ask('2 * cpu{version="1.0.0"}', {}, 's')).toMatchObject({ value: 140 });
    expect(await ask('scalar(cpu{version="1.0.0"})')).toMatchObject({ value: 0.07 });
    expect(await ask('rate(http_total{version="{{ version }}",code="200"}[{{ window }}])')).toMatchObject({
      value: 1,
      query: 'rate(http_total{version="2.0.0",code="200"}[300s])',
    });
    const get = open(cpu, 'number', { method: 'get' });
    expect(await get.measure(question())).toMatchObject({ value: 0.2 });
  });

  it('takes nothing for a value that is none', async () => {
    expect(await reasonOf('absent_metric')).toEqual([
      'no-data',
      'the query found no series with a sample in the window',
    ]);
    const short = { from: END - 30_000 };
    expect(await reasonOf('old', short)).toEqual([
      'no-data',
      `the last sample is from ${new Date(NOON + 120_000).toISOString()}, before the window`,
    ]);
    expect(await ask('old', { from: NOON, to: NOON + 130_000 })).toMatchObject({ kind: 'value', value: 5 });
    expect(await reasonOf('not_a_number')).toEqual(['no-data', 'the value is not a number (NaN)']);
    expect(await ask('endless')).toMatchObject({ kind: 'value', value: Infinity });
    const [kind, several] = await reasonOf('cpu');
    expect(kind).toBe('failure');
    expect(several).toContain(
      '2 series (cpu{version="1.0.0"}, cpu{version="2.0.0"}) where one is wanted: wrap it in sum',
    );
    expect(await reasonOf('cpu[5m]')).toEqual([
      'failure',
      'the query gives a range of samples: use a function over it, as in rate(...[{{ window }}])',
    ]);
    const [, wrong] = await reasonOf('sum(cpu');
    expect(wrong).toContain('HTTP 400 with bad_data: invalid parameter "query"');
    expect(wrong).toContain('To mend it: correct the query');
    expect(await reasonOf('cpu{version="{{ baseline.version }}"}', { baseline: undefined })).toEqual([
      'no-data',
      'the query names {{ baseline.version }}, and nothing is live beside the candidate',
    ]);
  });

  it('never takes one release for the other', async () => {
    const { candidate, baseline } = question();
    const again = { candidate, baseline: { ...candidate, revision: 'web-1', digest: 'sha256:cc' } };
    const [kind, reason] = await reasonOf('cpu{version="{{ version }}"}', again);
    expect(kind).toBe('failure');
    expect(reason).toContain('the same for candidate and baseline');
    expect((await ask('cpu{version="2.0.0",x!="{{ digest }}"}', again)).kind).toBe('value');
    expect((await ask('cpu{version="2.0.0"}', { candidate, baseline })).kind).toBe('value');
    expect((await ask('cpu{version="{{ version }}"}', { ...again, baseline: undefined })).kind).toBe('value');
  });

  it('gives counts, rounded', async () => {
    const rise = (code: string) => `sum(increase(http_total{version="{{ version }}"${code}}[{{ window }}]))`;
    const errors = { events: rise(',code="500"'), total: rise('') };
    const counts = { shape: 'counts' } as const;
    expect(await ask(errors, counts)).toMatchObject({ kind: 'counts', events: 30, total: 330 });
    expect(await ask(errors, { ...counts, side: 'baseline' })).toMatchObject({ events: 60, total: 3_060 });
    const [kind, none] = await reasonOf({ ...errors, events: rise(',code="501"') }, counts);
    expect(kind).toBe('no-data');
    expect(none).toContain(
      'events has no series, of 330 in total: a name may be wrong; where no series means none, add',
    );
    const sure = { ...errors, events: `${rise(',code="501"')} or vector(0)` };
    expect(await ask(sure, counts)).toMatchObject({ kind: 'counts', events: 0, total: 330 });
    expect(await reasonOf({ events: `${rise('')} * 2`, total: rise('') }, counts)).toEqual([
      'failure',
      '660 events of only 330 in total: the queries do not fit',
    ]);
    expect((await ask({ events: `${rise('')} * 0`, total: `${rise('')} * 0` }, counts)).kind).toBe('no-data');
    expect((await ask({ events: `-1 * ${rise('')}`, total: rise('') }, counts)).kind).toBe('failure');
  });

  it('gives the classes of a histogram', async () => {
    const rise = 'increase(http_seconds_bucket{version="{{ version }}"}[{{ window }}])';
    const shape = { shape: 'histogram' } as const;
    expect(await ask({ histogram: `sum by (le) (${rise})` }, shape, 's')).toEqual({
      kind: 'histogram',
      bounds: [100, 250, 1_000],
      counts: [30, 30, 30, 30],
      query: 'sum by (le) (increase(http_seconds_bucket{version="2.0.0"}[300s]))',
    });
    const [, labels] = await reasonOf({ histogram: rise }, shape);
    expect(labels).toContain('wrap the query in sum by (le)');
    const [, all] = await reasonOf(
      { histogram: `sum by (le) (${rise}) and {le!="+Inf"}`.replace(' and {le!="+Inf"}', '') },
      {
        shape: 'counts',
      },
    );
    expect(all).toBe('this query of prometheus gives histogram, no counts');
    const finite = rise.replace('version=', 'le!="+Inf",version=');
    expect(await reasonOf({ histogram: `sum by (le) (${finite})` }, shape)).toEqual([
      'failure',
      'the class le="+Inf" is missing',
    ]);
    expect((await ask({ histogram: `sum by (le) (${rise}) * 0` }, shape)).kind).toBe('no-data');
  });

  it('gives a series whose points share no sample', async () => {
    const about = { shape: 'series', step: 60_000 } as const;
    const measured = await ask('cpu{version="{{ version }}"}', about, 'ratio');
    expect(measured).toMatchObject({
      points: [4, 8, 12, 16, 20].map((value, i) => ({ at: NOON + (i + 1) * 60_000, value })),
    });
    const short = await ask('cpu{version="{{ version }}"}', { ...about, step: 5_000 });
    expect(short.kind === 'series' && short.points.length).toBe(20);
    expect(await ask('old', about)).toMatchObject({
      points: [{ at: NOON + 60_000 }, { at: NOON + 120_000 }],
    });
    // Each point has the step as its window.
    expect(await ask('rate(http_total{version="2.0.0",code="200"}[{{ window }}])', about)).toMatchObject({
      query: 'rate(http_total{version="2.0.0",code="200"}[60s])',
    });
    expect((await ask('not_a_number', about)).kind).toBe('no-data');
    expect((await ask('endless', about)).kind).toBe('failure');
    expect((await ask('cpu', about)).kind).toBe('failure');
  });

  it.each(['"', "'", '`'])('names stay names in %s', async (quote) => {
    const subject = { version: HOSTILE, commit: 'c', digest: 'sha256:1', revision: 'r' };
    for (const operator of ['=', '=~']) {
      const query = `named{version${operator}${quote}{{ version }}${quote}}`;
      const measured = await ask(query, { candidate: subject });
      if (quote !== '`') expect(measured).toMatchObject({ kind: 'value', value: 42 });
      else expect(measured).toMatchObject({ kind: 'failure' });
    }
    expect(
      await ask(`named{version=~${quote}{{ version }}${quote}}`, {
        candidate: { ...subject, version: '.*' },
      }),
    ).toMatchObject({
      kind: 'no-data',
    });
    const bare = await ask('named_{{ version }}', { candidate: subject });
    expect('reason' in bare && bare.reason).toContain('cannot stand outside of quotes in PromQL');
    const part = await ask('{{ app }}_total # "{{ window }}', { candidate: subject });
    expect(part).toMatchObject({ kind: 'no-data' });
  });
});
