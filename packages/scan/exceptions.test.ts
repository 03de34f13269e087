import { expect, test } from 'vitest';
import { parseExceptions } from './exceptions.ts';

const entry = (lines: Record<string, string>) =>
  `exceptions:\n  - ${Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n`;
const GOOD = { rule: 'secretlint/github', path: 'test/**', reason: 'made up', expires: '2027-01-31' };
const without = (key: keyof typeof GOOD) =>
  entry(Object.fromEntries(Object.entries(GOOD).filter(([name]) => name !== key)));

test('reads a file', () => {
  expect(parseExceptions(entry(GOOD), 'x.yml')).toEqual([GOOD]);
});

test.each([
  [without('reason'), '"reason" is missing'],
  [without('expires'), '"expires" is missing'],
  [without('rule'), '"rule" is missing'],
  [without('path'), 'neither a path nor a fingerprint'],
  [entry({ ...GOOD, reason: "''" }), 'expected text, found nothing'],
  [entry({ ...GOOD, expires: 'never' }), 'YYYY-MM-DD'],
  [entry({ ...GOOD, expires: '2027-02-30' }), 'not a day of the calendar'],
  [entry({ ...GOOD, fingerprint: 'abc' }), '32 hex digits'],
  [entry({ ...GOOD, paht: 'x' }), 'Did you mean "path"'],
  ['exceptions: 3', 'expected a list'],
  ['- rule: x', 'expected a mapping'],
  ['', 'the input is empty'],
  ['a: [', 'not valid YAML'],
])('%j is refused', (source, message) => {
  expect(() => parseExceptions(source, 'x.yml')).toThrow(message);
});

test('all problems at once', () => {
  const source = `${without('reason')}${without('path').replace('exceptions:\n', '')}`;
  expect(() => parseExceptions(source, 'x.yml')).toThrow(/reason/);
  const two =
    entry({ ...GOOD, expires: '2027-02-30' }) +
    entry({ ...GOOD, expires: '2027-04-31' }).replace('exceptions:\n', '');
  expect(() => parseExceptions(two, 'x.yml')).toThrow('x.yml has 2 problems');
});
