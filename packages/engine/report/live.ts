import type { Verdict } from '@fairway/rollout';
import type { Log } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import type { LookFound } from './looks.ts';
import { sentence, shown, wordOf } from './words.ts';

/**
 * One look in the log: a line that is read at a glance, with each metric's sentence folded away below it. What
 * did not pass is not folded.
 */
export async function logLook(log: Log, look: Omit<LookFound, 'at'>): Promise<void> {
  const { weight, verdicts } = look;
  if (verdicts.length === 0) return;
  await log.group(`${formatPercent(weight)}: ${verdicts.map(short).join(', ')}`, async () => {
    for (const { explanation } of verdicts) log.info(explanation);
  });
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'pass') log.info(`  ${verdict.verdict}: ${sentence(verdict)}`);
  }
}

/** `errors ok 0.4%` */
function short(verdict: Verdict): string {
  const { metric, value, baseline, unit } = verdict;
  const word = verdict.verdict === 'pass' && verdict.evidence ? 'ok' : wordOf(verdict);
  const against = baseline === undefined ? '' : ` against ${shown(baseline, unit)}`;
  return `${metric} ${word}${value === undefined ? '' : ` ${shown(value, unit)}${against}`}`;
}

/** An annotation for each metric that stopped the rollout; what it waited for is a warning. */
export function annotateVerdicts(log: Log, environment: string, verdicts: readonly Verdict[]): void {
  for (const { metric, verdict, explanation, evidence } of verdicts) {
    const title = `${environment}: ${metric} ${verdict === 'fail' ? 'failed' : verdict}`;
    if (verdict === 'fail' || verdict === 'error') log.error(explanation, { title });
    else if (verdict === 'inconclusive' && evidence) log.warning(explanation, { title });
  }
}
