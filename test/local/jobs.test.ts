import { describe, expect, test } from 'vitest';
import { commit, git, repository, run } from './support/repository.ts';

const JOB = 'runs-on: ubuntu-latest';
const conclusions = (ran: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(ran.jobs.map((job) => [job.name, job.conclusion]));

describe('jobs', () => {
  test('needs: skipped and failed jobs, and the status functions over the whole chain', async () => {
    const ran = await run(`on: push
jobs:
  ok: { ${JOB}, steps: [ { run: "true" } ] }
  bad: { ${JOB}, steps: [ { run: "false" } ] }
  never: { if: false, ${JOB}, steps: [ { run: "true" } ] }
  after-bad: { needs: [ok, bad], ${JOB}, steps: [ { run: "true" } ] }
  after-never: { needs: never, ${JOB}, steps: [ { run: "true" } ] }
  handles: { needs: [bad], if: failure(), ${JOB}, steps: [ { run: "true" } ] }
  deep: { needs: [after-bad], if: failure(), ${JOB}, steps: [ { run: "true" } ] }
  always: { needs: [bad, never], if: always(), ${JOB}, steps: [ { run: "echo '\${{ needs.bad.result }} \${{ needs.never.result }}'" } ] }
  past-always: { needs: [always], ${JOB}, steps: [ { run: "true" } ] }
  tolerant: { needs: [never], if: "!cancelled()", ${JOB}, steps: [ { run: "true" } ] }
`);
    expect(conclusions(ran)).toEqual({
      ok: 'success',
      bad: 'failure',
      never: 'skipped',
      'after-bad': 'skipped',
      'after-never': 'skipped',
      handles: 'success',
      deep: 'success',
      always: 'success',
      // GitHub looks at all ancestors: an always() in between does not heal the chain.
      'past-always': 'skipped',
      tolerant: 'success',
    });
    expect(ran.lines).toContain('failure skipped');
    expect(ran.conclusion).toBe('failure');
  });

  test('a matrix from fromJSON, names, outputs, fail-fast and continue-on-error', async () => {
    const ran = await run(
      `on: push
jobs:
  plan:
    ${JOB}
    outputs: { sites: "\${{ steps.p.outputs.sites }}" }
    steps: [ { id: p, run: "echo 'sites=[\\"a\\",\\"b\\"]' >> $GITHUB_OUTPUT" } ]
  build:
    needs: plan
    ${JOB}
    strategy:
      max-parallel: 1
      matrix:
        site: \${{ fromJSON(needs.plan.outputs.sites) }}
        include: [ { site: a, extra: 1 }, { site: c } ]
    outputs: { of-\${{ matrix.site }}: "" , last: "\${{ matrix.site }}", extra: "\${{ matrix.extra }}" }
    steps: [ { run: "echo job \${{ strategy.job-index }} of \${{ strategy.job-total }}: \${{ matrix.site }}" } ]
  named:
    name: site \${{ matrix.site }}
    ${JOB}
    strategy: { matrix: { site: [x, y] } }
    continue-on-error: \${{ matrix.site == 'y' }}
    steps: [ { run: "test \${{ matrix.site }} = x" } ]
  fast:
    ${JOB}
    strategy: { max-parallel: 1, matrix: { n: [1, 2] } }
    continue-on-error: false
    steps: [ { run: "exit 1" } ]
`.replace('of-${{ matrix.site }}: "" , ', ''),
    );
    expect(conclusions(ran)).toMatchObject({
      'build (a, 1)': 'success',
      'build (b)': 'success',
      'build (c)': 'success',
      'site x': 'success',
      'site y': 'success',
      'fast (1)': 'failure',
      'fast (2)': 'cancelled',
    });
    expect(ran.job('site y').outcome).toBe('failure');
    expect(ran.lines).toContain('job 0 of 3: a');
    expect(ran.job('build (a, 1)').matrix).toEqual({ site: 'a', extra: 1 });
    expect(ran.conclusion).toBe('failure');
  });

  test('an output that holds a secret is left out, also one masked by a step', async () => {
    const ran = await run(
      `on: push
jobs:
  a:
    ${JOB}
    outputs:
      leak: "key-\${{ secrets.KEY }}"
      late: "\${{ steps.s.outputs.late }}"
      fine: fine
    steps:
      - id: s
        run: |
          echo "::add-mask::abcdefgh"
          echo "late=abcdefgh" >> "$GITHUB_OUTPUT"
          echo "KEY is $KEY"
        env: { KEY: "\${{ secrets.KEY }}" }
  b:
    needs: a
    ${JOB}
    steps: [ { run: "echo '[\${{ needs.a.outputs.leak }}] [\${{ needs.a.outputs.late }}] \${{ needs.a.outputs.fine }}'" } ]
`,
      { secrets: { KEY: 's3cret-value' } },
    );
    expect(ran.job('a').outputs).toEqual({ fine: 'fine' });
    expect(ran.lines).toEqual(expect.arrayContaining(['KEY is ***', '[] [] fine']));
    expect(ran.job('a').annotations.map((item) => item.message)).toContain(
      "Skip output 'leak' since it may contain secret.",
    );
    expect(JSON.stringify(ran.events)).not.toContain('s3cret-value');
  });

  test('environment, permissions, env, defaults, contexts', async () => {
    const ran = await run(
      `name: Ship
run-name: Ship \${{ github.ref_name }}
on: push
env: { LEVEL: workflow, SHA: "\${{ github.sha }}" }
defaults: { run: { shell: sh } }
permissions: { contents: read }
jobs:
  a:
    ${JOB}
    permissions: { id-token: write }
    environment: { name: "prod-\${{ vars.REGION }}", url: "https://\${{ steps.s.outputs.host }}/", deployment: false }
    env: { LEVEL: job, BOTH: "\${{ vars.REGION }}" }
    steps:
      - id: s
        run: echo host=example.com >> "$GITHUB_OUTPUT"; echo "$LEVEL $BOTH $0"
        env: { LEVEL: step }
      - run: echo "\${{ github.workflow }}|\${{ job.workflow_file_path }}|\${{ job.workflow_repository }}|\${{ runner.os }}|\${{ env.LEVEL }}"
  b:
    ${JOB}
    environment: staging
    steps: [ { run: "true" } ]
`,
      { vars: { REGION: 'eu' } },
    );
    expect(ran.job('a').environment).toEqual({
      name: 'prod-eu',
      url: 'https://example.com/',
      deployment: false,
    });
    expect(ran.job('a').permissions).toEqual({ 'id-token': 'write' });
    expect(ran.job('b')).toMatchObject({
      environment: { name: 'staging', deployment: true },
      permissions: { contents: 'read' },
    });
    expect(ran.lines).toContain('Ship|.github/workflows/test.yml|acme/app|Linux|job');
    expect(ran.lines.some((line) => line.startsWith('step eu '))).toBe(true);
    expect(ran.events[0]).toMatchObject({ type: 'run-started', name: 'Ship main' });
  });

  test('timeout-minutes of a job cancels it; always() steps still run', async () => {
    const ran = await run(`on: push
jobs:
  a:
    ${JOB}
    timeout-minutes: 0.005
    steps:
      - run: exec sleep 30
      - run: echo never
      - if: always()
        run: echo "cleaning \${{ job.status }}"
`);
    expect(ran.job('a').conclusion).toBe('cancelled');
    expect(ran.conclusion).toBe('cancelled');
    expect(ran.lines).toContain('cleaning cancelled');
    expect(ran.job('a').annotations.map((item) => item.message)).toContain(
      'The job has exceeded the maximum execution time of 0.005m0s',
    );
  });

  test('workflow_dispatch inputs: types, defaults, choices, requirements', async () => {
    const workflow = `on:
  workflow_dispatch:
    inputs:
      level: { type: choice, options: [low, high], default: low }
      count: { type: number, default: 2 }
      dry: { type: boolean }
      name: { required: true }
jobs:
  a:
    ${JOB}
    steps: [ { run: 'printf "[\\n%s]" "$BOTH"', env: { BOTH: "\${{ toJSON(inputs) }},\${{ toJSON(github.event.inputs) }}" } } ]
`;
    const start = (inputs: Record<string, string | number | boolean>) =>
      run(workflow, { event: { name: 'workflow_dispatch', inputs } });
    const ran = await start({ name: 'x', dry: 'true' });
    const [inputs, event] = JSON.parse(ran.lines.slice(ran.lines.indexOf('[')).join('')) as unknown[];
    expect(inputs).toEqual({ level: 'low', count: 2, dry: true, name: 'x' });
    expect(event).toEqual({ level: 'low', count: '2', dry: 'true', name: 'x' });
    await expect(start({})).rejects.toThrow("requires the input 'name'");
    await expect(start({ name: 'x', level: 'mid' })).rejects.toThrow(
      "input 'level' must be one of low, high",
    );
    await expect(start({ name: 'x', dry: 'yes' })).rejects.toThrow('must be true or false');
    await expect(start({ name: 'x', lvl: 'low' })).rejects.toThrow(
      "no input 'lvl'; it has: level, count, dry, name",
    );
    await expect(run(workflow)).rejects.toThrow(
      "is not started by 'push'; it is started by: workflow_dispatch",
    );
  });

  test('another ref: its workflow file, its commit', async () => {
    const file = (text: string) => ({
      '.github/workflows/test.yml': `on: push\njobs: { a: { ${JOB}, steps: [ { uses: actions/checkout@v5 }, { run: "echo ${text} $GITHUB_REF $(cat x)" } ] } }`,
      x: text,
    });
    const folder = repository(file('old'));
    git(folder, 'tag', 'v1');
    commit(folder, file('new'));
    const old = await run('', { repository: folder, ref: 'v1' });
    expect(old.lines).toContain('old refs/tags/v1 old');
    const now = await run('', { repository: folder });
    expect(now.lines).toContain('new refs/heads/main new');
  });
});
