import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lane } from '../support/lanes.ts';
import { jobOf, repository, run } from './support/repository.ts';

describe('steps', () => {
  test('command files: outputs with heredocs, env, path, summary', async () => {
    const ran = await run(
      jobOf(
        `
- id: one
  run: |
    echo "plain=a=b" >> "$GITHUB_OUTPUT"
    { echo "multi<<END"; echo "x"; echo "y"; echo "END"; } >> "$GITHUB_OUTPUT"
    echo "FROM_ENV=kept" >> "$GITHUB_ENV"
    mkdir -p tools && printf '#!/bin/sh\\necho tool' > tools/my-tool && chmod +x tools/my-tool
    echo "$PWD/tools" >> "$GITHUB_PATH"
    echo "NODE_OPTIONS=--x" >> "$GITHUB_ENV"
    echo "# Title" >> "$GITHUB_STEP_SUMMARY"
    echo "unset here: [$FROM_ENV]"
- id: two
  env: { OVER: "\${{ env.FROM_ENV }}!", FROM_ENV: step }
  run: |
    my-tool
    echo "$FROM_ENV $OVER [$NODE_OPTIONS]"
    echo "## Second" >> "$GITHUB_STEP_SUMMARY"
- run: echo '\${{ env.FROM_ENV }} \${{ steps.one.outputs.plain }} \${{ toJSON(steps.one.outputs.multi) }}'`,
      ),
    );
    expect(ran.lines).toEqual(expect.arrayContaining(['unset here: []', 'tool', 'step kept! []']));
    expect(ran.lines).toContain('kept a=b "x\\ny"');
    expect(ran.job('a').summary).toBe('# Title\n## Second\n');
    expect(ran.job('a').annotations[0]?.message).toContain("Can't store NODE_OPTIONS");
    expect(ran.job('a').steps[0]?.outputs).toEqual({ plain: 'a=b', multi: 'x\ny' });
    expect(ran.conclusion).toBe('success');
  });

  test('status checks, continue-on-error, outcome and conclusion', async () => {
    const ran = await run(
      jobOf(
        `
- id: soft
  continue-on-error: true
  run: exit 3
- run: echo "soft \${{ steps.soft.outcome }} \${{ steps.soft.conclusion }} \${{ job.status }}"
- name: hard
  run: exit 4
- name: skipped by the implied success()
  if: github.ref == 'refs/heads/main'
  run: echo never
- name: cleans up
  if: failure() && steps.soft.outcome == 'failure'
  run: echo cleaning
- name: ends
  if: always()
  run: echo "status \${{ job.status }}"
- name: cancelled only
  if: cancelled()
  run: echo never`,
      ),
    );
    expect(ran.conclusion).toBe('failure');
    const steps = ran.job('a').steps;
    expect(steps.map(({ outcome, conclusion }) => `${outcome} ${conclusion}`)).toEqual([
      'failure success',
      'success success',
      'failure failure',
      'skipped skipped',
      'success success',
      'success success',
      'skipped skipped',
    ]);
    expect(ran.lines).toEqual(
      expect.arrayContaining(['soft failure success success', 'cleaning', 'status failure']),
    );
    expect(ran.lines).not.toContain('never');
    expect(ran.job('a').annotations.map((item) => item.message)).toContain(
      'Process completed with exit code 4.',
    );
  });

  test('shells: bash has pipefail, the default has not, sh and templates run', async () => {
    const ran = await run(
      jobOf(
        `
- name: default
  run: "false | true"
- name: bash
  continue-on-error: true
  shell: bash
  run: "false | true"
- name: sh
  shell: sh
  run: echo "sh $0" | sed 's/ .*//'
- name: template
  shell: bash -x {0}
  run: echo traced
- name: folder
  run: pwd
  working-directory: sub
- name: multi
  run: |
    false
    echo never`,
        'defaults: { run: { working-directory: . } }',
      ).replace('steps:\n', 'steps:\n      - run: mkdir sub\n'),
    );
    expect(ran.job('a').steps.map((step) => step.outcome)).toEqual(
      'success success failure success success success failure'.split(' '),
    );
    expect(ran.lines).toEqual(expect.arrayContaining(['sh', '+ echo traced', 'traced']));
    expect(ran.lines.some((line) => line.endsWith('/app/app/sub'))).toBe(true);
    expect(ran.lines).not.toContain('never');
  });

  test('workflow commands: annotations, masks, groups, stop-commands, deprecated ones', async () => {
    const ran = await run(
      jobOf(
        `
- id: talk
  run: |
    echo "::warning file=a.ts,line=3,endLine=4,col=5,title=Watch::Careful%0Anow"
    echo "::group::Inner"
    echo "::debug::hidden detail"
    echo "::endgroup::"
    echo "::add-mask::hunter2"
    echo "the password is hunter2"
    echo "::stop-commands::tok"
    echo "::error::not an error"
    echo "::tok::"
    echo "::set-output name=old::way"
    for i in $(seq 12); do echo "::notice::n$i"; done
- run: echo "still \${{ steps.talk.outputs.old }}"
- run: echo "::set-env name=A::b"`,
      ),
    );
    const { annotations } = ran.job('a');
    expect(annotations[0]).toEqual({
      level: 'warning',
      message: 'Careful\nnow',
      title: 'Watch',
      file: 'a.ts',
      line: 3,
      endLine: 4,
      column: 5,
      step: expect.any(String),
    });
    expect(annotations.filter((item) => item.level === 'notice')).toHaveLength(10);
    expect(annotations.map((item) => item.message)).not.toContain('not an error');
    expect(ran.lines).toEqual(
      expect.arrayContaining(['the password is ***', '::error::not an error', 'still way']),
    );
    expect(ran.lines).not.toContain('the password is hunter2');
    expect(ran.events).toContainEqual(expect.objectContaining({ type: 'group', title: 'Inner' }));
    expect(annotations.at(-1)?.message).toContain('The `set-env` command is disabled');
    expect(ran.conclusion).toBe('failure');
  });

  test('a summary above 1 MiB is refused, malformed command files fail the step', async () => {
    const ran = await run(
      jobOf(
        `
- run: head -c 1100000 /dev/zero | tr '\\0' x >> "$GITHUB_STEP_SUMMARY"
- run: echo nonsense >> "$GITHUB_OUTPUT"`,
      ),
    );
    expect(ran.job('a').summary).toBe('');
    expect(ran.job('a').annotations.map((item) => item.message)).toEqual([
      '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1075k.',
      "Unable to process file command: GITHUB_OUTPUT: invalid format 'nonsense'",
    ]);
    expect(ran.job('a').steps.map((step) => step.conclusion)).toEqual(['success', 'failure']);
  });

  test('the environment: documented variables, the machine only as far as it is listed', async () => {
    const ran = await run(jobOf('- run: env; cat "$GITHUB_EVENT_PATH"'), {
      baseEnv: { PATH: process.env.PATH ?? '', HOME: '/nowhere' },
      env: { EXTRA: 'yes' },
      event: { name: 'push', payload: { head_commit: { message: 'hi' } } },
      github: { apiUrl: 'http://127.0.0.1:1', serverUrl: 'http://127.0.0.1:2', token: 'ghs_secrettoken' },
    });
    const has = (line: string) => expect(ran.lines).toContain(line);
    for (const line of [
      'CI=true',
      'GITHUB_ACTIONS=true',
      'EXTRA=yes',
      'HOME=/nowhere',
      'GITHUB_REF=refs/heads/main',
    ])
      has(line);
    for (const line of ['GITHUB_REPOSITORY=acme/app', 'GITHUB_API_URL=http://127.0.0.1:1', 'RUNNER_OS=Linux'])
      has(line);
    expect(ran.lines.some((line) => line.startsWith('VITEST'))).toBe(false);
    expect(JSON.stringify(ran.events)).not.toContain('ghs_secrettoken');
    expect(ran.lines.join('\n')).toContain('"message": "hi"');
  });

  test('timeout-minutes of a step fails it; later steps run by their conditions', async () => {
    const ran = await run(
      jobOf(`
- run: trap 'exit 1' INT; for i in $(seq 100); do sleep 0.1; done
  timeout-minutes: 0.005
- if: failure()
  run: echo after`),
    );
    expect(ran.job('a').steps.map((step) => step.conclusion)).toEqual(['failure', 'success']);
    expect(ran.job('a').annotations.some((item) => item.message.includes('timed out'))).toBe(true);
    expect(ran.conclusion).toBe('failure');
  });

  test('a folder that does not exist, an action that was not checked out, uncommitted changes', async () => {
    const workflow = jobOf(`
- run: pwd
  working-directory: nowhere
  continue-on-error: true
- uses: ./not/there`);
    const folder = repository({ '.github/workflows/test.yml': workflow, x: 'committed' });
    writeFileSync(join(folder, 'x'), 'changed');
    const ran = await run('', { repository: folder });
    const [first, second] = ran.job('a').annotations.map((item) => item.message);
    expect(first).toMatch(/^Cannot start bash: its working directory '.*nowhere' does not exist$/);
    expect(second).toContain('Did you forget to run actions/checkout before running your local action?');
    expect(ran.events).toContainEqual({
      type: 'warning',
      text: expect.stringContaining('1 uncommitted change(s)'),
    });
  });

  test('a working folder that is given is kept, otherwise nothing stays behind', async () => {
    const workDir = repository({ x: '' });
    await run(jobOf('- run: echo kept > file'), { workDir });
    const kept = readdirSync(workDir, { recursive: true }).map(String);
    expect(kept.some((path) => path.endsWith('app/app/file'))).toBe(true);
    const ran = await run(jobOf('- run: pwd'));
    expect(existsSync(ran.lines.at(-1) ?? '')).toBe(false);
  });

  test('a Node that is too old is refused', async () => {
    const node = join(repository({ node: '#!/bin/sh\necho v20.1.0\n' }), 'node');
    await expect(run(jobOf('- run: "true"'), { node })).rejects.toThrow('need Node 24, but');
  });
});

const python = spawnSync('python', ['--version']).status === 0;
lane('python', python, () => {
  test('shell: python runs', async () => {
    const ran = await run(jobOf("\n- shell: python\n  run: print('py' + 'thon')"));
    expect(ran.lines).toContain('python');
  });
});
