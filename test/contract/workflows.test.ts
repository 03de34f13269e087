import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkflow } from '@fairway/local';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { root } from '../support/bundle.ts';

interface Job {
  permissions?: unknown;
  steps?: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

const folder = join(root, '.github/workflows');
const files = readdirSync(folder);

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const workflow = load(text) as { permissions?: unknown; jobs: Record<string, Job> };
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps ?? []);

  it('is accepted by the official parser, and everything it uses exists', async () => {
    expect(await checkWorkflow({ workflow: `.github/workflows/${file}`, repository: root })).toEqual([]);
  });

  it('grants nothing at the top, and each job what it needs', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of jobs) expect(job, name).toHaveProperty('permissions');
  });

  it('uses its own actions at its own commit, and others by full commit', () => {
    const foreign = steps.flatMap(({ uses }) => (uses && !uses.startsWith('$/') ? [uses] : []));
    for (const uses of foreign) expect(uses).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
  });

  it('keeps expressions out of scripts, and credentials out of checkouts', () => {
    for (const { run, uses, with: inputs } of steps) {
      expect(run ?? '').not.toContain('${{');
      if (uses?.startsWith('actions/checkout@')) expect(inputs?.['persist-credentials']).toBe(false);
    }
  });
});
