import { join } from 'node:path';
import { type Clock, describeError } from '@fairway/runtime';
import { unpack } from './archive.ts';
import { differences } from './compare.ts';
import type { Keys } from './keys.ts';
import type { Manifest, Proof, Source, Store } from './types.ts';

export interface ProofRequest {
  readonly manifest: Manifest;
  /** Milliseconds since 1970 of the snapshot. */
  readonly startedAt: number;
  readonly source: Source;
  readonly store: Store;
  readonly keys: Keys;
  readonly checksumKey: Buffer;
  readonly scratch: string;
  readonly minSize: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export type ProofResult = { ok: true; proof: Proof } | { ok: false; problems: string[] };

/**
 * Restores the archive as it lies in the store into a scratch file and compares. A fault on the way means
 * "not proven", never "proven"; only a cancellation is thrown.
 */
export async function prove(request: ProofRequest): Promise<ProofResult> {
  try {
    return await restoreAndCompare(request);
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    const said = error instanceof Error && !('mend' in error) ? error.message : describeError(error).text;
    return { ok: false, problems: [`the archive could not be restored: ${said}`] };
  }
}

async function restoreAndCompare(request: ProofRequest): Promise<ProofResult> {
  const { manifest, source, store, keys, scratch, clock, signal } = request;
  const copy = join(scratch, 'restored.db');
  const opened = performance.now();
  await source.load(unpack(store.read(manifest.name, false), keys.identities), copy, signal);
  await source.firstQuery(copy);
  const rtoMs = Math.round(performance.now() - opened);
  const { content, answers, problems } = await source.inspect(copy, request.checksumKey, signal);
  const found = [...problems, ...differences(manifest.content, content)];
  if (manifest.size < request.minSize) {
    found.push(`the archive has ${manifest.size} bytes, less than min-size (${request.minSize})`);
  }
  if (found.length) return { ok: false, problems: found };
  const at = clock.now();
  const rpoMs = at - request.startedAt;
  return { ok: true, proof: { at: new Date(at).toISOString(), by: keys.by, rtoMs, rpoMs, answers } };
}
