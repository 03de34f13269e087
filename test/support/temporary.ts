import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All temporary files of a test run lie in one folder, gone at its end. A short name: sockets lie in it too. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'fw-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
