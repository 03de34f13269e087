import type { GateResult } from './gate.ts';
import type { Finding, Rule, Severity } from './types.ts';

/** Code scanning takes 25,000 results a run. */
const RESULT_LIMIT = 25_000;
const REMEDY =
  'Revoke the secret where it was issued and replace it. Removing it from the file is not enough: it stays in the history of the repository.';

/** What code scanning shows: a number from 0.1 to 10.0, as text, and a level. */
const WEIGHTS: Record<Severity, { score: string; level: 'error' | 'warning' | 'note' }> = {
  critical: { score: '9.5', level: 'error' },
  high: { score: '8.0', level: 'error' },
  medium: { score: '5.5', level: 'warning' },
  low: { score: '2.0', level: 'note' },
};

export interface SarifOptions {
  readonly rules: readonly Rule[];
  /** Full commit id. */
  readonly revision: string;
}

/** SARIF 2.1.0 of all findings; accepted ones are marked as suppressed with their reason. */
export function toSarif(
  { blocking, tolerated, accepted }: GateResult,
  { rules, revision }: SarifOptions,
): string {
  const reasons = new Map(accepted.map(({ finding, exception }) => [finding, exception.reason]));
  const all = [...blocking, ...tolerated, ...reasons.keys()].slice(0, RESULT_LIMIT);
  const used = rules.filter(({ id }) => all.some(({ rule }) => rule === id));
  const occurrences = new Map<string, number>();
  const results = all.map((finding) => {
    // One secret twice in a file: the platform tells the two by the number after the colon.
    const count = (occurrences.get(finding.fingerprint) ?? 0) + 1;
    occurrences.set(finding.fingerprint, count);
    return resultOf(
      finding,
      used.findIndex(({ id }) => id === finding.rule),
      count,
      reasons.get(finding),
    );
  });
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Fairway scan', rules: used.map(ruleOf) } },
        automationDetails: { id: 'fairway-scan/' },
        properties: { revision },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function ruleOf({ id, title, severity, url }: Rule) {
  const { score, level } = WEIGHTS[severity];
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: `${title} in a file of the repository.` },
    help: { text: REMEDY },
    ...(url ? { helpUri: url } : {}),
    defaultConfiguration: { level },
    properties: { tags: ['security', 'secret'], 'security-severity': score },
  };
}

function resultOf(finding: Finding, ruleIndex: number, count: number, reason: string | undefined) {
  const { line, column, endLine, endColumn } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: WEIGHTS[finding.severity].level,
    message: { text: `${finding.message}. ${REMEDY}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodePath(finding.file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:${count}` },
    ...(reason === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: reason }] }),
  };
}

const encodePath = (file: string): string => file.split('/').map(encodeURIComponent).join('/');
