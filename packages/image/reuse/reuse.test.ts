import { context, memoryLog, Summary, systemPorts } from '@fairway/runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { git, initRepository } from '../../../test/support/git.ts';
import { lane } from '../../../test/support/lanes.ts';
import { haveRegistry, startRegistry, type TestRegistry } from '../../../test/support/registry.ts';
import { folder, IDENTITY, section, write } from '../testing.ts';
import { basesOf } from './bases.ts';
import { imageKey } from './inputs.ts';

const ports = {
  ...systemPorts({ log: memoryLog(), mask: () => undefined, context: context({}) }),
  summary: new Summary(),
};

test.each([
  ['FROM node:24-slim', {}, ['node:24-slim']],
  ['FROM node:24 AS build\nFROM scratch\nCOPY --from=build /a /a', {}, ['node:24']],
  ['FROM a:1 AS one\nFROM one AS two\nFROM two', {}, ['a:1']],
  ['ARG V=24\nFROM node:${V}', {}, ['node:24']],
  ['ARG V=24\nFROM node:$V', { V: '22' }, ['node:22']],
  ['ARG V\nFROM node:$V', {}, undefined],
  ['FROM --platform=$BUILDPLATFORM golang:1', {}, ['golang:1']],
  ['FROM scratch\nCOPY --from=ghcr.io/acme/tools:1 /a /a', {}, ['ghcr.io/acme/tools:1']],
  ['FROM a:1\nCOPY --from=$TOOLS /a /a', {}, undefined],
  ['FROM a:1\nRUN --mount=type=bind,from=b:2,target=/x true', {}, ['a:1', 'b:2']],
  ['FROM a:1\nFROM b:2\nCOPY --from=0 /a /a', {}, ['a:1', 'b:2']],
])('the bases of %j with %j are %j', (dockerfile, args, bases) => {
  expect(basesOf(dockerfile, args as Record<string, string>)).toEqual(bases);
});

const commit = (root: string, files: Record<string, string>) => {
  write(root, files);
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'change');
};
const keyOf = (root: string, build: object, identity: object = {}) =>
  imageKey({ context: root, build: section(build), identity: { ...IDENTITY, ...identity } }, ports);

describe('files', () => {
  const build = { files: ['src'], ignore: ['**/*.md'] };
  test('content, mode, name, settings and title decide; commit, version, time and the rest of the tree do not', async () => {
    const root = initRepository(write(folder(), { 'src/a': '1', 'src/notes.md': 'x', README: 'x' }));
    const { key } = await keyOf(root, build);
    expect(key).toMatch(/^sha256:[0-9a-f]{64}$/);
    commit(root, { README: 'y', 'src/notes.md': 'y' });
    const later = { version: '2.0.0', revision: 'b'.repeat(40), created: 1 };
    expect((await keyOf(root, build, later)).key).toBe(key);
    expect((await keyOf(root, { ignore: ['**/*.md'], files: ['src'] })).key).toBe(key);
    const others = [
      await keyOf(root, { ...build, workdir: '/srv' }),
      await keyOf(root, { ...build, labels: { a: 'b' } }),
      await keyOf(root, build, { title: 'other' }),
      await keyOf(root, build, { source: 'https://example.org' }),
    ];
    git(root, 'update-index', '--chmod=+x', 'src/a');
    git(root, 'commit', '-qm', 'mode');
    git(root, 'checkout', '-q', '-f', 'HEAD');
    others.push(await keyOf(root, build));
    git(root, 'mv', 'src/a', 'src/b');
    git(root, 'commit', '-qm', 'name');
    others.push(await keyOf(root, build));
    const keys = [key, ...others.map((other) => other.key)];
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('the same content in another repository and folder has the same key', async () => {
    const one = initRepository(write(folder(), { 'src/a': '1' }));
    const two = initRepository(write(folder(), { 'app/src/a': '1', b: '' }));
    expect((await keyOf(`${two}/app`, build)).key).toBe((await keyOf(one, build)).key);
  });
});

describe('a Dockerfile', () => {
  const DOCKERFILE = 'FROM scratch\nCOPY . /\n';
  test('its text, its ignore file and all of the context decide', async () => {
    const root = initRepository(
      write(folder(), {
        Dockerfile: DOCKERFILE,
        '.dockerignore': '# no\n*.md\nDockerfile\n',
        a: '1',
        'b.md': '1',
      }),
    );
    const key = async (build: object = {}) => {
      const found = await keyOf(root, { builder: 'buildx', ...build });
      return found.key ?? expect.fail(found.why);
    };
    const first = await key();
    commit(root, { 'b.md': '2' });
    expect(await key()).toBe(first);
    expect(await key({ 'cache-from': ['type=gha'], 'cache-to': ['type=gha'] })).toBe(first);
    const others = [await key({ args: { A: '1' } }), await key({ target: 'x' })];
    for (const files of [
      { a: '2' },
      { Dockerfile: `${DOCKERFILE}USER 1\n` },
      { '.dockerignore': '*.txt\n' },
    ]) {
      commit(root, files as Record<string, string>);
      others.push(await key());
    }
    expect(new Set([first, ...others]).size).toBe(6);
  });

  test('what cannot be compared is built', async () => {
    const root = initRepository(write(folder(), { Dockerfile: 'ARG B\nFROM $B\n' }));
    const why = async (build: object) => {
      const found = await keyOf(root, { builder: 'buildx', ...build });
      return found.key === undefined ? found.why : 'found';
    };
    expect(await why({})).toBe('an argument that is not known decides about the base');
    expect(await why({ contexts: { other: '../x' } })).toContain('the named context other');
    expect(await why({ dockerfile: 'none' })).toBe('there is no Dockerfile');
    expect(await why({ args: { B: 'oci:layout:x' } })).toContain('whether the base oci:layout:x has changed');
    write(root, { untracked: '' });
    expect(await why({ args: { B: 'scratch' } })).toBe('untracked is not as committed');
  });
});

lane('registry', haveRegistry, () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.stop());

  test('a base that moved under its tag is another input; one that is gone cannot be compared', async () => {
    const type = 'application/vnd.oci.image.index.v1+json';
    const put = (annotations: object) =>
      fetch(`http://${registry.host}/v2/base/manifests/1`, {
        method: 'PUT',
        headers: { 'Content-Type': type },
        body: JSON.stringify({ schemaVersion: 2, mediaType: type, manifests: [], annotations }),
      });
    const root = initRepository(write(folder(), { Dockerfile: `FROM ${registry.host}/base:1\n` }));
    const key = () => keyOf(root, { builder: 'buildah' });
    expect(await key()).toMatchObject({
      key: undefined,
      why: expect.stringContaining('/base:1 has changed'),
    });
    await put({ a: '1' });
    const first = await key();
    expect(first.key).toBeDefined();
    expect((await key()).key).toBe(first.key);
    await put({ a: '2' });
    expect((await key()).key).not.toBe(first.key);
  });
});
