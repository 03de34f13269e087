import type { Log, Summary } from '@fairway/runtime';
import type { EnvironmentPlan, PromotionPlan } from './promotion.ts';

/** The plan in the log, a line an environment. */
export function logPlan(plan: PromotionPlan, log: Log): void {
  log.info(`${plan.app} ${plan.version} (${plan.commit.slice(0, 7)}): ${plan.because}`);
  for (const [i, stage] of plan.stages.entries()) {
    for (const entry of stage) {
      log.info(`  stage ${i + 1}  ${entry.environment}: ${changeOf(entry, plan)} by ${entry.strategy}`);
    }
  }
  for (const { sha, title, why } of plan.skipped) log.info(`  left out ${sha.slice(0, 7)} ${title}: ${why}`);
  for (const entry of plan.stages.flat()) {
    for (const remark of entry.remarks) log.warning(`${entry.environment}: ${remark}`);
  }
}

/** The plan as a page: a picture of the order, the table, what the release brings. */
export function summarize(plan: PromotionPlan, notes: string, summary: Summary): void {
  summary.heading(`${plan.app} ${plan.version}`);
  summary.paragraph(
    `Commit \`${plan.commit.slice(0, 7)}\`: ${plan.because}. ${
      plan.hasChanges ? '' : 'Every environment of this plan has the release already.'
    }`.trim(),
  );
  summary.code(flowchart(plan), 'mermaid');
  summary.table(
    ['Stage', 'Environment', 'Change', 'Commits', 'Strategy', 'Backup'],
    plan.stages.flatMap((stage, i) =>
      stage.map((entry) => [
        String(i + 1),
        entry.url ? `[${entry.environment}](${entry.url})` : entry.environment,
        changeOf(entry, plan),
        distanceOf(entry),
        entry.strategy,
        entry.backup ? 'yes' : '',
      ]),
    ),
  );
  const remarks = plan.stages
    .flat()
    .flatMap(({ environment, remarks }) => remarks.map((remark) => `- **${environment}**: ${remark}`));
  if (remarks.length) summary.paragraph(remarks.join('\n'));
  summary.details(`What ${plan.version} brings${plan.previous ? ` since ${plan.previous}` : ''}`, notes);
}

export function changeOf({ live, change }: EnvironmentPlan, { version, commit }: PromotionPlan): string {
  if (change === 'first' || !live) return `first release: ${version}`;
  if (change === 'none') return `${version}, live already`;
  if (live.version === version) {
    return `${version} (${live.commit.slice(0, 7)}) -> ${version} (${commit.slice(0, 7)})`;
  }
  return `${live.version} -> ${version}`;
}

function distanceOf({ live, commits }: EnvironmentPlan): string {
  if (!live) return '';
  if (!commits) return 'unknown';
  const { ahead, behind } = commits;
  return [ahead || !behind ? `${ahead}` : '', behind ? `back ${behind}` : ''].filter(Boolean).join(', ');
}

/** Names are safe in mermaid: they are lower-case letters, digits and "-". */
function flowchart(plan: PromotionPlan): string {
  const entries = plan.stages.flat();
  const id = (name: string) => `e${entries.findIndex(({ environment }) => environment === name)}`;
  const lines = ['flowchart LR'];
  for (const entry of entries) {
    lines.push(`  ${id(entry.environment)}["${entry.environment}<br/>${changeOf(entry, plan)}"]`);
  }
  for (const entry of entries) {
    for (const before of entry.after) {
      if (entries.some(({ environment }) => environment === before)) {
        lines.push(`  ${id(before)} --> ${id(entry.environment)}`);
      }
    }
  }
  return lines.join('\n');
}
