import { expect, test } from 'vitest';
import { run } from './support/repository.ts';

const ACTION = `name: greet
description: greets
inputs: { who: { description: whom, default: world } }
outputs: { greeting: { description: said } }
runs: { using: node24, main: main.js, post: main.js }
`;
const MAIN = `import { appendFileSync } from 'node:fs';
if (process.env.STATE_done) console.log('post ' + process.env.STATE_done);
else {
  console.log('hello ' + process.env.INPUT_WHO);
  appendFileSync(process.env.GITHUB_OUTPUT, 'greeting=hello ' + process.env.INPUT_WHO + '\\n');
  appendFileSync(process.env.GITHUB_STATE, 'done=yes\\n');
}
`;

test('steps, a JavaScript action, outputs between jobs', async () => {
  const ran = await run(
    `on: push
jobs:
  one:
    runs-on: ubuntu-latest
    outputs: { said: "\${{ steps.greet.outputs.greeting }}" }
    steps:
      - uses: actions/checkout@v5
      - run: test -f greet/action.yml && git log -1 --format=%s
      - id: greet
        uses: ./greet
        with: { who: "\${{ github.ref_name }}" }
  two:
    needs: one
    runs-on: ubuntu-latest
    steps:
      - run: echo "got $SAID"
        env: { SAID: "\${{ needs.one.outputs.said }}" }
`,
    {
      files: { 'greet/action.yml': ACTION, 'greet/main.js': MAIN, 'greet/package.json': '{"type":"module"}' },
    },
  );
  expect(ran.lines.join('\n')).toContain('got hello main');
  expect(ran.conclusion).toBe('success');
  expect(ran.job('one').outputs).toEqual({ said: 'hello main' });
  expect(ran.job('one').steps.map((step) => `${step.name}: ${step.conclusion}`)).toEqual([
    'Run actions/checkout@v5: success',
    'Run test -f greet/action.yml && git log -1 --format=%s: success',
    'Run ./greet: success',
    'Post Run ./greet: success',
  ]);
  expect(ran.lines).toContain('post yes');
});
