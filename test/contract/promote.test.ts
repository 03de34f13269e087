import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { holds, type Value } from '../../packages/local/expression/evaluate.ts';
import { statusFunctions } from '../../packages/local/expression/functions.ts';
import { run } from '../local/support/repository.ts';
import { root } from '../support/bundle.ts';

type Job = Record<string, unknown> & { if?: string; needs?: string | string[] };
const text = readFileSync(join(root, '.github/workflows/promote.yml'), 'utf8');
const order = (...stages: string[][]) =>
  stages.map((stage) =>
    stage.map((environment) => ({ environment, action: 'deploy', backup: false, url: '' })),
  );

/** The rendered workflow with its order of jobs, and a script in place of what each job does. */
function skeleton(stages: Value, { fails, complete = true }: { fails?: string; complete?: boolean }): string {
  const workflow = load(text) as { jobs: Record<string, Job> };
  const count = (stages as unknown[]).length;
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const own = name.startsWith('stage-') ? '${{ matrix.environment }}' : name;
    const outputs = [
      `stages=${JSON.stringify(stages)}`,
      `stage-count=${count}`,
      `complete=${complete}`,
      'app=a',
    ];
    const script = name === 'plan' ? outputs.map((line) => `echo '${line}' >> $GITHUB_OUTPUT`) : [];
    job.steps = [
      {
        id: name,
        run: [...script, 'test "$OWN" != "$FAILS"'].join('\n'),
        env: { OWN: own, FAILS: fails ?? '' },
      },
    ];
    delete job.environment;
  }
  return dump(workflow);
}

const CALLER = `on: push
jobs:
  promote:
    uses: ./.github/workflows/promote.yml
    permissions: { contents: write, deployments: write, packages: write }
`;

async function outcome(stages: Value, how: { fails?: string; complete?: boolean } = {}) {
  const files = { '.github/workflows/promote.yml': skeleton(stages, how) };
  const { jobs, conclusion } = await run(CALLER, { files });
  const ran = jobs.filter(({ conclusion: one }) => one !== 'skipped');
  return { conclusion, ran: ran.map(({ name }) => name.replace('promote / ', '')).sort() };
}

describe('promote.yml', () => {
  const three = order(['dev'], ['eu', 'us'], ['production']);
  const before = ['build', 'plan', 'scan'];

  it('runs the stages of the plan in order, then the release', async () => {
    expect(await outcome(three)).toEqual({
      conclusion: 'success',
      ran: [...before, 'dev', 'eu', 'us', 'production', 'release'].sort(),
    });
    expect((await outcome(three, { complete: false })).ran).not.toContain('release');
  });

  it('stops at a failed stage: its neighbour ends, nothing comes after it', async () => {
    expect(await outcome(three, { fails: 'eu' })).toEqual({
      conclusion: 'failure',
      ran: [...before, 'dev', 'eu', 'us'].sort(),
    });
  });

  it('deploys nothing when the scan fails', async () => {
    expect(await outcome(three, { fails: 'scan' })).toEqual({ conclusion: 'failure', ran: before });
  });

  it('releases only when every stage of the order succeeded', () => {
    const { release } = (load(text) as { jobs: Record<string, Job> }).jobs;
    // A pending job that a newer run replaced is cancelled; its run is not, and nothing has failed.
    const releases = (count: string, results: string[]) => {
      const needs: Record<string, Value> = { plan: { outputs: { 'stage-count': count, complete: 'true' } } };
      for (let n = 1; n <= 6; n++) needs[`stage-${n}`] = { result: results[n - 1] ?? 'skipped' };
      const status = { success: () => false, failure: () => false, cancelled: () => false };
      return holds(release?.if ?? '', {
        contexts: { needs, inputs: { release: true } },
        functions: statusFunctions(status),
      });
    };
    expect(releases('2', ['success', 'success'])).toBe(true);
    expect(releases('2', ['success', 'cancelled'])).toBe(false);
    expect(releases('2', ['success', 'skipped'])).toBe(false);
    expect(releases('1', ['skipped'])).toBe(false);
    expect(releases('6', Array(6).fill('success'))).toBe(true);
    for (let n = 0; n < 6; n++) {
      expect(
        releases(
          '6',
          Array(6)
            .fill('success')
            .fill('cancelled', n, n + 1),
        ),
        `stage ${n + 1}`,
      ).toBe(false);
    }
  });

  it('gives each environment its own concurrency group, and never cancels a rollout', () => {
    const { jobs } = load(text) as { jobs: Record<string, Job> };
    const stages = Object.entries(jobs).filter(([name]) => name.startsWith('stage-'));
    expect(stages).toHaveLength(6);
    for (const [, job] of stages) {
      expect(job.concurrency).toEqual({
        group: 'fairway-${{ needs.plan.outputs.app }}-${{ matrix.environment }}',
        'cancel-in-progress': false,
      });
      expect(job.environment).toMatchObject({ name: '${{ matrix.environment }}', deployment: false });
      expect(job.strategy).toMatchObject({ 'fail-fast': false });
    }
  });
});
