import { existsSync } from 'node:fs';
import { link, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import { EXTENSION, unpack, unseal } from './archive.ts';
import { differences } from './compare.ts';
import { parseIdentities } from './keys.ts';
import { ownerTag } from './owner.ts';
import { engines } from './registry.ts';
import { folder } from './stores/folder/index.ts';
import type { Content, Manifest, Source } from './types.ts';

export interface RestoreRequest {
  /** Path of the archive; its sidecar `<archive>.json` is used when it lies beside it. */
  readonly archive: string;
  /** Text of an age key file; a secret. */
  readonly identity: string;
  /** A file that must not exist yet. */
  readonly destination: string;
  readonly signal: AbortSignal;
}

export interface RestoreResult {
  readonly content: Content;
  /** Whether counts and checksums of the dump were there to compare with. */
  readonly compared: boolean;
  /** Milliseconds until the first answered query. */
  readonly rtoMs: number;
}

/** Restores an archive into a new file, checks it, and only then gives it its name. */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreResult> {
  const { archive, destination, signal } = request;
  const identities = parseIdentities(request.identity);
  refuseExisting(destination);
  const source = engineOf(archive).anonymous;
  const manifest = await manifestOf(archive);
  const key = manifest ? await unsealed(manifest, identities) : Buffer.alloc(32);
  await mkdir(dirname(destination), { recursive: true });
  const partial = `${destination}.${ownerTag()}.partial`;
  try {
    const opened = performance.now();
    const name = basename(archive);
    const bytes = unpack(folder(dirname(archive)).read(name, true), identities);
    await load(source, bytes, partial, request);
    const rtoMs = Math.round(performance.now() - opened);
    const { content, problems } = await source.inspect(partial, key, signal);
    const found = [...problems, ...(manifest ? differences(manifest.content, content) : [])];
    if (found.length) throw unsound(archive, found);
    refuseExisting(destination);
    await publish(partial, destination);
    return { content, compared: manifest !== undefined, rtoMs };
  } finally {
    for (const suffix of ['', '-wal', '-shm']) await rm(`${partial}${suffix}`, { force: true });
  }
}

async function load(
  source: Source,
  bytes: ReturnType<typeof unpack>,
  partial: string,
  { archive, signal }: RestoreRequest,
): Promise<void> {
  try {
    await source.load(bytes, partial, signal);
    await source.firstQuery(partial);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof Error && 'syscall' in error) throw error;
    throw new UserError(`${archive} cannot be restored: ${(error as Error).message}`, {
      where: archive,
      mend: 'check that the identity belongs to the archive; if it does, the archive is damaged: take another one',
      cause: error,
    });
  }
}

/** Journals count too: an old one beside a new database would be replayed into it. */
function refuseExisting(destination: string): void {
  const found = ['', '-wal', '-shm', '-journal'].map((suffix) => `${destination}${suffix}`).find(existsSync);
  if (found === undefined) return;
  throw new UserError(`${found} exists: a restore never overwrites`, {
    where: found,
    mend: 'restore to a new file, stop the app, and move the file yourself',
  });
}

/** `link` refuses an existing name where `rename` would replace it. */
async function publish(partial: string, destination: string): Promise<void> {
  try {
    await link(partial, destination);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') refuseExisting(destination);
    // Some file systems have no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP') throw error;
    await rename(partial, destination);
  }
}

function engineOf(archive: string) {
  const inner = extname(
    basename(archive)
      .replace(/\.unproven$/, '')
      .replace(`.${EXTENSION}`, ''),
  ).slice(1);
  const names = Object.keys(engines);
  const name = names.find((candidate) => candidate === inner) as keyof typeof engines | undefined;
  if (name) return engines[name];
  throw new UserError(`${basename(archive)} does not name its engine, as in name.sqlite.${EXTENSION}`, {
    where: archive,
    mend: `give it the name it was stored with.${didYouMean(inner, names)}`,
  });
}

async function manifestOf(archive: string): Promise<Manifest | undefined> {
  const name = basename(archive).replace(/\.unproven$/, '');
  const stored = await folder(dirname(archive)).list();
  const found = stored.find((candidate) => candidate.name === name)?.manifest;
  if (found || !existsSync(join(dirname(archive), `${name}.json`))) return found;
  const { size } = await stat(archive);
  throw new UserError(`${archive} (${size} bytes) is not what its ${name}.json describes`, {
    where: archive,
    mend: 'take another backup; to try it all the same, move the .json file away',
  });
}

async function unsealed(manifest: Manifest, identities: readonly string[]): Promise<Buffer> {
  try {
    return await unseal(manifest.checksumKey, identities);
  } catch {
    throw new UserError('the identity does not open this archive', {
      where: 'input identity',
      mend: `pass the private key of one of its recipients: ${manifest.recipients.join(', ')}`,
    });
  }
}

function unsound(archive: string, problems: readonly string[]): UserError {
  return new UserError(`the copy restored from ${archive} is not sound:\n- ${problems.join('\n- ')}`, {
    where: archive,
    mend: 'nothing was written: take another backup',
  });
}
