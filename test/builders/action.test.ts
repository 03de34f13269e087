import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, write } from '../../packages/image/testing.ts';
import { hasEngine, startEngine, type TestEngine } from '../support/docker.ts';
import { initRepository } from '../support/git.ts';
import { lane } from '../support/lanes.ts';
import { everyByte, tagsOf } from './image-check.ts';
import { BUSYBOX, run } from './scene.ts';

const MAIN = join(import.meta.dirname, '../../actions/build-image/src/main.ts');
const SECRET = 'correct-horse-battery';
const CONFIG = `version: 1
app: shop
image: { build: { secrets: [npm], args: { GREETING: hello } } }
environments: { dev: { target: { process: { port: 8081 } } } }
`;
const STEP =
  'busybox wc -c < /run/secrets/npm > /length; echo "the token is $(busybox cat /run/secrets/npm)"';
const dockerfile = (step: string) =>
  `FROM scratch\nCOPY busybox /bin/busybox\nARG GREETING\n${run(step, '--network=none --mount=type=secret,id=npm ')}\n`;

/** A repository whose image comes from a Dockerfile. */
function repository(step: string): string {
  const root = write(folder(), { 'fairway.yml': CONFIG, Dockerfile: dockerfile(step) });
  copyFileSync(BUSYBOX, join(root, 'busybox'));
  return initRepository(root);
}

/** Starts the action from its source as the runner starts it: inputs and files by the environment. */
function start(workspace: string, home: string, engine: TestEngine) {
  const temp = folder();
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  mkdirSync(join(temp, 'runner'));
  const env = {
    ...{ PATH: process.env.PATH, ...engine.env, ...files },
    ...{
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SERVER_URL: 'https://github.com',
    },
    ...{ RUNNER_TEMP: join(temp, 'runner'), FAIRWAY_HOME: home },
    ...{ INPUT_REVISION: 'HEAD', INPUT_VERSION: '1.0.0', INPUT_TOKEN: 'a-token', INPUT_SBOM: 'none' },
    INPUT_SECRETS: `npm=${SECRET}`,
  };
  const child: ChildProcess = spawn(process.execPath, [MAIN], { cwd: temp, env });
  const printed = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed.text += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const leftovers = () => readdirSync(join(temp, 'runner'));
  return { child, printed, ended, leftovers, outputs: () => readFileSync(files.GITHUB_OUTPUT, 'utf8') };
}

lane('docker', hasEngine, () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine?.stop());

  test('the action builds a Dockerfile with a secret that nothing shows, and reuses the image', async () => {
    const [root, home] = [repository(STEP), folder()];
    const first = start(root, home, engine);
    expect(await first.ended, first.printed.text).toBe(0);
    const { text } = first.printed;
    expect(text).toContain('Builder: buildx (the image comes from a Dockerfile)');
    expect(text).toContain('the token is ***');
    const layout = join(home, 'shop/images');
    // The runner hides what it is told to in this very line.
    const told = text
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n');
    for (const place of [told, first.outputs(), everyByte(layout)]) expect(place).not.toContain(SECRET);
    expect(everyByte(layout)).toContain(`${SECRET.length}\n`);
    expect(first.leftovers()).toEqual([]);
    const second = start(root, home, engine);
    expect(await second.ended).toBe(0);
    expect(second.printed.text).toContain('Not built');
  });

  test('SIGINT in the middle of a build ends it and leaves nothing', async () => {
    const [root, home] = [repository('echo now-asleep; busybox sleep 317'), folder()];
    const one = start(root, home, engine);
    const asleep = new Promise<void>((resolve) => {
      one.child.stdout?.on('data', () => {
        if (/^#\d+ .*now-asleep$/m.test(one.printed.text)) resolve();
      });
    });
    await Promise.race([asleep, one.ended]);
    one.child.kill('SIGINT');
    expect(await one.ended).toBe(1);
    expect(one.printed.text).toContain('cancelled by SIGINT');
    expect(one.leftovers()).toEqual([]);
    const layout = join(home, 'shop/images');
    expect(existsSync(layout) ? tagsOf(layout) : []).toEqual([]);
    expect(one.outputs()).not.toContain('sha256:');
  });
});
