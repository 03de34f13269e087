import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, describeError } from '@fairway/runtime';
import { EXTENSION, pack, seal } from './archive.ts';
import { chooseKeys, type Keys } from './keys.ts';
import { type ProofResult, prove } from './proof.ts';
import { drift, outdated } from './retention.ts';
import { withScratch } from './scratch.ts';
import type { Manifest, Source, Store, Stored } from './types.ts';

export interface BackupRequest {
  readonly app: string;
  readonly environment: string;
  readonly engine: string;
  readonly source: Source;
  readonly store: Store;
  /** Public age keys; without them those of `identity`. */
  readonly recipients: readonly string[] | undefined;
  /** Text of an age key file; a secret. */
  readonly identity: string | undefined;
  readonly keep: number;
  /** Bytes. */
  readonly minSize: number;
  /** Folder for plain copies during the backup. */
  readonly temp: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface BackupResult {
  readonly manifest: Manifest;
  readonly path: string;
  readonly proof: ProofResult;
  readonly warnings: readonly string[];
  /** Names of the backups that retention removed. */
  readonly removed: readonly string[];
}

/**
 * Snapshot, one archive in the store, proof by restoring it, retention. An archive gets its good name only
 * after the proof; one that fails stays as `<name>.unproven`, and then nothing older is removed.
 */
export async function makeBackup(request: BackupRequest): Promise<BackupResult> {
  const { store, temp, clock } = request;
  const keys = await chooseKeys(request.recipients, request.identity);
  await store.tidy();
  const before = await own(request);
  return withScratch(temp, clock.now(), async (scratch) => {
    const checksumKey = randomBytes(32);
    const { manifest, startedAt } = await storeArchive(request, keys, checksumKey, scratch);
    const proof = await prove({ ...request, manifest, startedAt, keys, checksumKey, scratch });
    const proven = proof.ok ? { ...manifest, proof: proof.proof } : manifest;
    if (proof.ok) {
      await store.describe(proven);
      await store.accept(manifest.name);
    }
    const { removed, problem } = proof.ok ? await prune(request) : { removed: [] };
    return {
      manifest: proven,
      path: store.path(manifest.name, proof.ok),
      proof,
      warnings: [drift(manifest.size, before), problem].filter((text) => text !== undefined),
      removed,
    };
  });
}

async function storeArchive(
  { app, environment, engine, source, store, signal }: BackupRequest,
  keys: Keys,
  checksumKey: Buffer,
  scratch: string,
): Promise<{ manifest: Manifest; startedAt: number }> {
  const plain = join(scratch, 'dump');
  const sealed = await seal(checksumKey, keys.encryptTo);
  await mkdir(plain, { mode: 0o700 });
  const dump = await source.dump(plain, checksumKey, signal);
  const startedAt = new Date(dump.startedAt).toISOString();
  const name = `${app}-${environment}-${startedAt.replace(/[-:]/g, '')}.${engine}.${EXTENSION}`;
  const stored = await store.put(name, pack(dump.bytes(), keys.encryptTo), signal);
  // The proof needs the room, and must not be able to read the snapshot by mistake.
  await rm(plain, { recursive: true, force: true });
  const manifest: Manifest = {
    schema: 1,
    name,
    app,
    environment,
    engine,
    engineVersion: dump.engineVersion,
    startedAt,
    ...stored,
    recipients: keys.recipients,
    content: dump.content,
    checksumKey: sealed,
  };
  await store.describe(manifest);
  return { manifest, startedAt: dump.startedAt };
}

/** Backups of this app and environment; a folder may hold those of others too. */
async function own({ store, app, environment }: BackupRequest): Promise<Stored[]> {
  const all = await store.list();
  return all.filter(({ manifest }) => manifest.app === app && manifest.environment === environment);
}

/** Old archives that stay are no fault of the new one: it must be recorded all the same. */
async function prune(request: BackupRequest): Promise<{ removed: string[]; problem?: string }> {
  const removed: string[] = [];
  try {
    for (const stored of outdated(await own(request), request.keep)) {
      await request.store.remove(stored);
      removed.push(stored.name);
    }
    return { removed };
  } catch (error) {
    return { removed, problem: `old backups could not be removed: ${describeError(error).text}` };
  }
}
