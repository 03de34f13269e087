import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from './judge.ts';
import { type CanaryPlan, type Machine, next, type Observation, startMachine } from './machine.ts';

const source = { type: 'process', config: 'error-rate' } as const;
const limits = { source, noData: 'wait', max: { value: 1, unit: 'number' } } as const;
const plan: CanaryPlan = {
  steps: [
    { weight: 5, bake: 100 },
    { weight: 25, bake: 200 },
    { weight: 50, bake: 100 },
  ],
  maxDuration: 10_000,
  minSamples: 1,
  metrics: [
    { name: 'errors', ...limits, failureLimit: 0, errorLimit: 1, inconclusiveLimit: 0 },
    { name: 'p95', ...limits, noData: 'pass', failureLimit: 1, errorLimit: 0, inconclusiveLimit: 1 },
  ],
};

const verdict = (metric: string, word: Verdict['verdict'], evidence = word === 'pass'): Verdict => ({
  metric,
  verdict: word,
  evidence,
  query: 'q',
  threshold: 'max 1',
  explanation: `${metric} ${word}`,
});
const both = (word: Verdict['verdict'], evidence?: boolean) => [
  verdict('errors', word, evidence),
  verdict('p95', word, evidence),
];

/** Applies observations; every state passes through JSON, as between two processes. */
function play(machine: Machine, seen: readonly Observation[]) {
  const trail: { machine: Machine; decision: ReturnType<typeof next>['decision'] }[] = [];
  for (const one of seen) {
    const step = next(machine, one);
    machine = JSON.parse(JSON.stringify(step.machine));
    expect(machine).toEqual(step.machine);
    trail.push({ machine, decision: step.decision });
  }
  return trail;
}
const baking = (): Machine => next(startMachine(plan, 0), { kind: 'shifted', now: 0, weight: 5 }).machine;
const measured = (now: number, verdicts: Verdict[], step = 0): Observation => ({
  kind: 'measured',
  now,
  step,
  verdicts,
});
const at = (machine: Machine, seen: Observation) => next(machine, seen).decision;

describe('next', () => {
  it('walks the steps to promotion', () => {
    let now = 0;
    let { machine, decision } = next(startMachine(plan, 0), { kind: 'time', now });
    const kinds: string[] = [];
    while (decision.kind !== 'done') {
      kinds.push(decision.kind === 'shift' ? `shift ${decision.weight}` : decision.kind);
      let seen: Observation = { kind: 'time', now };
      if (decision.kind === 'shift') seen = { kind: 'shifted', now, weight: decision.weight };
      if (decision.kind === 'wait') {
        now = decision.until;
        seen = { kind: 'time', now };
      }
      if (decision.kind === 'measure') seen = measured(now, both('pass'), decision.step);
      if (decision.kind === 'promote') seen = { kind: 'promoted', now };
      ({ machine, decision } = next(machine, seen));
    }
    const bake = ['wait', 'measure'];
    expect(kinds).toEqual(['shift 5', ...bake, 'shift 25', ...bake, 'shift 50', ...bake, 'promote']);
    expect(machine).toMatchObject({ phase: 'promoted', weight: 100 });
    expect(now).toBe(400);
  });

  it('does not advance before the bake ends, nor on a measurement of another step', () => {
    expect(at(baking(), measured(50, both('pass'))).kind).toBe('wait');
    expect(at(baking(), measured(100, both('pass'), 1)).kind).toBe('measure');
    expect(at(baking(), measured(100, both('pass')))).toEqual({ kind: 'shift', weight: 25 });
  });

  it('aborts on the first failure beyond the limit, and says why', () => {
    expect(at(baking(), measured(100, [verdict('errors', 'fail'), verdict('p95', 'pass')]))).toEqual({
      kind: 'abort',
      reason: 'errors fail',
    });
    const tolerated = next(baking(), measured(100, [verdict('errors', 'pass'), verdict('p95', 'fail')]));
    expect(tolerated.decision.kind).toBe('wait');
    expect(
      at(tolerated.machine, measured(130, [verdict('errors', 'pass'), verdict('p95', 'fail')])).kind,
    ).toBe('abort');
  });

  it('counts errors in a row only', () => {
    const wrong = [verdict('errors', 'error'), verdict('p95', 'pass')];
    const decisions = play(baking(), [
      measured(100, wrong),
      measured(130, both('inconclusive', false)),
      measured(160, wrong),
    ]);
    expect(decisions.map(({ decision }) => decision.kind)).toEqual(['wait', 'wait', 'wait']);
    expect(play(baking(), [measured(100, wrong), measured(130, wrong)])[1]?.decision.kind).toBe('abort');
  });

  it('waits on no data, and takes a metric that was not measured as an error', () => {
    expect(
      at(baking(), measured(100, [verdict('errors', 'inconclusive', false), verdict('p95', 'pass')])).kind,
    ).toBe('wait');
    expect(at(baking(), measured(100, [verdict('errors', 'pass')])).kind).toBe('abort');
  });

  it('does not advance when no metric has a value', () => {
    expect(at(baking(), measured(100, both('pass', false))).kind).toBe('wait');
  });

  it('pauses on an inconclusive value, until somebody stops it', () => {
    const { machine, decision } = next(
      baking(),
      measured(100, [verdict('errors', 'inconclusive', true), verdict('p95', 'pass')]),
    );
    expect(decision).toEqual({ kind: 'pause', reason: 'errors inconclusive' });
    expect(at(machine, { kind: 'stop', now: 101, reason: 'no' })).toEqual({ kind: 'abort', reason: 'no' });
  });

  it('aborts when it takes too long, and when the router holds another weight', () => {
    expect(at(baking(), { kind: 'time', now: 10_001 })).toMatchObject({
      kind: 'abort',
      reason: expect.stringMatching(/max-duration/),
    });
    expect(at(startMachine(plan, 0), { kind: 'shifted', now: 0, weight: 50 })).toMatchObject({
      kind: 'abort',
    });
  });
});

const word = fc.constantFrom<Verdict['verdict']>('pass', 'fail', 'inconclusive', 'error');
const anyVerdict = fc.record({ metric: fc.constantFrom('errors', 'p95'), word, evidence: fc.boolean() });
const steps = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('measured'), verdicts: fc.array(anyVerdict, { maxLength: 3 }) }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'obey' }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'time' }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('shifted'), weight: fc.integer({ min: 0, max: 100 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ kind: 'promoted' }, { kind: 'discarded' }, { kind: 'stop', reason: 'x' }),
  },
);
const moves = (step: typeof steps | fc.Arbitrary<{ kind: string }>, maxLength: number) =>
  fc.array(fc.record({ step: step as typeof steps, later: fc.nat(300), current: fc.boolean() }), {
    maxLength,
  });
// Half of the histories start as a faithful loop would, so that late phases are reached too.
const history = fc
  .tuple(fc.oneof(fc.constant([]), moves(fc.constant({ kind: 'obey' }), 25)), moves(steps, 30))
  .map(([faithful, wild]) => [...faithful, ...wild]);

function wander(moves: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  let now = 0;
  let { machine, decision } = next(startMachine(plan, now), { kind: 'time', now });
  const trail = [{ machine, decision, seen: { kind: 'time', now } as Observation }];
  for (const { step, later, current } of moves) {
    now += later;
    let seen = { ...step, now } as Observation;
    if (step.kind === 'obey') {
      seen = { kind: 'time', now };
      if (decision.kind === 'shift') seen = { kind: 'shifted', now, weight: decision.weight };
      if (decision.kind === 'measure') seen = measured(now, both('pass'), decision.step);
      if (decision.kind === 'promote') seen = { kind: 'promoted', now };
    }
    if (step.kind === 'measured') {
      const verdicts = (
        step as { verdicts: { metric: string; word: Verdict['verdict']; evidence: boolean }[] }
      ).verdicts;
      // An error has no value behind it; the judge never says otherwise.
      const given = verdicts.map((v) => verdict(v.metric, v.word, v.evidence && v.word !== 'error'));
      seen = measured(now, given, current ? machine.step : 0);
    }
    ({ machine, decision } = next(machine, seen));
    trail.push({ machine, decision, seen });
  }
  return { trail, machine, decision, now };
}

describe('every sequence of observations', () => {
  it('ends promoted, aborted or paused, and an abort ends at 0', () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(history, (moves) => {
        let { machine, decision, now } = wander(moves);
        now += plan.maxDuration + 1;
        for (let i = 0; i < 4 && decision.kind !== 'done'; i++) {
          const seen = { abort: 'discarded', promote: 'promoted' }[decision.kind as 'abort'] ?? 'time';
          ({ machine, decision } = next(machine, { kind: seen, now } as Observation));
        }
        ends.add(machine.phase);
        expect(['promoted', 'aborted', 'paused']).toContain(machine.phase);
        if (machine.phase === 'aborted') expect(machine.weight).toBe(0);
        if (machine.phase === 'promoted') expect(machine.weight).toBe(100);
      }),
      { numRuns: 500 },
    );
    expect([...ends].sort()).toEqual(['aborted', 'paused', 'promoted']);
  });

  it('keeps weights within 0 to 100, rising until an abort, and advances on evidence only', () => {
    let advances = 0;
    fc.assert(
      fc.property(history, (moves) => {
        const { trail } = wander(moves);
        for (const [i, { machine, seen, decision }] of trail.entries()) {
          const before = trail[i - 1]?.machine ?? machine;
          expect(machine.weight).toBeGreaterThanOrEqual(0);
          expect(machine.weight).toBeLessThanOrEqual(100);
          const back = machine.phase === 'aborting' || machine.phase === 'aborted';
          if (back) expect(machine.weight).toBe(0);
          else expect(machine.weight).toBeGreaterThanOrEqual(before.weight);
          if (before.phase === 'aborting' || before.phase === 'aborted') expect(back).toBe(true);
          const advanced =
            machine.step > before.step || (machine.phase === 'promoting' && before.phase === 'baking');
          if (advanced) {
            advances++;
            expect(seen.kind).toBe('measured');
            const { verdicts } = seen as Extract<Observation, { kind: 'measured' }>;
            const first = plan.metrics.map(({ name }) => verdicts.find(({ metric }) => metric === name));
            expect(first.map((one) => one?.verdict)).toEqual(['pass', 'pass']);
            expect(first.some((one) => one?.evidence)).toBe(true);
          }
          if (decision.kind === 'promote' && before.phase !== 'promoting') expect(advanced).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(advances).toBeGreaterThan(50);
  });
});
