import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIXTURES, filesBelow } from './support/files.ts';
import { repository, run } from './support/repository.ts';

test('a workflow that uses everything', async () => {
  const base = filesBelow(join(FIXTURES, 'repository'));
  const workflow = '.github/workflows/sink.yml';
  const folder = repository({
    ...base,
    [workflow]: readFileSync(join(FIXTURES, 'kitchen-sink.yml'), 'utf8'),
  });
  const ran = await run('', {
    repository: folder,
    workflow,
    event: { name: 'workflow_dispatch', inputs: { note: 'hello' } },
    secrets: { KEY: 'the-key-itself' },
    vars: { REGION: 'eu' },
    repositories: { 'acme/tools': repository(base) },
    // One at a time, so that the last matrix job to set an output is always the same.
    maxParallel: 1,
  });
  expect(ran.jobs.filter((job) => job.conclusion === 'failure').flatMap((job) => job.annotations)).toEqual(
    [],
  );
  expect(Object.fromEntries(ran.jobs.map((job) => [job.name, `${job.outcome} ${job.conclusion}`]))).toEqual({
    'Plan low': 'success success',
    'build (a, 1, yes)': 'success success',
    'build (a, 2)': 'success success',
    'build (b, 1)': 'success success',
    'build (c, true)': 'failure success',
    'call (x.example) / work': 'success success',
    'call (y.example) / work': 'success success',
    'inherit / work': 'success success',
    deploy: 'success success',
    never: 'skipped skipped',
    after: 'success success',
  });
  const plan = ran.job('Plan low');
  expect(plan.outputs).toEqual({ sites: '["a","b"]', multi: 'one\ntwo' });
  expect(plan.summary).toBe('## Planned\n');
  expect(plan.steps.find((step) => step.id === 'soft')).toMatchObject({
    outcome: 'failure',
    conclusion: 'success',
  });
  expect(plan.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
  expect(ran.job('deploy').environment).toEqual({
    name: 'prod-eu',
    url: 'https://y.example/2',
    deployment: false,
  });
  expect(ran.lines).toEqual(
    expect.arrayContaining([
      'from the path',
      'soft failed',
      'a template',
      '1+2-yes',
      'two true true',
      'OUT composite for a',
      'OUT main for tools',
      'OUT post with state',
      'after success success skipped',
      '.github/workflows/sink.yml success 1',
    ]),
  );
  expect(JSON.stringify(ran.events)).not.toContain('the-key-itself');
  expect(ran.conclusion).toBe('success');
});
