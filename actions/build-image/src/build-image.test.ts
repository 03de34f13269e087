import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { inspectImage, unpackImage } from '@fairway/image';
import { expect, test } from 'vitest';
import { folder, write } from '../../../packages/image/testing.ts';
import { git, initRepository } from '../../../test/support/git.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const config = (image: string) => `version: 1
app: shop
image: ${image}
environments: { dev: { target: { process: { port: 8081 } } } }
`;
const FILES = {
  'fairway.yml': config('{ build: { files: [src], entrypoint: [node, src/main.js] } }'),
  'src/main.js': 'hello',
  'README.md': 'read me',
};

/** Runs the action as the runner does, from its source. */
function build(workspace: string, inputs: Record<string, string> = {}, home = folder(), umask = 0o022) {
  const temp = folder();
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const given = Object.entries({ revision: 'HEAD', version: '1.0.0', ...inputs });
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: temp,
    FAIRWAY_HOME: home,
    ...files,
    ...Object.fromEntries(given.map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
  };
  const before = process.umask(umask);
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN], {
    cwd: temp,
    env,
    encoding: 'utf8',
  });
  process.umask(before);
  const output = readFileSync(files.GITHUB_OUTPUT, 'utf8');
  const outputs: Record<string, string> = Object.fromEntries(
    [...output.matchAll(/^(.+?)<<(\S+)\n(.*?)\n?\2$/gms)].map(([, name, , value]) => [name, value]),
  );
  return {
    status,
    log: stdout + stderr,
    outputs,
    home,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

test('builds the commit into the layout of the app, and the image holds it', async () => {
  const root = initRepository(write(folder(), FILES));
  const { status, outputs, home, summary, log } = build(root);
  expect(log).toContain('Built an image of 1 file. shop 1.0.0: sha256:');
  expect(status).toBe(0);
  const layout = join(home, 'shop/images');
  const revision = git(root, 'rev-parse', 'HEAD');
  expect(outputs).toMatchObject({ layout, version: '1.0.0', revision, reused: 'false' });
  expect(outputs.image).toBe(`oci:${layout}@${outputs.digest}`);
  const { config: image } = await inspectImage(outputs.image ?? '');
  expect(image.created).toBe('2023-11-14T22:13:20Z');
  expect(image.config.Labels).toMatchObject({
    'org.opencontainers.image.revision': revision,
    'org.opencontainers.image.source': 'https://github.com/acme/shop',
  });
  await unpackImage(outputs.image ?? '', join(home, 'out'));
  expect(readFileSync(join(home, 'out/app/src/main.js'), 'utf8')).toBe('hello');
  expect(summary).toContain('| `src -> /app/src` |');
});

test('the same commit gives the same digest from another clone, umask and time', () => {
  const root = initRepository(write(folder(), FILES));
  const clone = join(folder(), 'elsewhere');
  git(root, 'clone', '-q', root, clone);
  chmodSync(join(clone, 'src/main.js'), 0o600);
  utimesSync(join(clone, 'src/main.js'), 1, 1);
  mkdirSync(join(clone, 'src/empty'));
  const [one, two] = [build(root), build(clone, {}, folder(), 0o077)];
  expect(two.outputs.digest).toBe(one.outputs.digest);
  expect(one.outputs.digest).toMatch(/^sha256:/);
});

test('a commit that is built is not built again, unless what goes in differs from it', () => {
  const root = initRepository(write(folder(), { ...FILES, '.gitignore': 'ignored\n' }));
  const first = build(root);
  const again = () => build(root, {}, first.home);
  expect(again()).toMatchObject({ status: 0, outputs: { ...first.outputs, reused: 'true' } });
  expect(again().log).toContain('Not built: the layout has the image of this commit');
  // Files that do not go in change nothing; those that do, tracked or ignored by git, do.
  write(root, { 'README.md': 'changed', other: 'x' });
  expect(again().log).toContain('Not built');
  write(root, { 'src/ignored': 'x' });
  const changed = again();
  expect(changed.log).toContain('Not looked for an earlier build: src/ignored is not as committed');
  expect(changed.log).toContain(`Version 1.0.0 was ${first.outputs.digest} before`);
  expect(changed.outputs).toMatchObject({ reused: 'false' });
  expect(changed.log).not.toContain('The image is not what commit');
  write(root, { 'src/main.js': 'changed' });
  expect(again().log).toContain(
    `::warning::The image is not what commit ${first.outputs.revision} holds: src/main.js`,
  );
});

test('another version, or a damaged layout, is built', () => {
  const root = initRepository(write(folder(), FILES));
  const { home, outputs } = build(root);
  const other = build(root, { version: '1.0.1' }, home);
  expect(other.outputs).toMatchObject({ version: '1.0.1', reused: 'false' });
  const blobs = join(outputs.layout ?? '', 'blobs/sha256');
  for (const name of readdirSync(blobs)) truncateSync(join(blobs, name), 1);
  const mended = build(root, {}, home);
  expect(mended).toMatchObject({ status: 0, outputs: { digest: outputs.digest, reused: 'false' } });
});

test('a repository in the config is named as not pushed to; the image is there nevertheless', () => {
  const image = '{ repository: ghcr.io/acme/shop, layout: images, build: { files: [src] } }';
  const root = initRepository(write(folder(), { ...FILES, 'fairway.yml': config(image) }));
  const { status, log, outputs } = build(root);
  expect(status).toBe(0);
  expect(log).toContain('::warning::The image was not pushed to ghcr.io/acme/shop');
  expect(outputs.image).toMatch(new RegExp(`^oci:${root}/images@sha256:`));
  expect(build(root, { layout: 'other' }).outputs.layout).toBe(join(root, 'other'));
});

test('without a version the commit names the image', () => {
  const root = initRepository(write(folder(), FILES));
  const { outputs } = build(root, { version: '' });
  expect(outputs.version).toBe(`sha-${git(root, 'rev-parse', 'HEAD').slice(0, 12)}`);
});

test.each([
  ['{ build: { files: [dist] } }', '"dist" does not exist'],
  ['{ build: { files: [src], ignore: ["**"] } }', '"src" has no files'],
  ['{ layout: x }', 'does not say how the image is built'],
  ['{ build: { files: [src], builder: docker } }', 'unknown value "docker"'],
])('image: %s is refused', (image, message) => {
  const { status, log, outputs, home } = build(
    initRepository(write(folder(), { ...FILES, 'fairway.yml': config(image) })),
  );
  expect(log).toContain(message);
  expect(log).not.toContain('    at ');
  expect(status).toBe(1);
  expect(outputs).toEqual({});
  expect(
    readdirSync(home).length ? readFileSync(join(home, 'shop/images/index.json'), 'utf8') : '[]',
  ).toContain('[]');
});

test('a commit that is not checked out, that is none, and no git at all', () => {
  const root = initRepository(write(folder(), FILES));
  git(root, 'commit', '-q', '--allow-empty', '-m', 'second');
  expect(build(root, { revision: 'HEAD~1' }).log).toContain('is checked out');
  expect(build(root, { revision: 'nowhere' }).log).toContain('"nowhere" is not a commit');
  expect(build(root, { revision: '--all' }).log).toContain('"--all" is not a commit');
  rmSync(join(root, '.git'), { recursive: true });
  const { status, log } = build(root);
  expect(log).toContain('so the revision of the image is unknown');
  expect(status).toBe(1);
});
