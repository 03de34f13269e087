import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Balance } from './balance.ts';
import { boundLog, logTail, openLog } from './logs.ts';
import { Stats } from './stats.ts';

describe('balance', () => {
  it('gives each side exactly its share of any 100 requests that follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 300 }), (weight, skip) => {
        const balance = new Balance<'live' | 'candidate'>();
        balance.set([
          { item: 'live', weight: 100 - weight },
          { item: 'candidate', weight },
        ]);
        for (let i = 0; i < skip; i++) balance.next();
        const picks = Array.from({ length: 100 }, () => balance.next());
        expect(picks.filter((pick) => pick === 'candidate').length).toBe(weight);
      }),
    );
  });

  it('spreads a share evenly and picks nothing without weights', () => {
    const balance = new Balance<string>();
    expect(balance.next()).toBeUndefined();
    balance.set([
      { item: 'a', weight: 75 },
      { item: 'b', weight: 25 },
    ]);
    expect(Array.from({ length: 8 }, () => balance.next()).join('')).toBe('aabaaaba');
    balance.set([{ item: 'a', weight: 0 }]);
    expect(balance.next()).toBeUndefined();
  });
});

describe('stats', () => {
  const start = 1_700_000_000_000;

  it('counts what ended in the window only', () => {
    const stats = new Stats();
    for (let i = 0; i < 40; i++) stats.record(start + i * 250, i % 4 === 0 ? 500 : 200, 10);
    stats.record(start + 40 * 250, 0, 10);
    const now = start + 60_000;
    expect(stats.window(start, start + 10_000, now)).toMatchObject({ requests: 40, errors: 10 });
    expect(stats.window(start + 5_000, start + 10_000, now)).toMatchObject({ requests: 20, errors: 5 });
    expect(stats.window(start + 10_000, start + 11_000, now)).toMatchObject({ requests: 1, errors: 1 });
    expect(stats.window(start + 20_000, start + 30_000, now)).toMatchObject({ requests: 0, errors: 0 });
  });

  it('counts every latency in the class that holds it, 4% wide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 20_000, noNaN: true }), { minLength: 1, maxLength: 200 }),
        (latencies) => {
          const stats = new Stats();
          for (const ms of latencies) stats.record(start, 200, ms);
          const { bounds, counts } = stats.window(start, start + 250, start + 250) ?? {
            bounds: [],
            counts: [],
          };
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(latencies.length);
          for (const [key, count] of counts.entries()) {
            const [above, upTo] = [bounds[key - 1] ?? 0, bounds[key] ?? Infinity];
            // The bounds are given with six digits.
            const inside = (ms: number) => ms > above * 1.00001 && ms < upTo * 0.99999;
            const near = (ms: number) => ms > above * 0.99999 && ms < upTo * 1.00001;
            expect(count).toBeGreaterThanOrEqual(latencies.filter(inside).length);
            expect(count).toBeLessThanOrEqual(latencies.filter(near).length);
          }
        },
      ),
    );
  });

  it('keeps 15 minutes finely and 6 hours coarsely, and says when a window is too old', () => {
    const stats = new Stats();
    const hours = 3_600_000;
    for (let t = 0; t < 7 * hours; t += 1_000) stats.record(start + t, 200, 5);
    const now = start + 7 * hours;
    expect(stats.window(now - 60_000, now, now)).toMatchObject({ requests: 60 });
    expect(stats.window(now - 2 * hours, now, now)?.requests).toBeGreaterThanOrEqual(7_200);
    expect(stats.window(now - 6.5 * hours, now, now)).toBeUndefined();
  });
});

describe('logs', () => {
  it('stay bounded while a process goes on writing, and show the last lines', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fairway-logs-'));
    const path = join(folder, 'app.log');
    const writer = openLog(path);
    for (let i = 0; i < 500; i++) appendFileSync(writer, `line ${i}\n`);
    const offset = statSync(path).size;
    appendFileSync(writer, 'after\n');
    expect(logTail(path, offset)).toBe('after');
    boundLog(path, 1_000);
    appendFileSync(writer, 'and on\n');
    expect(statSync(path).size).toBe('and on\n'.length);
    expect(logTail(path, offset)).toBe('and on');
    expect(logTail(`${path}.1`, 0, 2)).toBe('line 499\nafter');
    rmSync(folder, { recursive: true });
  });
});
