import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startRegistry } from '../../support/registry.ts';

export interface Measured {
  readonly megabytes: number;
  readonly writeMs: number;
  /** From a layout, digest known. */
  readonly pushMs: number;
  /** From a stream, digest unknown. */
  readonly streamMs: number;
  readonly pullMs: number;
  /** Highest resident memory in MB after each step. */
  readonly peaks: readonly number[];
  /** Highest resident memory of the process. */
  readonly peakMb: number;
}

/** Pushes and pulls a layer of this size against a real registry. */
export async function measure(megabytes: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-large-'));
  const registry = await startRegistry();
  try {
    const script = join(import.meta.dirname, 'memory.ts');
    const args = [script, `${registry.host}/acme/large`, folder, String(megabytes)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout);
  } finally {
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
