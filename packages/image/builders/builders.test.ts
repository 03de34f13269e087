import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryLog, systemExec, UserError } from '@fairway/runtime';
import { expect, test } from 'vitest';
import { imageBuildKind } from '../kinds.ts';
import { folder, IDENTITY, section } from '../testing.ts';
import type { ImageStore } from '../types.ts';
import { BuilderCommands } from './command.ts';
import { BUILDER_NAMES } from './fields.ts';
import { BUILDERS, chooseBuilder } from './index.ts';
import { secretArguments, withScratchFolder } from './scratch-folder.ts';
import type { BuilderPorts } from './types.ts';

/** Ports of a machine that has these programs and no others. */
function machine(programs: Record<string, string> = {}) {
  const bin = folder();
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const log = memoryLog();
  const masked: string[] = [];
  const ports: BuilderPorts = {
    log,
    signal: new AbortController().signal,
    mask: (secret) => void masked.push(secret),
    context: { temp: folder() },
    exec: {
      run: (command, args, options) => systemExec.run(command, args, { ...options, addEnv: { PATH: bin } }),
    },
  };
  return { ports, log, masked };
}

const UP = 'echo "Driver: docker-container"';
const DOWN = 'printf "Driver:\\nError: Cannot connect to the Docker daemon\\n"';

test('each builder has its folder and its name', () => {
  expect(Object.keys(BUILDERS).sort()).toEqual([...BUILDER_NAMES].sort());
  for (const [name, builder] of Object.entries(BUILDERS)) {
    expect(builder.name).toBe(name);
    expect(existsSync(join(import.meta.dirname, '..', name, 'index.ts')), name).toBe(true);
  }
});

test.each([
  ['files are given', { files: ['src'] }, {}, 'assemble', 'image.build.files lists'],
  ['an engine answers', {}, { docker: UP, buildah: '' }, 'buildx', 'comes from a Dockerfile'],
  [
    'no engine answers',
    {},
    { docker: DOWN, buildah: '' },
    'buildah',
    'not buildx: Cannot connect to the Docker',
  ],
  [
    'there is no docker',
    { target: 'a' },
    { buildah: '' },
    'buildah',
    'not buildx: there is no docker command',
  ],
  ['buildah is named', { builder: 'buildah' }, { docker: UP, buildah: '' }, 'buildah', 'named by'],
])('auto and named: %s', async (_, raw, programs, name, why) => {
  const choice = await chooseBuilder(section(raw), machine(programs).ports);
  expect(choice.builder.name).toBe(name);
  expect(choice.why).toContain(why);
});

test.each([
  ['auto', {}, 'nothing on this machine builds a Dockerfile', 'install buildah'],
  ['buildx', {}, 'there is no docker command', 'install the Docker CLI'],
  ['buildx', { docker: DOWN }, 'Cannot connect to the Docker daemon', 'DOCKER_HOST'],
  [
    'buildx',
    { docker: `echo "docker: 'buildx' is not a docker command." >&2; exit 1` },
    'no buildx plugin',
    'plugin',
  ],
  [
    'buildx',
    { docker: 'echo "ERROR: no builder \\"x\\" found" >&2; exit 1' },
    'no builder "x" found',
    'docker buildx use',
  ],
  ['buildah', {}, 'there is no buildah command', 'install buildah'],
  ['buildah', { buildah: 'echo broken >&2; exit 3' }, 'broken', 'repair'],
])('%s on a machine with %j is a UserError', async (builder, programs, message, mend) => {
  const chosen = chooseBuilder(section({ builder }), machine(programs).ports);
  await expect(chosen).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(message),
    mend: expect.stringContaining(mend),
  });
});

test.each([
  [{ builder: 'assemble' }, '"files" is missing'],
  [{ files: ['src'], target: 'x' }, '"target" means nothing to assemble'],
  [{ files: ['src'], builder: 'buildx' }, '"files" means nothing to a Dockerfile builder'],
  [{ dockerfile: 'Dockerfile', env: { A: 'b' } }, '"env" means nothing to a Dockerfile builder'],
  [{ builder: 'docker' }, 'unknown value "docker"'],
  [{ 'cache-from': ['type=s4,x=y'] }, 'type=gha'],
  [{ 'cache-from': ['type=inline'] }, 'type=gha'],
  [{ secrets: ['a,src=/etc/shadow'] }, 'letters, digits'],
  [{ target: '--load' }, 'letters, digits'],
])('%j is refused', (raw, message) => {
  const problems: string[] = [];
  expect(imageBuildKind.read(raw, [], (problem) => problems.push(problem.message))).toBe(undefined);
  expect(problems.join('\n')).toContain(message);
});

test('caches are written as BuildKit writes them', () => {
  const caches = [
    'type=gha,scope=app',
    'type=registry,ref=ghcr.io/acme/cache:main',
    'ghcr.io/acme/shop:1.0.0',
  ];
  expect(section({ 'cache-from': caches }).cacheFrom).toEqual(caches);
  expect(section({ 'cache-to': ['type=inline', 'type=gha,mode=max'] }).cacheTo).toHaveLength(2);
});

test('secrets lie in files of this user alone, for the time of the build', async () => {
  const { ports, masked } = machine();
  const request = {
    context: '/',
    build: section({ secrets: ['one', 'two', 'one'] }),
    identity: IDENTITY,
    store: {} as ImageStore,
    secrets: { one: 'first\nline', two: 'second', three: 'not asked for' },
  };
  let seen = '';
  await withScratchFolder(ports, async (scratch) => {
    seen = scratch;
    const args = await secretArguments(request, scratch, ports);
    expect(args.join(' ')).not.toMatch(/first|second/);
    expect(statSync(scratch).mode & 0o777).toBe(0o700);
    const files = readdirSync(scratch).map((name) => join(scratch, name));
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(['first\nline', 'second']);
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
  });
  expect(existsSync(seen)).toBe(false);
  expect(masked).toEqual(['first\nline', 'second']);
});

test('the log is redacted by whole lines, however it comes in, and so is the error', async () => {
  const parts = ['a sec', 'ret\\nend sec', 'ret'].map((part) => `printf "${part}" >&2`);
  const script = `${parts.join('; sleep 0.05; ')}; exit 4`;
  const { ports, log } = machine({ sleep: 'exec /bin/sleep "$@"', tool: script });
  const commands = new BuilderCommands(ports, { secrets: { token: 'secret' } });
  const error = await commands.build('tool', ['--with', 'secret']).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'CommandError', exitCode: 4 });
  expect(error).not.toBeInstanceOf(UserError);
  expect(JSON.stringify([error, (error as Error).message, log.lines])).not.toContain('secret');
  expect(log.lines).toContain('end ***');
  expect(log.lines.join('\n')).toContain('a ***');
});
