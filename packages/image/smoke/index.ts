import { dirname } from 'node:path';
import { CommandError, GateError, type Ports, UserError } from '@fairway/runtime';
import { formatDuration } from '@fairway/schema';
import type { ImageStore } from '../types.ts';
import { engineVersion, smokeInEngine } from './engine.ts';
import { smokeAsProcess } from './process.ts';

export { engineVersion, loadImage } from './engine.ts';

export interface Smoke {
  readonly argv: readonly string[];
  readonly signal: AbortSignal;
}

export interface SmokeTest {
  /** Program and arguments, run in the image; exit code 0 is success. */
  readonly argv: readonly string[];
  /** Milliseconds until it is ended and has failed. */
  readonly within: number;
  /**
   * `engine`: in a container. `process`: unpacked, as the process target runs it. That is decided by what
   * the image is, not by what the machine has, so that the same command means the same everywhere.
   */
  readonly by: 'engine' | 'process';
}

/**
 * Runs a command in an image of a layout before it goes anywhere. Returns in words how it ran. Throws
 * GateError when it fails or takes too long, UserError when it cannot be run here.
 */
export async function smokeTest(
  store: ImageStore,
  digest: string,
  { argv, within, by }: SmokeTest,
  ports: Ports,
): Promise<string> {
  const how = by === 'engine' ? `in Docker Engine ${await engineVersion(ports)}` : 'as a process';
  const late = AbortSignal.timeout(within);
  const smoke = { argv, signal: AbortSignal.any([ports.signal, late]) };
  const start = ports.clock.now();
  try {
    if (by === 'engine') await smokeInEngine(store, digest, smoke, ports);
    else
      await smokeAsProcess(store, digest, smoke, {
        ...ports,
        searchPath: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      });
  } catch (error) {
    ports.signal.throwIfAborted();
    throw gate(error, late.aborted, { argv, within, how, where: store.reference(digest) });
  }
  return `${how}, ${formatDuration(ports.clock.now() - start)}`;
}

interface About {
  readonly argv: readonly string[];
  readonly within: number;
  readonly how: string;
  readonly where: string;
}

function gate(error: unknown, late: boolean, { argv, within, how, where }: About): unknown {
  const mend = 'nothing was pushed: mend the app or the smoke command';
  if (late) {
    const message = `the smoke command ${argv[0]} (${how}) did not end within ${formatDuration(within)}`;
    return new GateError(message, { where, mend });
  }
  // Loading failed, not what was loaded.
  const ran = error instanceof CommandError && !['load', 'image'].includes(error.argv[1] ?? '');
  if (ran)
    return new GateError(`the smoke command failed (${how}): ${error.message}`, {
      where,
      mend,
      cause: error,
    });
  if (error instanceof UserError && /could not be started/.test(error.message)) {
    return new GateError(`the smoke command cannot be started (${how}): ${error.message}`, { where, mend });
  }
  return error;
}
