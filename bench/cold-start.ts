import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurn, median } from './measure.ts';

const ROUNDS = 21;

/** Each action's bundle from start to its first error (no inputs), beside an empty Node script. */
export async function bench(): Promise<void> {
  const dist = join(import.meta.dirname, '../dist');
  const folder = mkdtempSync(join(tmpdir(), 'fairway-bench-'));
  try {
    const empty = join(folder, 'empty.mjs');
    writeFileSync(empty, '');
    const actions = readdirSync(dist).filter((name) => name !== 'cli' && name !== 'supervisor');
    const times = inTurn(
      [
        { name: 'empty script', argv: [process.execPath, empty] },
        ...actions.map((name) => ({ name, argv: [process.execPath, join(dist, name, 'index.js')] })),
      ],
      ROUNDS,
    );
    const base = median(times.get('empty script') ?? []);
    console.log(`cold start, median of ${ROUNDS} runs in turn, Node ${process.version}`);
    for (const [name, values] of times) {
      const ms = median(values);
      console.log(
        `${name.padEnd(16)}${ms.toFixed(1).padStart(8)} ms${(ms / base).toFixed(2).padStart(8)} x empty`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
