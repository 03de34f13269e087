import type { JobResult, RunResult, StepResult } from '@fairway/local';
import { runWorkflow } from '@fairway/local';
import { git } from './git.ts';
import type { Load } from './load.ts';
import type { BackupProof, EnvironmentRecord, StepRecord } from './record.ts';
import { ENVIRONMENTS, type EnvironmentName, liveVersion, type Site } from './site.ts';
import type { Terminal } from './terminal.ts';

/** What is tried, and what must come out of it in each environment. */
export interface Attempt {
  title: string;
  workflow: string;
  inputs?: Record<string, string>;
  expected: Record<EnvironmentName, string>;
}

export type Loads = Record<EnvironmentName, Load>;

/** Runs one workflow of the developer's repository and collects what it did, and what really runs after it. */
export async function perform(
  attempt: Attempt,
  site: Site,
  { loads, terminal, signal }: { loads: Loads; terminal: Terminal; signal: AbortSignal },
): Promise<{ step: StepRecord; backups: BackupProof[] }> {
  const from = Date.now();
  const dispatched = attempt.inputs !== undefined;
  const run = await runWorkflow({
    workflow: attempt.workflow,
    repository: site.repository,
    slug: site.slug,
    event: dispatched ? { name: 'workflow_dispatch', inputs: attempt.inputs ?? {} } : { name: 'push' },
    env: { FAIRWAY_HOME: site.home },
    repositories: { 'fairway-ci/fairway': site.fairway },
    github: site.github,
    reporter: terminal.reporter,
    signal,
  });
  const to = Date.now();
  const build = stepsOf(run, '/build').find(({ outputs }) => outputs.digest);
  const rollback = dispatched ? stepsOf(run).find(({ outputs }) => outputs.outcome) : undefined;
  const asked = {
    version: jobOf(run, '/plan')?.outputs.version ?? rollback?.outputs.version ?? '',
    digest: build?.outputs.digest ?? rollback?.outputs.digest ?? '',
  };
  const environments = await Promise.all(
    ENVIRONMENTS.map(async (environment): Promise<EnvironmentRecord> => {
      const live = await liveVersion(site.ports[environment]);
      return {
        environment,
        outcome: outcomeIn(run, environment, attempt),
        ...asked,
        liveVersion: live?.version ?? '',
        liveDigest: live?.digest ?? '',
        ...(await loads[environment].between(from, to)),
      };
    }),
  );
  const release = stepsOf(run, '/release').find(({ outputs }) => outputs.created === 'true');
  const good = environments.every(
    (row) => row.outcome === attempt.expected[row.environment as EnvironmentName],
  );
  const step: StepRecord = {
    title: attempt.title,
    kind: dispatched ? 'rollback' : 'release',
    expected: describe(attempt.expected),
    outcome: dispatched
      ? (rollback?.outputs.outcome ?? 'failed')
      : run.conclusion === 'success'
        ? 'promoted'
        : 'stopped',
    good,
    ...asked,
    commit: git(site.repository, 'rev-parse', 'HEAD'),
    from,
    to,
    environments,
    verdicts: verdictsOf(run),
    ...(release
      ? { release: { tag: release.outputs.tag ?? '', url: release.outputs.releaseUrl ?? '' } }
      : {}),
  };
  return { step, backups: backupsOf(run, asked.version) };
}

const describe = (expected: Attempt['expected']): string =>
  ENVIRONMENTS.map((environment) => `${environment} ${expected[environment]}`).join(', ');

function jobOf(run: RunResult, end: string): JobResult | undefined {
  return run.jobs.find(({ id }) => id.endsWith(end));
}

function stepsOf(run: RunResult, end = ''): StepResult[] {
  return run.jobs.filter(({ id }) => id.endsWith(end)).flatMap(({ steps }) => steps);
}

/** The outcome that the deploy, canary or rollback action reported for an environment. */
function outcomeIn(run: RunResult, environment: EnvironmentName, { inputs }: Attempt): string {
  if (inputs)
    return inputs.environment === environment
      ? (acting(run.jobs)?.outputs.outcome ?? 'failed')
      : 'not reached';
  const job = run.jobs.find((candidate) => candidate.environment?.name === environment);
  if (!job || job.conclusion === 'skipped') return 'not reached';
  return acting([job])?.outputs.outcome ?? 'failed';
}

/** The step that changed what runs; a backup has an outcome too, but changes nothing there. */
function acting(jobs: readonly JobResult[]): StepResult | undefined {
  return jobs
    .flatMap(({ steps }) => steps)
    .find(({ outputs }) => outputs.outcome && outputs.revision !== undefined);
}

function verdictsOf(run: RunResult): StepRecord['verdicts'] {
  const text = run.jobs.flatMap(({ steps }) => steps).find(({ outputs }) => outputs.verdicts)
    ?.outputs.verdicts;
  const rounds: { verdicts: { metric: string; verdict: string; explanation: string }[] }[] = JSON.parse(
    text ?? '[]',
  );
  return rounds.flatMap(({ verdicts }) =>
    verdicts.map(({ metric, verdict, explanation }) => ({ metric, verdict, explanation })),
  );
}

function backupsOf(run: RunResult, release: string): BackupProof[] {
  return run.jobs.flatMap(({ steps, environment }) =>
    steps
      .filter(({ outputs }) => outputs.archive)
      .map(({ outputs }) => ({
        release,
        environment: environment?.name ?? '',
        archive: outputs.name ?? '',
        size: Number(outputs.size),
        sha256: outputs.sha256 ?? '',
        restored: outputs.restored === 'true',
        restoreMs: Number(outputs['rto-ms']),
        tables: JSON.parse(outputs.tables ?? '[]'),
      })),
  );
}
