import { describe, expect, test } from 'vitest';
import { checkWorkflow, WorkflowRefused } from '../../packages/local/index.ts';
import { jobOf, repository, run } from './support/repository.ts';

const check = (workflow: string, files: Record<string, string> = {}) => {
  const folder = repository({ '.github/workflows/test.yml': workflow, ...files });
  return checkWorkflow({ workflow: '.github/workflows/test.yml', repository: folder, slug: 'acme/app' });
};

describe('what a local run refuses, it refuses by name, before anything runs', () => {
  test.each([
    ['container', 'container: debian', "'container' is not supported"],
    ['services', 'services: { db: { image: postgres } }', "'services' is not supported"],
    ['an unknown key', 'foo: 1', "Unexpected value 'foo'"],
  ])('a job with %s', async (_, extra, message) => {
    const problems = await check(jobOf('- run: echo', extra));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: '.github/workflows/test.yml', line: 5, column: 5 });
    expect(problems[0]?.message).toContain(message);
  });

  test.each([
    ['- uses: docker://alpine', "'docker://alpine': docker actions are not supported"],
    ['- uses: acme/unknown@v1', "map it with repositories: { 'acme/unknown': '<folder>' }"],
    [
      '- uses: actions/checkout@v5\n  with: { submodules: recursive }',
      'takes only "" or "false" for \'submodules\'',
    ],
    ['- uses: actions/checkout@v5\n  with: { ssh-key: x }', "has no input 'ssh-key'"],
    ['- run: dir\n  shell: cmd', "shell 'cmd' is not supported"],
    ['- run: echo\n  background: true', "Unexpected value 'background'"],
    ['- uses: $/docker', 'docker actions are not supported'],
    ['- uses: $/old', "runs.using 'node16' is not supported"],
    ['- uses: $/none', 'there is no action.yml in'],
    ['- run: echo ${{ needs.x.outputs }} ${{ nothing.x }}', "Unrecognized named-value: 'nothing'"],
    ["- run: echo ${{ unknown('x') }}", "Unrecognized function: 'unknown'"],
    ['- run: echo\n  if: secrets.X', "Unrecognized named-value: 'secrets'"],
  ])('%s', async (step, message) => {
    const action = (runs: string) => `name: x\ndescription: x\nruns: ${runs}\n`;
    const problems = await check(jobOf(step), {
      'docker/action.yml': action('{ using: docker, image: Dockerfile }'),
      'old/action.yml': action('{ using: node16, main: x.js }'),
    });
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  test('all problems at once, and nothing ran', async () => {
    const workflow = jobOf(
      '- run: echo ran\n- uses: docker://x\n- uses: a/b@c',
      'services: { x: { image: y } }',
    );
    const refused = await run(workflow).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WorkflowRefused);
    expect((refused as WorkflowRefused).problems.map((problem) => problem.kind)).toEqual(
      Array(3).fill('unsupported'),
    );
  });

  test('needs that do not exist, cycles, YAML errors, a missing file, queue with cancel', async () => {
    const job = 'runs-on: x, steps: [ { run: "true" } ]';
    const first = async (workflow: string) => (await check(workflow))[0]?.message;
    expect(await first(`on: push\njobs: { z: { ${job} }, a: { needs: b, ${job} } }`)).toContain(
      "unknown job 'b'",
    );
    expect(
      await first(`on: push\njobs: { z: { ${job} }, a: { needs: b, ${job} }, b: { needs: a, ${job} } }`),
    ).toContain('cycle');
    expect(await first('on: push\njobs: {')).toBeDefined();
    expect(
      await first(
        `on: push\nconcurrency: { group: g, queue: max, cancel-in-progress: true }\njobs: { a: { ${job} } }`,
      ),
    ).toContain("'queue: max' cannot be combined");
    const folder = repository({ x: '' });
    const missing = await checkWorkflow({ workflow: 'nope.yml', repository: folder });
    expect(missing[0]?.message).toContain('there is no workflow file nope.yml');
  });

  test('a workflow without problems has none', async () => {
    expect(await check(jobOf('- uses: actions/checkout@v5\n- run: echo ${{ github.sha }}'))).toEqual([]);
  });
});
