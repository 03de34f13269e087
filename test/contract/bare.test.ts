import { describe, expect, it } from 'vitest';
import { definitions } from '../../scripts/generated.ts';
import { root, runBundle } from '../support/bundle.ts';

const actions = await definitions(root);

describe('a bundle started with no inputs', () => {
  it.each([...actions])('%s lists what is missing, without a stack trace', async (name, definition) => {
    const run = await runBundle(name);
    expect(run.exitCode).toBe(1);
    const needed = Object.entries(definition.inputs)
      .filter(([, { required, default: text }]) => (text === undefined ? required : text.includes('${{')))
      .map(([input]) => input);
    expect(needed.length).toBeGreaterThan(0);
    for (const input of needed) expect(run.stdout).toContain(`- ${input}: is missing`);
    expect(run.stdout).toMatch(/^::error title=/m);
    expect(run.stdout + run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(run.summary).toContain('is missing');
  });

  it('covers every action', () => {
    expect([...actions.keys()]).toEqual([
      'backup',
      'build-image',
      'canary',
      'deploy',
      'plan',
      'release-notes',
      'rollback',
      'scan',
      'sweep',
    ]);
  });
});
