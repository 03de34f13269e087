/** A sample of the fault run (`node test/kill/all.ts`), and proof that its judge sees what is wrong. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, everyDeath, nameOf, play } from './cases.ts';
import type { Effect, Facts } from './facts.ts';
import { type Expectation, judge } from './judge.ts';
import { Stage } from './stage.ts';

let stage: Stage;
/** Of a run that nobody disturbed. */
let facts: Facts;
let cases: Case[];

const expected: Expectation = { kills: 0, leftAt: 0, endings: ['promoted'], live: '2.0.0' };

beforeAll(async () => {
  stage = await new Stage().open();
  const scene = await stage.scene();
  try {
    await scene.job({ version: '2.0.0' });
    facts = await scene.facts();
  } finally {
    await scene.remove();
  }
  const names = facts.effects.flatMap(({ name }) => (name === undefined ? [] : [name]));
  cases = everyDeath('good', names);
}, 60_000);
afterAll(() => stage.remove());

describe('a ten-step canary', () => {
  it('is killed over its whole range, and gone on with by another process', async () => {
    // 32 is no multiple of five: all successors have their turns.
    const sample = cases.filter((_, i) => i % 32 === 9);
    const bad: Case = { release: 'bad', death: { at: 22, when: 'after' }, next: 'sweep' };
    const twice: Case = { ...(cases[140] as Case), again: { at: 6, when: 'during' } };
    const rest = [...sample.slice(0, 8), bad, twice];
    const results: Record<string, string> = {};
    const work = async () => {
      for (let one = rest.shift(); one; one = rest.shift()) {
        const { died, wrong, printed } = await play(stage, one);
        const problems = [...(died.length ? [] : ['nothing was killed']), ...wrong];
        results[nameOf(one)] = problems.length ? `${problems.join('; ')}\n${printed}` : 'well';
      }
    };
    await Promise.all([work(), work()]);
    expect(Object.values(results)).toHaveLength(10);
    expect(Object.entries(results).filter(([, result]) => result !== 'well')).toEqual([]);
  }, 120_000);
});

/** The facts of that run with something that must not be. */
const broken: readonly (readonly [RegExp, (facts: Facts) => Partial<Facts>])[] = [
  [/the candidate has 5%/, ({ observed }) => ({ observed: { ...observed, weight: 5 } })],
  [/clients get 2\.0\.0 and 1\.0\.0/, () => ({ answers: ['2.0.0', '1.0.0'] })],
  [/still in flight/, ({ entries }) => ({ entries: entries.slice(0, -2) })],
  [/has the number/, ({ entries }) => ({ entries: entries.filter((_, i) => i !== 12) })],
  [/no outcome of .*weight 5/, ({ entries }) => ({ entries: entries.filter((_, i) => i !== 9) })],
  [/5% was given 2 times/, ({ effects }) => ({ effects: twice(effects, ({ weight }) => weight === 5) })],
  [/33% was given and never intended/, ({ effects }) => ({ effects: [...effects, { weight: 33 }] })],
  [/told 2 times that 2\.0\.0 is promoted/, ({ told }) => ({ told: [...told, ...told.slice(-1)] })],
  [/is aborted/, ({ told }) => ({ told: [...told, { moment: 'abort', version: '2.0.0' }] })],
  [/2\.0\.0 was started 2 times/, ({ story }) => ({ story: [...story, ...story.slice(1, 2)] })],
  [/1 processes of 1\.0\.0 were not ended/, ({ story }) => ({ story: story.slice(0, 2) })],
  [/lost ECONNRESET/, ({ load }) => ({ load: { ...load, lost: ['ECONNRESET'] } })],
  [/kept its lease/, ({ entries }) => ({ entries: entries.slice(0, -1) })],
];

const twice = (effects: readonly Effect[], which: (effect: Effect) => boolean): Effect[] =>
  effects.flatMap((effect) => (which(effect) ? [effect, effect] : [effect]));

describe('the judge of these tests', () => {
  it('finds nothing wrong with a run that nobody disturbed', () => {
    expect(judge(facts, expected)).toEqual({ ending: 'promoted', wrong: [] });
  });

  it.each(broken)('sees %s', (words, change) => {
    const { wrong } = judge({ ...facts, ...change(facts) }, expected);
    expect(wrong.join('\n')).toMatch(words);
  });

  it('sees a window that was taken in twice', () => {
    const text = JSON.stringify(facts.entries);
    const doubled = text.replace(/"looks":3,"step":\[0,(\d+)/g, '"looks":2,"step":[0,$1');
    expect(doubled).not.toBe(text);
    const { wrong } = judge({ ...facts, entries: JSON.parse(doubled) }, expected);
    expect(wrong.join('\n')).toMatch(/2 looks took in 3000/);
  });

  it('sees another ending than the one that must be', () => {
    const { wrong } = judge(facts, { ...expected, endings: ['aborted'], live: '1.0.0' });
    expect(wrong).toEqual(expect.arrayContaining(['2.0.0 is promoted', '2.0.0 is live instead of 1.0.0']));
  });
});
