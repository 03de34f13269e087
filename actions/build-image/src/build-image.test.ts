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
import { act, config, folder, shop, write } from '../../../test/build-image/support.ts';
import { git, initRepository } from '../../../test/support/git.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
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
  const given = Object.entries({ revision: 'HEAD', token: 'a-token', version: '1.0.0', ...inputs });
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

test('what was built from the same inputs is not built again, unless what goes in differs', async () => {
  const workspace = shop(undefined, { '.gitignore': 'ignored\n' });
  const first = await act({ workspace });
  const again = (inputs = {}) => act({ workspace, home: first.home }, inputs);
  const { digest, revision } = first.outputs ?? {};
  expect(first.outputs).toMatchObject({ reused: 'false', revision: git(workspace, 'rev-parse', 'HEAD') });
  const same = await again();
  expect(same.outputs).toMatchObject({ digest, revision, reused: 'true' });
  expect(same.log).toContain('Not built: the layout has the image that was built from the same inputs');

  // Files that do not go in, another commit and another version change nothing.
  write(workspace, { 'README.md': 'changed', other: 'x' });
  git(workspace, 'commit', '-qam', 'docs');
  const next = await again({ version: '1.1.0' });
  expect(next.outputs).toMatchObject({ digest, revision, reused: 'true', version: '1.1.0' });
  const short = git(workspace, 'rev-parse', 'HEAD').slice(0, 12);
  expect(next.log).toContain(
    `Commit ${short} changes nothing in the image. Its labels name ${revision?.slice(0, 12)}`,
  );
  expect(next.summary).toContain(`Its labels name ${revision?.slice(0, 12)}, the commit that built it`);
  expect((await inspectImage(next.outputs?.image ?? '')).config.config.Labels).toMatchObject({
    'org.opencontainers.image.revision': revision,
  });
  expect((await again({ reuse: 'false' })).outputs).toMatchObject({ reused: 'false' });

  // Those that do, tracked or ignored by git, do.
  write(workspace, { 'src/ignored': 'x' });
  const changed = await again({ version: '1.1.0' });
  expect(changed.log).toContain('Not looked for an earlier build: src/ignored is not as committed');
  expect(changed.log).toMatch(/warning: Version 1.1.0 was sha256:\w+ before/);
  expect(changed.outputs).toMatchObject({ reused: 'false' });
  expect(changed.log).not.toContain('The image is not what commit');
  write(workspace, { 'src/main.js': 'changed' });
  expect((await again()).log).toContain(
    `warning: The image is not what commit ${git(workspace, 'rev-parse', 'HEAD')} holds: src/main.js`,
  );
});

test.each([
  ['labels', { labels: 'team=shop' }],
  ['the title', { labels: 'org.opencontainers.image.title=Shop' }],
  ['platforms', { platforms: 'linux/arm64' }],
])('%s are an input of the build', async (_, inputs) => {
  const workspace = shop();
  const { home, outputs } = await act({ workspace });
  const other = await act({ workspace, home }, inputs);
  expect(other.outputs).toMatchObject({ reused: 'false' });
  expect(other.outputs?.digest).not.toBe(outputs?.digest);
  expect((await act({ workspace, home }, inputs)).outputs).toMatchObject({ reused: 'true' });
});

test('changes that git was told to overlook do not go by', async () => {
  const workspace = shop();
  const { home } = await act({ workspace });
  git(workspace, 'update-index', '--assume-unchanged', 'src/main.js');
  write(workspace, { 'src/main.js': 'secretly changed' });
  const { outputs, log } = await act({ workspace, home });
  expect(log).toContain('Not looked for an earlier build: src/main.js is a submodule or not checked out');
  expect(outputs).toMatchObject({ reused: 'false' });
});

test('a damaged layout is mended by building', async () => {
  const workspace = shop();
  const { home, outputs } = await act({ workspace });
  const blobs = join(outputs?.layout ?? '', 'blobs/sha256');
  for (const name of readdirSync(blobs)) truncateSync(join(blobs, name), 1);
  const mended = await act({ workspace, home });
  expect(mended.outputs).toMatchObject({ digest: outputs?.digest, reused: 'false' });
});

test('push: no leaves the image on this machine, in the layout that was chosen', async () => {
  const image = '{ repository: ghcr.io/acme/shop, layout: images, build: { files: [src] } }';
  const workspace = shop(image);
  const { outputs } = await act({ workspace }, { push: 'no' });
  expect(outputs).toMatchObject({ layout: join(workspace, 'images'), pushed: 'false', tags: '' });
  expect(outputs?.image).toBe(`oci:${workspace}/images@${outputs?.digest}`);
  const other = await act({ workspace }, { push: 'no', layout: 'other' });
  expect(other.outputs?.layout).toBe(join(workspace, 'other'));
});

test('labels of config and input, license and metadata', async () => {
  const labels = '{ team: shop, org.opencontainers.image.vendor: Acme }';
  const workspace = shop(`{ build: { files: [src] }, labels: ${labels} }`, {
    'package.json': '{"license":"Apache-2.0"}',
  });
  const { outputs } = await act({ workspace }, { labels: 'team=other', version: '1.2.3' });
  const expected = {
    team: 'other',
    'org.opencontainers.image.vendor': 'Acme',
    'org.opencontainers.image.licenses': 'Apache-2.0',
    'org.opencontainers.image.title': 'shop',
    'org.opencontainers.image.version': '1.2.3',
  };
  const { config: image, manifest } = await inspectImage(outputs?.image ?? '');
  expect(image.config.Labels).toMatchObject(expected);
  expect(manifest.annotations).toMatchObject({ 'org.opencontainers.image.vendor': 'Acme' });
  expect(manifest.annotations).not.toHaveProperty('team');
  expect(JSON.parse(outputs?.metadata ?? '')).toMatchObject({
    digest: outputs?.digest,
    labels: expected,
    platforms: { 'linux/amd64': outputs?.digest },
    reused: false,
    version: '1.2.3',
  });
});

test('the git tag of a release is its version', async () => {
  const workspace = shop();
  const { outputs } = await act({ workspace, context: { ref: 'refs/tags/v1.2.3' } });
  expect(outputs?.version).toBe('1.2.3');
});

test('without a version the commit names the image', async () => {
  const workspace = shop();
  const { outputs } = await act({ workspace });
  expect(outputs?.version).toBe(`sha-${git(workspace, 'rev-parse', 'HEAD').slice(0, 12)}`);
});

test.each([
  ['{ build: { files: [dist] } }', '"dist" does not exist'],
  ['{ build: { files: [src], ignore: ["**"] } }', '"src" has no files'],
  ['{ layout: x }', 'does not say how the image is built'],
  ['{ build: { files: [src], builder: docker } }', 'unknown value "docker"'],
  ['{ build: { files: [src] }, tags: ["type=semvr"] }', 'Did you mean "semver"?'],
])('image: %s is refused', async (image, message) => {
  const { ok, log, home } = await act({ workspace: shop(image) });
  expect(log).toContain(message);
  expect(ok).toBe(false);
  expect(
    readdirSync(home).length ? readFileSync(join(home, 'shop/images/index.json'), 'utf8') : '[]',
  ).toContain('[]');
});

test('a commit that is not checked out, that is none, and no git at all', async () => {
  const workspace = shop();
  git(workspace, 'commit', '-q', '--allow-empty', '-m', 'second');
  const log = async (revision: string) => (await act({ workspace }, { revision })).log;
  expect(await log('HEAD~1')).toContain('is checked out');
  expect(await log('nowhere')).toContain('"nowhere" is not a commit');
  expect(await log('--all')).toContain('"--all" is not a commit');
  rmSync(join(workspace, '.git'), { recursive: true });
  expect(await log('HEAD')).toContain('so the revision of the image is unknown');
});
