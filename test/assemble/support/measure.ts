import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { startRegistry } from '../../support/registry.ts';

interface Step {
  readonly ms: number;
  /** Highest resident memory of the process so far. */
  readonly peakMb: number;
}

export interface Measured {
  readonly digest: string;
  /** Bytes of the layer, compressed. */
  readonly size: number;
  readonly assembled: Step;
  readonly pushed: Step;
}

/** Assembles one file of this size and pushes it into a real registry, in a process of its own. */
export async function measure(megabytes: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-large-'));
  const registry = await startRegistry();
  try {
    const context = join(folder, 'context');
    await mkdir(context);
    await pipeline(Readable.from(pages(megabytes)), createWriteStream(join(context, 'large')));
    const script = join(import.meta.dirname, 'memory.ts');
    const args = [script, context, join(folder, 'layout'), `${registry.host}/acme/large`];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout);
  } finally {
    await registry.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Megabytes that gzip cannot shrink: the layer is as large as its file. */
function* pages(megabytes: number): Generator<Buffer> {
  let block = createHash('sha512').update('fairway').digest();
  for (let i = 0; i < megabytes; i++) {
    const page = Buffer.alloc(1024 * 1024);
    for (let at = 0; at < page.length; at += 64) {
      block = createHash('sha512').update(block).digest();
      block.copy(page, at);
    }
    yield page;
  }
}
