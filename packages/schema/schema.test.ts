import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bool,
  choice,
  closest,
  duration,
  field,
  formatDuration,
  formatSize,
  int,
  type Kind,
  list,
  map,
  named,
  object,
  type Problem,
  parseDuration,
  parsePercent,
  parseSize,
  percent,
  secret,
  showPath,
  size,
  text,
  url,
} from './index.ts';

function read<T>(kind: Kind<T>, value: unknown) {
  const problems: Problem[] = [];
  const result = kind.read(value, [], (problem) => problems.push(problem));
  return { value: result, said: problems.map(({ path, message }) => `${showPath(path)}: ${message}`) };
}

describe('units', () => {
  test.each([
    ['30s', 30_000],
    ['1h30m', 5_400_000],
    ['1.5s', 1_500],
    ['250ms', 250],
    ['2d', 172_800_000],
    ['1d2h3m4s5ms', 93_784_005],
    ['0s', 0],
  ])('%s is %i ms', (shown, ms) => expect(parseDuration(shown)).toBe(ms));

  test.each(['30', '', 's', '-1s', '1 h', '1H', '5min', '1h30', '30s ', '1..5s', '１s', '5m5m', '30m1h'])(
    '%j is no duration',
    (shown) => expect(parseDuration(shown)).toBeUndefined(),
  );

  test.each([
    ['5%', 5],
    ['0.5%', 0.5],
    ['100%', 100],
    ['100.0%', 100],
    ['0%', 0],
  ])('%s is %d', (shown, value) => expect(parsePercent(shown)).toBe(value));

  test.each(['5', '101%', '100.1%', '-1%', '5 %', '%', '1e1%'])('%j is no percentage', (shown) =>
    expect(parsePercent(shown)).toBeUndefined(),
  );

  test('sizes are decimal or binary by their unit; lower-case and missing units are refused', () => {
    expect(['1kB', '1KiB', '1.5MB', '10B'].map(parseSize)).toEqual([1_000, 1_024, 1_500_000, 10]);
    expect(['1', '1k', '1KB', '1mb', '-1B', '1 kB'].map(parseSize)).toEqual(Array(6).fill(undefined));
  });

  test('what is formatted reads well and parses again to nearly the same', () => {
    expect([12, 4_200, 5_400_000, 60_000, 90_000_000].map(formatDuration)).toEqual([
      '12ms',
      '4.2s',
      '1h30m',
      '1m',
      '1d1h',
    ]);
    expect([0, 1_023, 1_536].map(formatSize)).toEqual(['0 B', '1023 B', '1.5 KiB']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (ms) => {
        const again = parseDuration(formatDuration(ms));
        expect(again).toBeDefined();
        expect(Math.abs((again ?? NaN) - ms)).toBeLessThanOrEqual(Math.max(1, ms * 0.05));
      }),
    );
  });
});

describe('strict scalars', () => {
  test.each<[string, Kind<unknown>, unknown]>([
    ['a number for text', text(), 5],
    ['blank text', text(), '  '],
    ['yes for a boolean', bool(), 'yes'],
    ['1 for a boolean', bool(), 1],
    ['half for an integer', int(), 1.5],
    ['text for an integer', int(), '5'],
    ['not a number', int(), Number.NaN],
    ['out of range', int({ min: 1, max: 5 }), 6],
    ['beyond 2^53', int(), 2 ** 60],
    ['a bare duration', duration(), 30],
    ['a bare percentage', percent(), 5],
    ['a bare size', size(), 1_000],
    ['no scheme', url(), 'example.com'],
    ['another scheme', url(), 'file:///etc/passwd'],
    ['nothing', text(), null],
  ])('%s is one problem and no value', (_, kind, value) => {
    const result = read(kind, value);
    expect(result.value).toBeUndefined();
    expect(result.said).toHaveLength(1);
  });

  test('a choice lists what is valid and what was meant', () => {
    expect(read(choice(['recreate', 'canary']), 'cannary').said[0]).toMatch(
      /unknown value "cannary"\. Did you mean "canary"\? Valid: recreate, canary\./,
    );
    expect(read(choice(['a', 'b']), 'toString').value).toBeUndefined();
  });

  test('a suggestion is near, or there is none', () => {
    const valid = ['process', 'kubernetes', 'compose'];
    expect(closest('porcess', valid)).toBe('process');
    expect(closest('Kubernets', valid)).toBe('kubernetes');
    expect(closest('ecs', valid)).toBeUndefined();
  });
});

describe('collections', () => {
  const kind = object({
    name: field(text(), { description: 'n', required: true }),
    'ready-within': field(duration(), { description: 'r', default: '30s' }),
    steps: field(list(percent()), { description: 's' }),
  });

  test('defaults are read by their kind; keys become camelCase', () => {
    expect(read(kind, { name: 'x' }).value).toEqual({ name: 'x', readyWithin: 30_000 });
  });

  test('all problems are told together, each with its place', () => {
    const { value, said } = read(kind, { nam: 'x', 'ready-within': '5', steps: ['5%', 7, '200%'] });
    expect(value).toBeUndefined();
    expect(said.join('\n')).toMatch(/nam: unknown key "nam"\. Did you mean "name"/);
    for (const place of ['ready-within:', 'steps[1]:', 'steps[2]:']) expect(said.join('\n')).toContain(place);
    expect(said.join('\n')).toMatch(/name.*(missing|required|expected)/);
  });

  test.each([null, 'text', 5, ['list']])('%j is not a mapping', (value) => {
    expect(read(kind, value).said.join()).toMatch(/expected a mapping/);
  });

  test.each(['constructor', '__proto__', 'toString'])('the key %s is unknown like any other', (key) => {
    const value = JSON.parse(`{"${key}": {}, "name": "x"}`);
    expect(read(kind, value).said.join()).toContain(`unknown key "${key}"`);
    const variant = named('target', { process: object({}) });
    expect(read(variant, JSON.parse(`{"${key}": {}}`)).said.join()).toContain(`unknown target "${key}"`);
  });

  test('a map keeps every key, __proto__ too', () => {
    const { value } = read(map(text()), JSON.parse('{"a":"1","__proto__":"2"}'));
    expect(Object.entries(value ?? {})).toEqual([
      ['a', '1'],
      ['__proto__', '2'],
    ]);
  });

  test('a variant names exactly one', () => {
    const kinds = named('target', { process: object({}), compose: object({}) });
    expect(read(kinds, { process: null }).value).toEqual({ type: 'process', config: {} });
    expect(read(kinds, {}).said.join()).toMatch(/exactly one target, found 0\. Valid: process, compose/);
    expect(read(kinds, { process: {}, compose: {} }).said.join()).toMatch(/found 2/);
    expect(read(kinds, { proces: {} }).said.join()).toMatch(/Did you mean "process"/);
  });

  test('the text of an input: lists by comma or line, maps by line, and nothing is guessed', () => {
    const fromText = (k: Kind<unknown>, given: string) => read(k, k.fromText?.(given) ?? given);
    expect(fromText(list(text()), 'a, b,').value).toEqual(['a', 'b']);
    expect(fromText(list(text()), 'a, b\nc').value).toEqual(['a, b', 'c']);
    expect(fromText(list(int()), '1,x').said.join()).toMatch(/\[1\]: expected a whole number, found "x"/);
    expect(fromText(map(text()), 'A=1\nB = x=y').value).toEqual({ A: '1', B: 'x=y' });
    expect(fromText(map(text()), 'A=1\nnonsense').said.join()).toMatch(
      /expected name=value a line; line 2 has no name \("nonsense"\)/,
    );
    expect(fromText(map(text()), 'A=1\nB=2\n\nA=3').said).toEqual([
      ': line 4 gives a name a second time ("A=3")',
    ]);
    expect(fromText(bool(), 'TRUE').said.join()).toMatch(/expected true or false/);
    expect(fromText(int(), '1e3').said).toHaveLength(1);
  });

  test('lists and maps of secrets are secret', () => {
    const hidden = map(secret(), { keys: /^[A-Z_]+$/ });
    for (const wrong of ['bm90IGEgbmFtZQ==', 'not-a-name '.repeat(9), 'A=1\nA=not-a-name']) {
      const { said } = read(hidden, hidden.fromText?.(wrong));
      expect(said).toHaveLength(1);
      expect(said[0]).not.toMatch(/bm90|not-a-name/);
    }
    expect([list(secret()).secret, map(secret()).secret, list(text()).secret]).toEqual([
      true,
      true,
      undefined,
    ]);
  });
});

test('nothing that is thrown at a kind makes it throw, and no value means a problem', () => {
  const everything = object({
    a: field(list(map(either())), { description: 'a' }),
    b: field(named('b', { x: object({}), y: text() }), { description: 'b' }),
    c: field(url(), { description: 'c' }),
  });
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom('a', 'b', 'c', 'x', 'y', '__proto__') }), (value) => {
      const result = read(everything, value);
      expect(result.value === undefined).toBe(result.said.length > 0);
    }),
  );
  function either() {
    return object({ x: field(duration(), { description: 'x', required: true }) });
  }
});
