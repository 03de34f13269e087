import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

async function measure(megabytes: number): Promise<{ components: number; peakMb: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-attest-'));
  try {
    const script = join(import.meta.dirname, 'support', 'memory.ts');
    const args = [script, join(folder, 'layout'), String(megabytes)];
    return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it('takes no more memory for a program of 160 MB than for one of 8 MB', async () => {
  const [small, large] = [await measure(8), await measure(160)];
  expect([small.components, large.components]).toEqual([1, 1]);
  expect(large.peakMb - small.peakMb).toBeLessThan(100);
});
