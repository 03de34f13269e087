import type { DemoRecord } from './record.ts';

/** What the demo claims, checked against what was recorded; each broken claim is a sentence. */
export function problemsOf({ steps, backup, ledger }: DemoRecord): string[] {
  const problems: string[] = [];
  const releases = steps.filter(({ kind }) => kind === 'release');
  for (const step of steps) {
    if (!step.good) problems.push(`"${step.title}" was to end with ${step.expected}`);
  }
  for (const { title, digest, environments, outcome } of releases) {
    if (outcome !== 'promoted') continue;
    for (const { environment, liveDigest, requests, failed } of environments) {
      if (!digest || liveDigest !== digest)
        problems.push(`"${title}": ${environment} serves ${liveDigest}, not ${digest}`);
      if (failed) problems.push(`"${title}": ${failed} of ${requests} requests to ${environment} failed`);
    }
  }
  const [first, second, ...bad] = releases;
  if (second?.environments.some(({ requests }) => requests === 0))
    problems.push('no traffic during the second release');
  for (const { title, digest, environments } of bad) {
    const production = environments.at(-1);
    if (!production || production.liveDigest === digest) problems.push(`"${title}" took production over`);
    else if (production.liveDigest !== second?.digest)
      problems.push(`"${title}" left production with ${production.liveDigest}`);
  }
  const rollback = steps.find(({ kind }) => kind === 'rollback')?.environments.at(-1);
  if (!rollback || rollback.liveDigest !== first?.digest)
    problems.push('the rollback did not bring the first release back');
  if (rollback?.failed) problems.push(`${rollback.failed} requests failed during the rollback`);
  if (backup.length === 0) problems.push('no backup was made');
  for (const { archive, restored } of backup)
    if (!restored) problems.push(`${archive} was not proven by a restore`);
  for (const { environment, events } of ledger)
    if (!events.length) problems.push(`the ledger of ${environment} is empty`);
  return problems;
}
