import { expect, test } from 'vitest';
import { judge } from './gate.ts';
import { toSarif } from './sarif.ts';
import type { Finding, Rule } from './types.ts';

const rules: Rule[] = [
  { id: 'secretlint/npm', title: 'Secret: npm', severity: 'critical', url: undefined },
  { id: 'secretlint/github', title: 'Secret: github', severity: 'critical', url: 'https://example.org/r' },
];
const finding: Finding = {
  rule: 'secretlint/github',
  severity: 'critical',
  message: 'found a token',
  file: 'src/ü b#.ts',
  line: 2,
  column: 3,
  endLine: 4,
  endColumn: 5,
  fingerprint: 'f'.repeat(32),
};
const exception = { rule: finding.rule, path: 'x', reason: 'made up', expires: '2100-01-01' };
const sarif = (findings: readonly Finding[]) =>
  JSON.parse(toSarif(judge(findings, [exception], 'high', 0), { rules, revision: 'a'.repeat(40) }));

/** Code scanning refuses a file in which any text is empty. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

test('has what code scanning requires', () => {
  const document = sarif([finding]);
  expect(document).toMatchObject({ $schema: expect.stringContaining('sarif-2.1.0'), version: '2.1.0' });
  const [run] = document.runs;
  expect(run.tool.driver.rules).toEqual([
    expect.objectContaining({
      id: 'secretlint/github',
      shortDescription: { text: expect.any(String) },
      fullDescription: { text: expect.any(String) },
      help: { text: expect.stringContaining('history') },
      properties: expect.objectContaining({ 'security-severity': '9.5' }),
    }),
  ]);
  expect(run.results[0]).toMatchObject({
    ruleId: 'secretlint/github',
    ruleIndex: 0,
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'src/%C3%BC%20b%23.ts' },
          region: { startLine: 2, startColumn: 3, endLine: 4, endColumn: 5 },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: `${'f'.repeat(32)}:1` },
  });
  expect(texts(document)).not.toContain('');
});

test('nothing found is a valid file with no results', () => {
  expect(sarif([]).runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
});

test('one secret twice in a file gives two fingerprints', () => {
  const hashes = sarif([finding, { ...finding, line: 9, endLine: 9 }]).runs[0].results.map(
    (result: { partialFingerprints: Record<string, string> }) =>
      result.partialFingerprints.primaryLocationLineHash,
  );
  expect(hashes).toEqual([`${'f'.repeat(32)}:1`, `${'f'.repeat(32)}:2`]);
});

test('an accepted finding is suppressed with its reason, not dropped', () => {
  const { results } = sarif([finding, { ...finding, file: 'x' }]).runs[0];
  expect(results.map((result: { suppressions?: unknown }) => result.suppressions)).toEqual([
    undefined,
    [{ kind: 'external', status: 'accepted', justification: 'made up' }],
  ]);
});

test('25,000 results at most, blocking ones first', () => {
  const many = Array.from(
    { length: 25_001 },
    (_, i): Finding => ({ ...finding, severity: i ? 'low' : 'critical' }),
  );
  const { results } = sarif(many.toReversed()).runs[0];
  expect(results).toHaveLength(25_000);
  expect(results[0].level).toBe('error');
});
