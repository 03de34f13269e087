import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lane } from '../support/lanes.ts';
import { FIXTURES, filesBelow } from './support/files.ts';
import { repository, run } from './support/repository.ts';

const available = await new Promise<boolean>((resolve) => {
  execFile('act', ['--version'], (error) => resolve(!error));
});

/** What both runners can tell about a run, in the same words. */
interface Observed {
  /** What the steps say with a line that begins with OUT, sorted: jobs run in parallel. */
  said: string[];
  /** Job id -> results of its combinations, sorted. Skipped jobs are left out: act does not report them. */
  jobs: Record<string, string[]>;
  /** `job.step` -> outcome, for steps with an id that were not skipped. */
  steps: Record<string, string>;
}

async function throughAct(folder: string, workflow: string): Promise<Observed> {
  const home = mkdtempSync(join(tmpdir(), 'local-act-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const flags = [
    '--pull=false',
    '--no-cache-server',
    '--json',
    '-P',
    'ubuntu-latest=-self-hosted',
    '-s',
    'DEPLOY_KEY=hush-hush',
  ];
  const node = dirname(process.execPath);
  const env = {
    PATH: `${node}:${process.env.PATH}`,
    HOME: home,
    XDG_CACHE_HOME: home,
    DOCKER_HOST: 'unix:///nonexistent',
  };
  const stdout = await new Promise<string>((resolve) => {
    execFile('act', ['push', ...flags, '-W', workflow], { cwd: folder, env }, (_, out) => resolve(out));
  });
  const observed: Observed = { said: [], jobs: {}, steps: {} };
  for (const line of stdout.split('\n').filter((text) => text.startsWith('{'))) {
    const event = JSON.parse(line) as Record<string, unknown> & { msg: string; jobID?: string };
    const job = event.jobID ?? '';
    if (event.raw_output)
      observed.said.push(...event.msg.split('\n').filter((text) => text.startsWith('OUT ')));
    const step = (event.stepID as string[] | undefined)?.join('.');
    if (event.stepResult && event.stage === 'Main' && step && !/^\d+$/.test(step) && !step.includes('.')) {
      observed.steps[`${job}.${step}`] = String(event.stepResult);
    }
    if (event.jobResult) observed.jobs[job] = [...(observed.jobs[job] ?? []), String(event.jobResult)];
  }
  return sorted(observed);
}

async function throughUs(folder: string, workflow: string): Promise<Observed> {
  const ran = await run('', { repository: folder, workflow, secrets: { DEPLOY_KEY: 'hush-hush' } });
  const observed: Observed = {
    said: ran.lines.filter((line) => line.startsWith('OUT ')),
    jobs: {},
    steps: {},
  };
  for (const job of ran.jobs.filter((candidate) => candidate.conclusion !== 'skipped')) {
    const id = basename(job.id);
    observed.jobs[id] = [...(observed.jobs[id] ?? []), job.conclusion];
    for (const step of job.steps)
      if (step.id && step.outcome !== 'skipped') observed.steps[`${id}.${step.id}`] = step.outcome;
  }
  return sorted(observed);
}

function sorted(observed: Observed): Observed {
  const trim = (line: string) => line.trimEnd();
  const jobs = Object.entries(observed.jobs).map(([id, results]) => [id, results.sort()]);
  return { ...observed, said: observed.said.map(trim).sort(), jobs: Object.fromEntries(jobs) };
}

lane('act', available, () => {
  const names = readdirSync(join(FIXTURES, 'act')).map((file) => basename(file, '.yml'));
  test.each(names)('the local runner and act agree on %s', async (name) => {
    const workflow = `.github/workflows/${name}.yml`;
    const content = readFileSync(join(FIXTURES, 'act', `${name}.yml`), 'utf8');
    const folder = repository({ ...filesBelow(join(FIXTURES, 'repository')), [workflow]: content });
    const ours = await throughUs(folder, workflow);
    const theirs = await throughAct(folder, workflow);
    expect(ours.said.length).toBeGreaterThan(0);
    expect(ours).toEqual(theirs);
  });
});
