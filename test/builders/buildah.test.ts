import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILDERS } from '../../packages/image/builders/index.ts';
import { lane } from '../support/lanes.ts';
import { conformance } from './conformance.ts';
import { dockerfileConformance } from './dockerfile-conformance.ts';
import { everyByte } from './image-check.ts';
import { BUSYBOX, contextWith, DOCKERFILE, run, scene } from './scene.ts';

const available = process.getuid?.() === 0 && existsSync('/usr/bin/buildah') && existsSync(BUSYBOX);

lane('buildah', available, () => {
  let root = '';
  const env: Record<string, string> = {};
  beforeAll(() => {
    // Storage of its own; vfs needs no mounts that would outlive the test.
    root = mkdtempSync(join(tmpdir(), 'fw-buildah-'));
    env.CONTAINERS_STORAGE_CONF = join(root, 'storage.conf');
    const folders = `graphroot = "${root}/storage"\nrunroot = "${root}/run"\n`;
    writeFileSync(env.CONTAINERS_STORAGE_CONF, `[storage]\ndriver = "vfs"\n${folders}`);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

  const buildahSays = (...args: string[]) =>
    execFileSync('buildah', args, { env: { ...process.env, ...env }, encoding: 'utf8', stdio: 'pipe' });
  const builder = BUILDERS.buildah;
  const subject = {
    builder,
    scene: () => scene(env),
    files: { Dockerfile: DOCKERFILE },
    section: { builder: 'buildah', dockerfile: 'Dockerfile' },
  };
  conformance({
    ...subject,
    wrong: { section: { builder: 'buildah', target: 'nowhere' }, says: 'no stage "nowhere"' },
    platforms: 'many',
    reproducible: true,
    forget: () => void buildahSays('rmi', '--all', '--force'),
  });
  dockerfileConformance(subject);

  test('no container is left in the storage, whatever was built or cancelled', () => {
    const left = buildahSays('containers', '--quiet');
    expect(left).toBe('');
  });

  test('the second build takes its layers from the first', async () => {
    const [one, two] = [scene(env), scene(env)];
    const dockerfile = `${DOCKERFILE}${run('busybox date +%N > /when')}\n`;
    const context = contextWith({ Dockerfile: dockerfile });
    await builder.build(await one.request(context, subject.section), one.ports);
    await builder.build(await two.request(context, subject.section), two.ports);
    expect(two.log.join('\n')).toContain('Using cache');
    expect(everyByte(two.layout)).toBe(everyByte(one.layout));
  });

  test.each([
    [{ 'cache-from': ['type=gha'] }, 'buildah has no cache of this kind'],
    [{ contexts: { base: 'oci-layout://x@sha256:1' } }, 'takes no OCI layout'],
  ])('%j is refused, not ignored', async (raw, says) => {
    const one = scene(env);
    const request = await one.request(contextWith(subject.files), { ...subject.section, ...raw });
    await expect(builder.build(request, one.ports)).rejects.toThrow(says);
  });
});
