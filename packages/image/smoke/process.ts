import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { Ports } from '@fairway/runtime';
import type { ImageStore } from '../types.ts';
import { unpackImage } from '../unpack/index.ts';
import type { Smoke } from './index.ts';

/**
 * Runs the command as the process target would: the image unpacked into a folder, paths of the image mapped
 * into it, `node` being this machine's. It gets the image's environment, and nothing of the job's but PATH.
 */
export async function smokeAsProcess(
  store: ImageStore,
  digest: string,
  { argv, signal }: Smoke,
  { context, exec, searchPath }: Pick<Ports, 'context' | 'exec'> & { searchPath: string },
): Promise<void> {
  const folder = await mkdtemp(join(context.temp, 'fairway-smoke-'));
  try {
    const root = join(folder, 'root');
    const home = join(folder, 'home');
    await mkdir(home);
    const { config } = await unpackImage(store.reference(digest), root, { signal });
    const [program = '', ...args] = argv.map((word) => inside(root, word));
    const command = program === argv[0] && basename(program) === 'node' ? process.execPath : program;
    const pairs = (config.Env ?? []).map((pair) => [
      pair.split('=', 1)[0] ?? '',
      pair.slice(pair.indexOf('=') + 1),
    ]);
    // An image's own PATH speaks of folders of the image.
    const env = { LANG: 'C.UTF-8', ...Object.fromEntries(pairs), HOME: home, PATH: searchPath };
    const cwd = join(root, config.WorkingDir ?? '/');
    await exec.run(command, args, { cwd, env, signal });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const inside = (root: string, word: string): string =>
  isAbsolute(word) && existsSync(join(root, word)) ? join(root, word) : word;
