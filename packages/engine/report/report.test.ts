import { memoryLog, Summary } from '@fairway/runtime';
import { expect, test } from 'vitest';
import {
  annotateVerdicts,
  describePlan,
  logLook,
  type RolloutReport,
  recorded,
  stepRows,
  summarizeRollout,
} from './index.ts';
import { inert } from './markdown.ts';
import { errors, PLAN, p95, paused, Scene, START, stopped } from './samples.ts';
import { effectOf, shown } from './words.ts';

const report = async (scene: Scene, more: Partial<RolloutReport>): Promise<string> => {
  const { id, release, before, own } = scene;
  const history = await scene.history();
  const told = { environment: 'production', strategy: 'canary', weight: 0, outcome: 'aborted', ...more };
  return summarizeRollout(new Summary(), { id, release, before, own, history, ...told }).text();
};

const rows = (text: string, heading: string) =>
  (text.split(`### ${heading}\n`)[1] ?? '')
    .trimStart()
    .split('\n\n')[0]
    ?.split('\n')
    .slice(2)
    .map((row) => row.slice(2, -2).split(' | '));

test('an aborted rollout: the reason comes first, then how far it came and what was measured', async () => {
  const reason = 'errors: 4.2% is above max 1% (1200 samples)';
  const text = await report(await stopped(), { reason });
  expect(text.startsWith(`## Canary to production: aborted\n\n**Aborted:** ${reason}\n`)).toBe(true);
  const steps = rows(text, 'Steps');
  expect(steps?.map(([n, weight, , , state]) => [n, weight, state])).toEqual([
    ['1', '5%', 'done'],
    ['2', '25%', '**stopped here**'],
    ['3', '50%', 'not reached'],
  ]);
  expect(steps?.[0]?.[5]).toBe('2026-03-01 12:00:00 UTC');
  expect(steps?.[1]?.[5]).toBe('2026-03-01 12:05:00 UTC');
  const [first, second] = rows(text, 'Metrics') ?? [];
  expect(first?.slice(0, 5)).toEqual(['errors', '4.2%', '', 'max 1%', '**fail**']);
  expect(first?.[5]).toBe('4.2% is above max 1% (1200 samples)');
  expect(second?.slice(0, 3)).toEqual(['p95', '131ms', '118ms']);
  expect(text).toContain('| 131ms (1200) | 118ms (9100) | 1.11× (0.91× to 1.2×) | pass |');
  // What failed is open; seven looks, the last of which only this process and the end of the record know.
  expect(text).toContain('<details open><summary>errors: 7 looks, now fail</summary>');
  expect(text).toContain('<details><summary>p95: 7 looks, now pass</summary>');
  expect(text).toMatch(/\ncandidate +▁▁▁▁▁▂█ +4\.2%\nlimit +▂▂▂▂▂▂▂ +1%\n/);
  expect(text).toMatch(/\nbaseline +\S{7} +118ms\n/);
});

test('another process tells the same from the record alone', async () => {
  const scene = await stopped();
  const here = await report(scene, { reason: 'x' });
  const there = await report(scene, { reason: 'x', own: [] });
  expect(there).toBe(here);
});

test('a pause: how to go on, and when nobody has to', async () => {
  const scene = await paused();
  const nextAt = START + 86_400_000;
  const reason = scene.machine.reason ?? '';
  const text = await report(scene, { outcome: 'paused', weight: 25, reason, nextAt });
  expect(text).toContain('**Waits for a person:** step 2 (25%) went well and waits for approval');
  expect(text).toContain(
    '- To let it go on: `command: promote` of the canary action, or `fairway promote production`.',
  );
  expect(text).toContain('`fairway promote production --full`');
  expect(text).toContain('`fairway abort production`');
  expect(text).toContain('at 2026-03-02 12:00:00 UTC it is aborted');
  expect(rows(text, 'Steps')?.[1]?.[4]).toBe('**now**: waits for approval since 2026-03-01 12:10:00 UTC');
  expect(text).toContain('| Traffic | 25%, the rest on 1.9.0 |');
});

test('steps of each phase', async () => {
  const { machine, id, ...scene } = await paused();
  const told = recorded(id, await scene.history());
  const states = (more: object) => stepRows({ ...machine, ...more }, told).map(({ state }) => state);
  expect(states({ phase: 'staging', step: 0 })).toEqual(['to come', 'to come', 'to come']);
  expect(states({ phase: 'baking' })).toEqual(['done', 'now', 'to come']);
  expect(states({ phase: 'promoted' })).toEqual(['done', 'done', 'skipped']);
  expect(states({ phase: 'aborted' })).toEqual(['done', 'stopped here', 'not reached']);
  const early = stepRows({ ...machine, phase: 'aborted', step: 0 }, { states: [] });
  expect(early.map(({ state }) => state)).toEqual(['not reached', 'not reached', 'not reached']);
});

test('looks that found the same, one soon after the other, are all told, here and from the record', async () => {
  const scene = await new Scene().begin();
  for (let i = 0; i < 3; i++) await scene.look(0.1, [errors(0), p95(118)]);
  const history = await scene.history();
  expect(recorded(scene.id, history, scene.own).looks).toHaveLength(3);
  expect(recorded(scene.id, history).looks).toHaveLength(3);
});

test('events of other rollouts and of other versions are left alone', async () => {
  const scene = await stopped();
  const history = await scene.history();
  expect(recorded('another', history)).toEqual({ states: [], looks: [] });
  const odd = history.map((entry) => ({
    ...entry,
    event: { ...entry.event, data: { ...entry.event.data, verdicts: [{ metric: 'x' }, null, 7] } },
  }));
  expect(recorded(scene.id, odd).looks).toEqual([]);
});

test('nothing of a release, a query or a reason is markup', async () => {
  const evil = 'a|b `c` <script>x</script> **d** [e](javascript:f) </details>\n| g |';
  const scene = await stopped();
  scene.own.push({
    weight: 25,
    at: new Date(scene.now).toISOString(),
    verdicts: [
      errors(9, {
        metric: 'errors',
        explanation: evil,
        query: `${'`'.repeat(3)}\n</details>`,
        threshold: evil,
      }),
    ],
  });
  const text = await report(scene, { reason: evil, seen: [evil] });
  const outside = text.replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, '');
  expect(outside).not.toMatch(/<script|\*\*d|\[e\]|`c`/);
  expect(outside.match(/<\/details>/g)).toHaveLength(2);
  for (const row of outside.split('\n').filter((one) => one.startsWith('|')))
    expect([2, 5, 6]).toContain(row.replaceAll('\\|', '').split('|').length - 2);
  expect(inert('x_y')).toBe('x&#95;y');
});

test('no data never looks like a pass', async () => {
  const scene = await stopped();
  scene.own.push({
    weight: 25,
    at: new Date(scene.now + 60_000).toISOString(),
    verdicts: [
      errors(0, { verdict: 'pass', evidence: false }),
      { ...p95(1), verdict: 'inconclusive', evidence: false },
    ],
  });
  const text = await report(scene, {});
  expect(rows(text, 'Metrics')?.map((row) => row[4])).toEqual(['pass, no data', '**no data yet**']);
});

test('a look in the log: one line, the sentences folded away, and what went wrong in sight', async () => {
  const log = memoryLog();
  await logLook(log, { weight: 25, verdicts: [errors(4.2), p95(131)] });
  expect(log.lines).toEqual([
    '25%: errors fail 4.2%, p95 ok 131ms against 118ms',
    'errors: 4.2% is above max 1% (1200 samples); query: process error-rate of candidate',
    'p95: 131ms against 118ms of the baseline; query: p95{side="candidate"}',
    '  fail: errors: 4.2% is above max 1% (1200 samples)',
  ]);
});

test('values and effects in words', () => {
  expect([shown(2.347, 'ms'), shown(412, 'ms'), shown(0.4, 'percent'), shown(undefined, 'ms')]).toEqual([
    ...['2.35ms', '412ms', '0.4%', ''],
  ]);
  const { effect: _, interval: __, ...rest } = p95(131);
  const shift = { low: -3, high: 12.5, confidence: 0.98, of: 'shift' } as const;
  expect(effectOf(rest)).toBe('');
  expect(effectOf({ ...rest, interval: { low: 2.69, confidence: 0.99, of: 'ratio' } })).toBe(
    'at least 2.69×',
  );
  expect(effectOf({ ...rest, interval: shift })).toBe('-3ms to 12.5ms');
});

test('annotations: what failed, and what stayed unclear', () => {
  const log = memoryLog();
  annotateVerdicts(log, 'production', [
    errors(4.2),
    p95(131),
    errors(0, { verdict: 'inconclusive', metric: 'x', explanation: 'unclear' }),
    errors(0, { verdict: 'inconclusive', metric: 'y', evidence: false }),
  ]);
  expect(log.lines).toEqual([`error: ${errors(4.2).explanation}`, 'warning: unclear']);
});

test('the plan as sentences', () => {
  const judged = 'judge: errors max 1%; p95 max 800ms, at most 5% worse than the baseline';
  expect(describePlan(PLAN)).toEqual([
    'start the release beside what is live, with no traffic',
    `give it 5% of the traffic for 5m and ${judged}`,
    `give it 25% of the traffic for 5m and ${judged}, then wait for a person`,
    `give it 50% of the traffic for 5m and ${judged}`,
    'give it all traffic, end the old release, read back and check',
  ]);
});
