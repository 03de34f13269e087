import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '@fairway/runtime';
import type { BuilderPorts, BuildRequest } from './types.ts';

/** A folder only this user can read, gone when the body ends in whatever way. */
export async function withScratchFolder<T>(
  { context }: Pick<BuilderPorts, 'context'>,
  body: (folder: string) => Promise<T>,
): Promise<T> {
  // mkdtemp makes it with mode 0700.
  const folder = await mkdtemp(join(context.temp, 'fairway-build-'));
  try {
    return await body(folder);
  } finally {
    // A build that was ended may still close its last file.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Writes each secret that the build section names into a file of its own and masks its value. Returns the
 * arguments that name the files: a value is never in the arguments or the environment of a child.
 */
export async function secretArguments(
  { build, secrets = {} }: BuildRequest,
  folder: string,
  { mask }: Pick<BuilderPorts, 'mask'>,
): Promise<string[]> {
  const args: string[] = [];
  for (const [i, id] of [...new Set(build.secrets ?? [])].entries()) {
    const value = Object.hasOwn(secrets, id) ? secrets[id] : undefined;
    if (!value) {
      throw new UserError(`the build secret "${id}" has no value`, {
        where: 'image.build.secrets',
        mend: `give it to the action: with: { secrets: "${id}=\${{ secrets.NAME }}" }`,
      });
    }
    mask(value);
    const file = join(folder, `secret-${i}`);
    await writeFile(file, value, { mode: 0o600, flag: 'wx' });
    args.push('--secret', `id=${id},src=${file}`);
  }
  return args;
}
