import { expect, test } from 'vitest';
import type { ScanException } from './exceptions.ts';
import { judge } from './gate.ts';
import type { Finding, Severity } from './types.ts';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const finding = (severity: Severity, file = 'src/a.ts', fingerprint = 'f'.repeat(32)): Finding => ({
  rule: 'secretlint/github',
  severity,
  message: 'found a token',
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  fingerprint,
});
const exception = (change: Partial<ScanException> = {}): ScanException => ({
  rule: 'secretlint/github',
  path: 'src/a.ts',
  reason: 'made up',
  expires: '2026-06-15',
  ...change,
});
const all = (['critical', 'high', 'medium', 'low'] as const).map((severity) => finding(severity));

test.each([
  ['critical', 1],
  ['high', 2],
  ['medium', 3],
  ['low', 4],
  ['none', 0],
] as const)('fail-on %s stops on %i of four; the others are reported', (failOn, count) => {
  const { blocking, tolerated } = judge(all, [], failOn, NOW);
  expect(blocking).toEqual(all.slice(0, count));
  expect(tolerated).toEqual(all.slice(count));
});

test('an exception holds through its last day in UTC, and not a millisecond longer', () => {
  const end = Date.parse('2026-06-16T00:00:00Z');
  const at = (now: number) => judge([finding('high')], [exception()], 'high', now);
  expect(at(end - 1)).toMatchObject({
    blocking: [],
    expired: [],
    accepted: [{ exception: { reason: 'made up' } }],
  });
  expect(at(end)).toMatchObject({
    blocking: [{ severity: 'high' }],
    expired: [{ path: 'src/a.ts' }],
    accepted: [],
  });
});

test('what an expired exception covered stops, also below the limit: it was due', () => {
  const late = exception({ expires: '2026-01-01' });
  expect(judge([finding('low')], [late], 'critical', NOW).blocking).toHaveLength(1);
  expect(judge([finding('low')], [late], 'none', NOW)).toMatchObject({ blocking: [], expired: [late] });
  expect(judge([finding('low')], [late, exception()], 'low', NOW)).toMatchObject({
    blocking: [],
    expired: [],
  });
});

test('an exception that nothing needs is named, expired or not', () => {
  const other = exception({ path: 'src/b.ts' });
  const old = exception({ path: 'src/c.ts', expires: '2020-01-01' });
  expect(judge([], [other, old], 'high', NOW)).toMatchObject({
    unused: [other, old],
    expired: [],
    blocking: [],
  });
});

test.each([
  [{}, true],
  [{ rule: 'secretlint/npm' }, false],
  [{ path: 'src/*.ts' }, true],
  [{ path: '**/a.ts' }, true],
  [{ path: '*.ts' }, false],
  [{ path: 'src' }, false],
  [{ fingerprint: 'f'.repeat(32) }, true],
  [{ fingerprint: 'e'.repeat(32) }, false],
  [{ path: 'other', fingerprint: 'f'.repeat(32) }, false],
])('an exception with %j covers: %s', (change, covers) => {
  expect(judge([finding('high')], [exception(change)], 'high', NOW).accepted).toHaveLength(covers ? 1 : 0);
});

test('a path with brackets is taken as it stands', () => {
  const odd = finding('high', 'app/[id]/page.ts');
  expect(judge([odd], [exception({ path: 'app/[id]/page.ts' })], 'high', NOW).accepted).toHaveLength(1);
});
