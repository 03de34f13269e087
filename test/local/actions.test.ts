import { describe, expect, test } from 'vitest';
import { jobOf, repository, run } from './support/repository.ts';

/** A JavaScript action that says which phase runs, with what it was given. */
function phases(name: string, extra = ''): Record<string, string> {
  const script = (phase: string) =>
    `const fs = require('node:fs');
console.log('${name} ${phase}', process.env.INPUT_WHO ?? '', process.env['INPUT_TWO_WORDS'] ?? '', process.env.STATE_kept ?? '');
fs.appendFileSync(process.env.GITHUB_STATE, 'kept=${phase}\\n');
fs.appendFileSync(process.env.GITHUB_OUTPUT, 'phase=${phase}\\n');
if (process.env.INPUT_FAIL === '${phase}') process.exit(1);
`;
  return {
    [`${name}/action.yml`]: `name: ${name}
description: phases
inputs:
  who: { description: whom, default: "\${{ github.repository }}" }
  two words: { description: spaced, default: dw }
  fail: { description: phase, required: false }
runs: { using: node24, pre: pre.js, main: main.js, post: post.js ${extra} }
`,
    ...Object.fromEntries(['pre', 'main', 'post'].map((phase) => [`${name}/${phase}.js`, script(phase)])),
  };
}
const said = (lines: string[]) => lines.filter((line) => /^(one|two|local|only) (pre|main|post) /.test(line));

describe('JavaScript actions', () => {
  test('pre before all steps, post after all in reverse, state between them', async () => {
    const ran = await run(
      jobOf(`
- run: echo first main step
- uses: $/one
  with: { who: A }
- uses: acme/tools/two@v1
  with: { Two Words: given, unknown: 1 }`),
      { files: phases('one'), repositories: { 'acme/tools': repository(phases('two')) } },
    );
    expect(said(ran.lines)).toEqual([
      'one pre A dw ',
      'two pre acme/app given ',
      'one main A dw pre',
      'two main acme/app given pre',
      'two post acme/app given main',
      'one post A dw main',
    ]);
    expect(ran.job('a').steps.map((step) => step.name)).toEqual([
      'Pre Run $/one',
      'Pre Run acme/tools/two@v1',
      'Run echo first main step',
      'Run $/one',
      'Run acme/tools/two@v1',
      'Post Run acme/tools/two@v1',
      'Post Run $/one',
    ]);
    expect(ran.job('a').annotations.map((item) => item.message)).toContain(
      "Unexpected input(s) 'unknown', valid inputs are ['who', 'two words', 'fail']",
    );
  });

  test('a ./ action has no pre; post runs after a failure; post-if decides', async () => {
    const ran = await run(
      jobOf(`
- uses: actions/checkout@v5
- uses: ./local
  with: { fail: main, who: x }
- uses: $/only
  if: always()
  with: { who: y }
- uses: ./local
  with: { who: never }`),
      { files: { ...phases('local'), ...phases('only', ', pre-if: "false", post-if: success()') } },
    );
    expect(said(ran.lines)).toEqual(['local main x dw ', 'only main y dw ', 'local post x dw main']);
    expect(ran.job('a').steps.map((step) => step.conclusion)).toEqual(
      'skipped success failure success skipped skipped success'.split(' '),
    );
  });

  test('a failing post fails the job; a missing bundle says which file', async () => {
    const failing = await run(jobOf('- uses: $/one\n  with: { fail: post }'), { files: phases('one') });
    expect(failing.conclusion).toBe('failure');
    const files = { 'bare/action.yml': 'name: b\ndescription: b\nruns: { using: node20, main: dist/x.js }' };
    const missing = await run(jobOf('- uses: $/bare'), { files });
    expect(missing.job('a').annotations[0]?.message).toMatch(/File not found: '.*bare\/dist\/x\.js'/);
  });
});

describe('composite actions', () => {
  const OUTER = `name: outer
description: composite
inputs: { who: { description: w, default: nobody }, fail: { description: f, default: "no" } }
outputs:
  said: { description: s, value: "\${{ steps.say.outputs.text }}" }
  inner: { description: i, value: "\${{ steps.nested.outputs.said }}" }
runs:
  using: composite
  steps:
    - id: say
      shell: bash
      run: |
        echo "text=hi \${{ inputs.who }}" >> "$GITHUB_OUTPUT"
        echo "SET=by composite" >> "$GITHUB_ENV"
        echo "outer sees [\${{ steps.first.outputs.x }}] [$OWN] [$PARENT] $(test -f "$GITHUB_ACTION_PATH/action.yml" && echo path)"
      env: { OWN: own }
    - if: inputs.fail == 'yes'
      shell: bash
      run: exit 1
    - if: failure()
      shell: bash
      run: echo "failed inside"
    - if: inputs.who == 'deep'
      id: nested
      uses: $/inner
      with: { who: "\${{ inputs.who }}" }
`;
  const INNER = `name: inner
description: composite
inputs: { who: { description: w } }
outputs: { said: { description: s, value: "inner \${{ inputs.who }} \${{ steps.x.outputs.phase }}" } }
runs:
  using: composite
  steps: [ { id: x, uses: $/one, with: { who: nested } } ]
`;
  const files = { 'outer/action.yml': OUTER, 'inner/action.yml': INNER, ...phases('one') };

  test('inputs, outputs, own steps context, parent env, nested actions with pre and post', async () => {
    const ran = await run(
      jobOf(`
- id: first
  run: echo x=1 >> "$GITHUB_OUTPUT"
- id: c
  uses: $/outer
  with: { who: deep }
  env: { PARENT: p }
- run: echo "[\${{ steps.c.outputs.said }}] [\${{ steps.c.outputs.inner }}] [\${{ steps.say.outputs.text }}] $SET [$PARENT]"`),
      { files },
    );
    expect(ran.lines).toContain('outer sees [] [own] [p] path');
    expect(ran.lines).toContain('[hi deep] [inner deep main] [] by composite []');
    expect(said(ran.lines)).toEqual([
      'one pre nested dw ',
      'one main nested dw pre',
      'one post nested dw main',
    ]);
    expect(ran.conclusion).toBe('success');
  });

  test('failure inside: its own status functions, the step fails, continue-on-error holds', async () => {
    const ran = await run(
      jobOf(`
- uses: $/outer
  with: { fail: "yes" }
  continue-on-error: true
- run: echo going on
- run: "false"
- if: always()
  uses: $/outer
- run: echo never`),
      { files },
    );
    expect(ran.lines).toEqual(expect.arrayContaining(['failed inside', 'going on']));
    expect(
      ran
        .job('a')
        .steps.filter((step) => !/^(Pre|Post)/.test(step.name))
        .map((step) => step.conclusion),
    ).toEqual('success success failure success skipped'.split(' '));
  });

  test('what a composite action may not see is refused before the run', async () => {
    const bad = {
      'bad/action.yml': `name: b\ndescription: b\nruns:\n  using: composite\n  steps:\n    - { shell: bash, run: "echo \${{ secrets.X }}" }\n`,
    };
    await expect(run(jobOf('- uses: $/bad'), { files: bad })).rejects.toThrow(
      /bad\/action\.yml:6:\d+: Unrecognized named-value: 'secrets'/,
    );
  });
});
