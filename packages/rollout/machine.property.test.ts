import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers, anything, NAMES, now, planArb, type Told, told, word } from './arbitraries.ts';
import { next, start } from './machine.ts';
import { answer, faithful, step, verdict } from './testing.ts';
import type { Decision, Machine, Observation, RolloutPlan } from './types.ts';

interface Turn {
  readonly before: Machine;
  readonly seen: Observation;
  readonly machine: Machine;
  readonly decision: Decision;
}

/** Every turn of a story; each state passes through JSON. */
function turns(chosen: RolloutPlan, story: readonly Told[]): Turn[] {
  let machine = start(chosen, 0);
  let { decision } = next(machine, { kind: 'time', now: 0 });
  let clock = 0;
  return story.flatMap((one) => {
    const seen = 'faithful' in one ? answer(decision, clock, one.faithful as 'pass') : one;
    if (!seen) return [];
    clock = seen.now;
    const before = machine;
    const after = next(machine, seen);
    machine = JSON.parse(JSON.stringify(after.machine));
    decision = after.decision;
    expect(machine).toEqual(after.machine);
    return [{ before, seen, machine, decision }];
  });
}

const runs = (numRuns: number) => ({ seed: 4, numRuns });
const ended = ['promoted', 'aborted', 'paused'];

describe('whatever happens, a rollout', () => {
  it('ends promoted, aborted or paused once the world is faithful', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(planArb, anything, word, (chosen, story, says) => {
        const last = turns(chosen, story).at(-1);
        const end = faithful(last?.machine ?? start(chosen, 0), says, last?.seen.now ?? 0).machine;
        expect(ended).toContain(end.phase);
        outcomes.add(end.phase);
        if (end.phase === 'aborted') expect(end.weight).toBe(0);
        if (end.phase === 'promoted') expect(end.weight).toBe(100);
      }),
      runs(400),
    );
    expect([...outcomes].sort()).toEqual(ended.toSorted());
  });

  it('keeps its weights between 0 and 100, and its steps never go back', () => {
    fc.assert(
      fc.property(planArb, anything, (chosen, story) => {
        for (const { before, machine, decision } of turns(chosen, story)) {
          const weights = [machine.weight, ...(decision.kind === 'shift' ? [decision.weight] : [])];
          for (const one of weights) expect(one >= 0 && one <= 100).toBe(true);
          expect(machine.step).toBeGreaterThanOrEqual(before.step);
          expect(machine.step - before.step).toBeLessThanOrEqual(chosen.steps.length);
        }
      }),
      runs(400),
    );
  });

  it('that aborts ends at 0, unless the promotion was made before', () => {
    let aborts = 0;
    fc.assert(
      fc.property(planArb, anything, (chosen, story) => {
        for (const { before, machine, decision } of turns(chosen, story)) {
          if (before.phase !== 'aborting') continue;
          aborts++;
          if (before.promoteIntended && chosen.by === 'stage') continue;
          expect(['aborting', 'aborted']).toContain(machine.phase);
          expect(machine.weight).toBe(0);
          expect(['abort', 'done']).toContain(decision.kind);
        }
      }),
      runs(400),
    );
    expect(aborts).toBeGreaterThan(100);
  });

  it('is promoted only when the target was read back, and stays what it ended as', () => {
    fc.assert(
      fc.property(planArb, anything, (chosen, story) => {
        for (const { before, seen, machine } of turns(chosen, story)) {
          if (before.phase === 'promoted' || before.phase === 'aborted') expect(machine).toEqual(before);
          else if (machine.phase === 'promoted') expect(seen.kind).toBe('promoted');
          else if (machine.phase === 'aborted') expect(seen.kind).toBe('discarded');
        }
      }),
      runs(400),
    );
  });
});

describe('nothing', () => {
  const advanced = ({ before, machine }: Turn) =>
    before.phase === 'baking' &&
    (machine.step > before.step || !['baking', 'shifting', 'aborting', 'paused'].includes(machine.phase));

  it('leaves a bake with metrics but a final look in which all that is asked passed, with evidence', () => {
    let advances = 0;
    const robots = fc.array(told(answers), { maxLength: 30 });
    fc.assert(
      fc.property(planArb, robots, (chosen, story) => {
        for (const turn of turns(chosen, story)) {
          const asked = chosen.steps[turn.before.step]?.metrics ?? [];
          if (!advanced(turn) || asked.length === 0) continue;
          const { seen, before } = turn;
          advances++;
          expect(seen.kind).toBe('measured');
          expect(before.asked).toEqual({ step: before.step, final: true });
          const found = seen.kind === 'measured' ? seen.verdicts : [];
          const first = (name: string) => found.find((one) => one.metric === name);
          expect(asked.some((name) => first(name)?.verdict === 'pass' && first(name)?.evidence)).toBe(true);
          for (const { name, critical, noData } of chosen.metrics) {
            if (!critical || !asked.includes(name)) continue;
            expect(first(name)?.verdict).toBe('pass');
            expect(first(name)?.evidence || noData === 'pass').toBe(true);
          }
        }
      }),
      runs(1_500),
    );
    expect(advances).toBeGreaterThan(50);
  });

  it('advances on no data or errors, however long, in whatever order', () => {
    const empty = fc.array(
      fc.record({ name: fc.constantFrom(...NAMES), says: word, at: fc.integer({ min: 0, max: 20_000 }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(planArb, empty, (chosen, story) => {
        const steps = [step(5, { bake: 100 })];
        let machine = start({ ...chosen, by: 'stage', steps }, 0);
        machine = next(machine, { kind: 'staged', now: 0 }).machine;
        machine = next(machine, { kind: 'shifted', now: 0, weight: 5 }).machine;
        for (const { says, at } of story) {
          machine = next(machine, { kind: 'time', now: at }).machine;
          const found = NAMES.map((name) => verdict(name, says, false));
          machine = next(machine, {
            kind: 'measured',
            now: at,
            step: 0,
            verdicts: found,
            memories: {},
          }).machine;
          expect(['baking', 'paused', 'aborting']).toContain(machine.phase);
        }
      }),
      runs(400),
    );
  });

  it('is harmed by a clock that stands still or runs backwards', () => {
    fc.assert(
      fc.property(planArb, fc.array(now, { minLength: 1, maxLength: 20 }), (chosen, times) => {
        let machine = start(chosen, 0);
        for (const at of times) {
          const { machine: after, decision } = next(machine, { kind: 'time', now: at });
          machine = after;
          if (decision.kind === 'measure') expect(decision.to).toBeGreaterThanOrEqual(decision.from);
          const seen = answer(decision, at);
          if (seen) machine = next(machine, { ...seen, now: at }).machine;
          expect(machine.pausedFor).toBeGreaterThanOrEqual(0);
        }
        expect(ended).toContain(faithful(machine, 'pass', times.at(-1)).machine.phase);
      }),
      runs(300),
    );
  });
});
