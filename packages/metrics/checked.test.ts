import { UserError } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { checked } from './checked.ts';
import { hastyClock, metricContext, question } from './http/test-support.ts';
import { openMetric } from './index.ts';
import { countsForm, histogramForm, type MetricForm, valueForm } from './kinds-provider.ts';
import type { Measurement, Shape } from './types.ts';
import { defaultUnit, measuredUnit, type RawUnit } from './units.ts';

const FORMS: Record<Shape, MetricForm> = {
  value: valueForm,
  series: valueForm,
  counts: countsForm,
  histogram: histogramForm(0.95),
};

/** What becomes of an answer of a provider. */
async function told(
  answer: object,
  { unit = 'number' as RawUnit, asked }: { unit?: RawUnit; asked?: Shape } = {},
) {
  const shape = asked ?? (answer as { kind: Shape }).kind;
  const provider = { type: 'test', measure: async () => ({ query: 'q', ...answer }) as Measurement };
  const open = checked(() => provider, { form: FORMS[shape], unit }, metricContext());
  const measured = await open.measure(question({ shape }));
  const { query, ...rest } = measured;
  return rest;
}
const why = async (answer: object) => {
  const measured = await told(answer);
  return 'reason' in measured ? `${measured.kind}: ${measured.reason}` : measured.kind;
};

describe('what a provider answers', () => {
  it('is scaled once, to percent, milliseconds or plain numbers', async () => {
    expect(await told({ kind: 'value', value: 0.07, samples: 5 }, { unit: 'ratio' })).toEqual({
      ...{ kind: 'value', value: 7, samples: 5 },
    });
    expect(await told({ kind: 'value', value: 0.1 + 0.2 }, { unit: 's' })).toEqual({
      kind: 'value',
      value: 300,
    });
    expect(await told({ kind: 'value', value: 7 }, { unit: 'percent' })).toEqual({ kind: 'value', value: 7 });
    expect(await told({ kind: 'value', value: -Infinity }, { unit: 's' })).toEqual({
      kind: 'value',
      value: -Infinity,
    });
    const points = [{ at: 1, value: 0.5 }];
    expect(await told({ kind: 'series', points }, { unit: 'ratio' })).toEqual({
      ...{ kind: 'series', points: [{ at: 1, value: 50 }] },
    });
    const classes = { kind: 'histogram', bounds: [0.1, 2], counts: [1, 2, 3] };
    expect(await told(classes, { unit: 's' })).toEqual({ ...classes, bounds: [100, 2_000] });
    expect(await told({ kind: 'counts', events: 1, total: 2 }, { unit: 'ratio' })).toEqual({
      ...{ kind: 'counts', events: 1, total: 2 },
    });
    expect(['ratio', 's', 'number'].map((unit) => measuredUnit(unit as RawUnit))).toEqual([
      'percent',
      'ms',
      'number',
    ]);
    expect([defaultUnit('percent'), defaultUnit('ms'), defaultUnit(undefined)]).toEqual([
      'ratio',
      's',
      'number',
    ]);
  });

  it.each([
    [{ kind: 'value', value: Number.NaN }, 'no-data: the value is not a number'],
    [{ kind: 'series', points: [] }, 'no-data: no point of the series'],
    [{ kind: 'series', points: [{ at: 1, value: Number.NaN }] }, 'no-data: no point of the series'],
    [{ kind: 'series', points: [{ at: 1, value: Infinity }] }, 'failure: a point of the series is Infinity'],
    [{ kind: 'counts', events: 0, total: 0 }, 'no-data: nothing happened'],
    [{ kind: 'counts', events: 3, total: 2 }, 'failure: 3 events of only 2'],
    [{ kind: 'counts', events: -1, total: 2 }, 'failure: -1 of 2 are no counts'],
    [{ kind: 'counts', events: 0.5, total: 2 }, 'failure: 0.5 of 2 are no counts'],
    [{ kind: 'counts', events: 0, total: Number.NaN }, 'failure: 0 of NaN are no counts'],
    [{ kind: 'histogram', bounds: [1, 2], counts: [0, 0, 0] }, 'no-data: nothing was observed'],
    [
      { kind: 'histogram', bounds: [2, 1], counts: [0, 1, 0] },
      'failure: the classes of the histogram do not rise',
    ],
    [{ kind: 'histogram', bounds: [], counts: [1] }, 'failure: the classes'],
    [{ kind: 'histogram', bounds: [1], counts: [1] }, 'failure: the histogram has 1 counts for 1 bounds'],
    [
      { kind: 'histogram', bounds: [1], counts: [1, -1] },
      'failure: the histogram has counts that are no whole',
    ],
  ])('is believed only when it can be: %j', async (answer, reason) => {
    expect(await why(answer)).toContain(reason);
  });

  it('has the shape that was asked for, or is a failure', async () => {
    expect(await told({ kind: 'value', value: 1 }, { asked: 'series' })).toEqual({
      ...{ kind: 'failure', reason: 'test answered with a value where a series was asked for' },
    });
    expect(
      await told({
        kind: 'series',
        points: [
          { at: 1, value: 2 },
          { at: 2, value: Number.NaN },
        ],
      }),
    ).toEqual({
      ...{ kind: 'series', points: [{ at: 1, value: 2 }] },
    });
  });

  it('shows no beginning of a secret either, where an answer that repeats it was cut', async () => {
    const token = `eyJhbGciOi.${'Zm9v'.repeat(80)}`;
    const context = metricContext({ secrets: { TOKEN: `${token}\n` } });
    const open = checked(
      (safe) => ({
        type: 'test',
        measure: async () => {
          const said = `you sent Bearer ${safe.secret('TOKEN')}`.slice(0, 197);
          return { kind: 'failure', query: 'q', reason: `answers 400: ${said}... Check it` };
        },
      }),
      { form: valueForm, unit: 'number' },
      context,
    );
    const measured = await open.measure(question({ shape: 'value' }));
    expect(measured.kind === 'failure' && measured.reason).toBe(
      'answers 400: you sent Bearer ***... Check it',
    );
  });

  it('never shows a secret that was used, in any form', async () => {
    const context = metricContext({ secrets: { TOKEN: 'open-sesame-42' } });
    const encoded = Buffer.from('ci:open-sesame-42').toString('base64');
    const open = checked(
      (safe) => ({
        type: 'test',
        async measure() {
          throw new UserError(`refused ${safe.secret('TOKEN')}`, { where: `https://ci:x@host/?${encoded}` });
        },
      }),
      { form: valueForm, unit: 'number' },
      context,
    );
    const measured = await open.measure(question());
    expect(measured.kind).toBe('failure');
    expect(JSON.stringify(measured)).not.toMatch(/sesame|ci:x|b3Blbi1zZXNhbWU/);
  });

  it('never takes one release for the other', async () => {
    const about = {
      candidate: question().candidate,
      baseline: { ...question().candidate, revision: 'web-1' },
    };
    const http = (url: string) =>
      openMetric(
        { type: 'http', query: { url, value: '$.x', headers: {}, secretHeaders: {} }, unit: 'number' },
        {},
        metricContext({ ports: { clock: hastyClock() } }),
      ).measure(question(about));
    const same = await http('http://127.0.0.1:1/{{ version }}/{{ commit }}');
    expect('reason' in same && same.reason).toContain(
      '{{ version }} and {{ commit }} is the same for candidate and baseline',
    );
    for (const url of [
      'http://127.0.0.1:1/{{ version }}/{{ revision }}',
      'http://127.0.0.1:1/{{ version }}/{{ side }}',
    ]) {
      const other = await http(url);
      expect('reason' in other && other.reason).toContain('no answer');
    }
  });

  it('knows no other provider', () => {
    const unknown = { type: 'promtheus', query: 'up', unit: 'number' } as never;
    expect(() => openMetric(unknown, {}, metricContext())).toThrow('Did you mean "prometheus"?');
    const inherited = { type: 'constructor', query: 'up', unit: 'number' } as never;
    expect(() => openMetric(inherited, {}, metricContext())).toThrow('unknown metric provider');
  });
});
