import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, type Ports, UserError } from '@fairway/runtime';
import { inspectIn } from '../inspect.ts';
import type { ImageStore } from '../types.ts';
import { writeDockerArchive } from './archive.ts';
import type { Smoke } from './index.ts';

type EnginePorts = Pick<Ports, 'context' | 'exec' | 'signal'>;

/** Version of the engine that `docker` speaks to. Throws UserError when there is none. */
export async function engineVersion({ exec, signal }: Pick<Ports, 'exec' | 'signal'>): Promise<string> {
  try {
    const args = ['version', '--format', '{{.Server.Version}}'];
    const { stdout } = await exec.run('docker', args, { signal });
    if (stdout.trim()) return stdout.trim();
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof UserError)) throw error;
    signal.throwIfAborted();
    const said = error instanceof CommandError ? error.stderr.trim().split('\n')[0] : error.message;
    throw new UserError(`there is no Docker Engine here: ${said}`, {
      mend: 'start one, or leave out `load` and `smoke`',
      cause: error,
    });
  }
  throw new UserError('docker did not tell the version of its engine', { mend: 'update docker' });
}

/**
 * Loads an image into the Docker Engine under these names, and makes sure that it is the one: its layers
 * are compared by the digests of their content. Of an index the image for this machine is taken.
 */
export async function loadImage(
  store: ImageStore,
  digest: string,
  names: readonly string[],
  { context, exec, signal }: EnginePorts,
): Promise<void> {
  await engineVersion({ exec, signal });
  const image = await inspectIn(store, digest);
  const path = join(context.temp, `fairway-${randomBytes(6).toString('hex')}.tar`);
  try {
    await writeDockerArchive(store, image, names, path);
    await exec.run('docker', ['load', '--quiet', '--input', path], { signal });
  } finally {
    await rm(path, { force: true });
  }
  const [name = ''] = names;
  const args = ['image', 'inspect', '--format', '{{json .RootFS.Layers}}', name];
  const { stdout } = await exec.run('docker', args, { signal });
  // An image without layers has null.
  const loaded = JSON.stringify(JSON.parse(stdout) ?? []);
  if (loaded === JSON.stringify(image.config.rootfs.diff_ids)) return;
  throw new UserError(`the engine has other layers under ${name} than ${digest}`, {
    where: name,
    mend: 'another process may use this name: run again',
  });
}

/** Runs the command in a container of the image, without a network, and removes both afterwards. Throws CommandError. */
export async function smokeInEngine(
  store: ImageStore,
  digest: string,
  { argv, signal }: Smoke,
  ports: EnginePorts,
): Promise<void> {
  const name = `fairway-smoke:${randomBytes(6).toString('hex')}`;
  const container = name.replace(':', '-');
  const quietly = (...args: string[]) => ports.exec.run('docker', args).catch(() => undefined);
  try {
    await loadImage(store, digest, [name], ports);
    const [program = '', ...rest] = argv;
    const run = [
      'run',
      '--rm',
      '--name',
      container,
      '--pull',
      'never',
      '--network',
      'none',
      '--entrypoint',
      program,
      name,
    ];
    await ports.exec.run('docker', [...run, ...rest], { signal });
  } finally {
    // When the client is ended the container is not.
    if (signal.aborted) await quietly('rm', '--force', container);
    await quietly('image', 'rm', '--force', name);
  }
}
