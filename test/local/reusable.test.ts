import { describe, expect, test } from 'vitest';
import { repository, run } from './support/repository.ts';

const CALLEE = `on:
  workflow_call:
    inputs:
      site: { type: string, required: true }
      count: { type: number, default: 3 }
      dry: { type: boolean }
    secrets: { KEY: { required: true }, OTHER: {} }
    outputs:
      url: { value: "\${{ jobs.work.outputs.url }}" }
env: { OWN: callee }
jobs:
  work:
    runs-on: ubuntu-latest
    outputs: { url: "https://\${{ inputs.site }}" }
    steps:
      - run: echo "in=\${{ toJSON(inputs.count) }}/\${{ inputs.dry }} key=\${{ secrets.KEY != '' }} other=[\${{ secrets.OTHER }}] env=[$CALLER] $OWN"
      - run: echo "at=\${{ github.repository }} \${{ github.workflow_ref }} \${{ job.workflow_repository }}/\${{ job.workflow_file_path }}"
      - uses: $/tool
        with: { who: "\${{ inputs.site }}" }
`;
const TOOL = `name: tool
description: says
inputs: { who: { description: whom, required: true } }
runs:
  using: composite
  steps: [ { shell: bash, run: 'echo "tool of $(basename "$(dirname "$GITHUB_ACTION_PATH")" | cut -c1-5) for \${{ inputs.who }}"' } ]
`;

describe('reusable workflows', () => {
  test('inputs, secrets, outputs; $/ is the callee, github is the caller', async () => {
    const platform = repository({ '.github/workflows/callee.yml': CALLEE, 'tool/action.yml': TOOL });
    const ran = await run(
      `name: Main
on: push
env: { CALLER: caller }
jobs:
  deploy:
    strategy: { matrix: { site: [a.example, b.example] } }
    uses: acme/platform/.github/workflows/callee.yml@v1
    with: { site: "\${{ matrix.site }}" }
    secrets: { KEY: "\${{ secrets.DEPLOY_KEY }}" }
  after:
    needs: deploy
    runs-on: ubuntu-latest
    steps: [ { run: "echo url=\${{ needs.deploy.outputs.url }} \${{ needs.deploy.result }}" } ]
`,
      {
        repositories: { 'acme/platform': platform },
        secrets: { DEPLOY_KEY: 'top-secret', OTHER: 'unseen-value' },
        maxParallel: 1,
      },
    );
    expect(ran.conclusion).toBe('success');
    expect(ran.jobs.map((job) => `${job.id} | ${job.name}`).sort()).toEqual([
      'after | after',
      'deploy/work | deploy (a.example) / work',
      'deploy/work | deploy (b.example) / work',
    ]);
    expect(ran.lines).toContain('in=3/false key=true other=[] env=[] callee');
    expect(ran.lines).toContain(
      'at=acme/app acme/app/.github/workflows/test.yml@refs/heads/main acme/platform/.github/workflows/callee.yml',
    );
    expect(ran.lines).toContain('tool of local for a.example');
    expect(ran.lines).toContain('url=https://b.example success');
  });

  test('inherit passes everything on, through levels; ./ and $/ both name the repository', async () => {
    const files = {
      '.github/workflows/middle.yml': `on: workflow_call\njobs: { inner: { uses: $/.github/workflows/leaf.yml, secrets: inherit } }`,
      '.github/workflows/leaf.yml': `on: { workflow_call: { secrets: { KEY: { required: true } } } }
jobs: { leaf: { runs-on: x, steps: [ { run: "test -n '\${{ secrets.KEY }}' && echo leaf" } ] } }`,
    };
    const ran = await run(
      'on: push\njobs: { outer: { uses: ./.github/workflows/middle.yml, secrets: inherit } }',
      { files, secrets: { KEY: 'abcdef' } },
    );
    expect(ran.job('outer / inner / leaf').conclusion).toBe('success');
    expect(ran.job('outer/inner/leaf').id).toBe('outer/inner/leaf');
  });

  test('a failing job in the callee fails the call; skipped ones do not', async () => {
    const files = {
      '.github/workflows/mixed.yml': `on: { workflow_call: { inputs: { fail: { type: boolean } } } }
jobs:
  a: { runs-on: x, if: inputs.fail, steps: [ { run: "false" } ] }
  b: { runs-on: x, steps: [ { run: "true" } ] }`,
    };
    const ran = await run(
      `on: push
jobs:
  good: { uses: ./.github/workflows/mixed.yml }
  bad: { uses: ./.github/workflows/mixed.yml, with: { fail: true } }
  see: { needs: [good, bad], if: always(), runs-on: x, steps: [ { run: "echo \${{ needs.good.result }} \${{ needs.bad.result }}" } ] }`,
      { files },
    );
    expect(ran.lines).toContain('success failure');
    expect(ran.job('good / a').conclusion).toBe('skipped');
  });

  test('what the call passes is checked before anything runs', async () => {
    const files = { '.github/workflows/callee.yml': CALLEE, 'tool/action.yml': TOOL };
    const call = 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/callee.yml\n    with: { sight: x }';
    await expect(run(call, { files })).rejects.toThrow(
      [
        ".github/workflows/test.yml:5:13: './.github/workflows/callee.yml' has no input 'sight'; it has: site, count, dry",
        ".github/workflows/test.yml:4:11: './.github/workflows/callee.yml' requires the input 'site', which job 'a' does not pass",
        ".github/workflows/test.yml:4:11: './.github/workflows/callee.yml' requires the secret 'KEY', which job 'a' does not pass",
      ].join('\n'),
    );
  });

  test('a secret made for the callee is masked too', async () => {
    const leaf = `on: { workflow_call: { secrets: { PART: {} } } }
jobs: { a: { runs-on: x, steps: [ { run: "echo part=$PART", env: { PART: "\${{ secrets.PART }}" } } ] } }`;
    const ran = await run(
      `on: push
jobs: { a: { uses: ./.github/workflows/leaf.yml, secrets: { PART: "\${{ fromJSON(secrets.BLOB).part }}" } } }`,
      { files: { '.github/workflows/leaf.yml': leaf }, secrets: { BLOB: '{"part":"tiny-part"}' } },
    );
    expect(ran.lines).toContain('part=***');
  });

  test('ten levels are allowed, eleven are not', async () => {
    const level = (next: number, last: number) =>
      next > last
        ? 'on: workflow_call\njobs: { end: { runs-on: x, steps: [ { run: echo reached } ] } }'
        : `on: [push, workflow_call]\njobs: { j: { uses: ./.github/workflows/l${next}.yml } }`;
    const chain = (last: number) =>
      Object.fromEntries(
        Array.from({ length: last - 1 }, (_, index) => [
          `.github/workflows/l${index + 2}.yml`,
          level(index + 3, last),
        ]),
      );
    const ten = await run(level(2, 10), { files: chain(10) });
    expect(ten.lines).toContain('reached');
    await expect(run(level(2, 11), { files: chain(11) })).rejects.toThrow('more than 10 levels deep');
  });
});
