import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '@fairway/ledger';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git, portsOf, temporaryFolder } from '../../packages/ledger/fixture.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  git(folder, 'init', '-q');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writer(name: string, events: number): { child: ChildProcess; written: string[] } {
  const script = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [script, folder, name, String(events)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  const written: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    written.splice(0, written.length, ...text.split('\n').slice(0, -1));
  });
  return { child, written };
}

async function messages(): Promise<string[]> {
  const ledger = await openLedger({ app: 'shop', ports: portsOf(folder) });
  const history = await ledger.history('dev', 10_000);
  const sequence = history.map(({ state }) => state.sequence);
  expect(sequence).toEqual(sequence.map((_, at) => history.length - at));
  return history.map(({ event }) => event.message);
}

describe('git ledger, several processes', () => {
  it('loses and doubles nothing', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const writers = names.map((name) => writer(name, 25));
    const codes = await Promise.all(writers.map(async ({ child }) => (await once(child, 'close'))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    const all = await messages();
    expect(all).toHaveLength(100);
    expect(new Set(all).size).toBe(100);
  }, 60_000);

  it('stays readable and right when writers are killed in the middle', async () => {
    for (const name of ['x', 'y', 'z']) {
      const { child, written } = writer(name, 10_000);
      const closed = once(child, 'close');
      await expect.poll(() => written.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(3);
      child.kill('SIGKILL');
      await closed;
      // A git that the dead writer had started may still finish its one step.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const mine = (await messages()).filter((message) => message.startsWith(name));
      // All that was confirmed is there, and at most the one that was under way besides.
      expect(mine).toEqual(expect.arrayContaining(written));
      expect(mine.length - written.length).toBeLessThanOrEqual(1);
      expect(new Set(mine).size).toBe(mine.length);
    }
    git(folder, 'fsck', '--full', '--strict');
  }, 90_000);
});
