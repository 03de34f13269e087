import type { Release } from '@fairway/ledger';
import type { Log, Summary } from '@fairway/runtime';
import type { Plan } from '@fairway/targets';
import { nameOf } from '../record.ts';
import type { Site } from '../site.ts';

/** What an action did to one environment, for its summary. */
export interface Finding {
  readonly title: string;
  /** `deployed`, `aborted`... */
  readonly outcome: string;
  readonly release: Release;
  /** What was live before. */
  readonly before: Release | undefined;
  readonly plan?: Plan | undefined;
  /** What was read back. */
  readonly seen: readonly string[];
}

export function logPlan(log: Log, { wanted, from, steps }: Plan): void {
  log.info(`Plan: ${from ? `${nameOf(from)} is live` : 'nothing is live'}; wanted is ${nameOf(wanted)}`);
  if (steps.length === 0) log.info('  nothing to do: it is served already');
  for (const [i, step] of steps.entries()) log.info(`  ${i + 1}. ${step}`);
}

export function summarize(summary: Summary, site: Site, finding: Finding): Summary {
  const { release, before, plan, seen } = finding;
  const { url } = site.target;
  summary
    .heading(`${finding.title}: ${site.environment}`)
    .table(
      ['', ''],
      [
        ['Outcome', `**${finding.outcome}**`],
        ['Release', `${release.version}, commit \`${release.commit.slice(0, 12)}\``],
        ['Digest', `\`${release.digest}\``],
        ['Before', before ? `${before.version}, \`${before.digest.slice(0, 19)}\`` : 'nothing'],
        ['Target', site.target.location],
        ...(url ? [['URL', url]] : []),
        ['Ledger', site.ledger.location],
      ],
    );
  if (plan?.steps.length)
    summary.details('Plan', plan.steps.map((step, i) => `${i + 1}. ${step}`).join('\n'));
  if (seen.length) summary.heading('Read back', 3).raw(`${seen.map((line) => `- ${line}`).join('\n')}\n\n`);
  return summary;
}
