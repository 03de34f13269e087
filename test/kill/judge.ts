/** What must be true of a scene in the end, whatever was killed where. Pure, but for the look at living processes. */
import type { Entry } from '@fairway/ledger';
import type { Facts } from './facts.ts';
import { isEnd, rollouts, type Told } from './rollouts.ts';

export interface Expectation {
  /** How many jobs were killed. */
  readonly kills: number;
  /** The last look at the record before somebody went on. */
  readonly leftAt: number;
  /** Ways in which the rollout of 2.0.0 may end; `not begun`: it was never recorded. */
  readonly endings: readonly Ending[];
  /** What must be live: by default what the record says. */
  readonly live?: string;
}

export type Ending = 'promoted' | 'aborted' | 'not begun';

export interface Finding {
  readonly ending: Ending;
  /** Empty: all is well. */
  readonly wrong: readonly string[];
}

export function judge(facts: Facts, expected: Expectation): Finding {
  const all = rollouts(facts.entries);
  const ofTwo = all.filter(({ version }) => version === '2.0.0');
  const ending = ofTwo.at(-1)?.ending ?? 'not begun';
  const wrong = [
    ...over(facts, expected),
    ...record(facts, all),
    ...effects(facts, all, expected),
    ...people(facts, all),
    ...measured(all),
    ...processes(facts, all),
  ];
  if (ending === 'in flight') return { ending: 'not begun', wrong: ['2.0.0 is still in flight', ...wrong] };
  if (!expected.endings.includes(ending)) wrong.push(`2.0.0 is ${ending}`);
  return { ending, wrong };
}

/** One release serves all, and the record says which. */
function over({ entries, observed, answers, load }: Facts, { live: wanted, leftAt }: Expectation): string[] {
  const last = entries.at(-1)?.state;
  const { live, candidate, weight } = observed;
  const wrong: string[] = [];
  if (weight !== 0) wrong.push(`the candidate has ${weight}% of the traffic`);
  if (candidate) wrong.push(`${candidate.version} is left as a candidate`);
  if (!live?.healthy) wrong.push('what is live is not healthy');
  if (live?.digest !== last?.live?.digest)
    wrong.push(`the record says ${last?.live?.version}, and ${live?.version} is live`);
  if (answers.join() !== live?.version) wrong.push(`clients get ${answers.join(' and ')}`);
  if (wanted !== undefined && live?.version !== wanted)
    wrong.push(`${live?.version} is live instead of ${wanted}`);
  if (last?.lease && (last.sequence ?? 0) > leftAt) wrong.push(`${last.lease.owner} kept its lease`);
  if (load.requests === 0) wrong.push('no client asked for anything');
  if (load.failed + load.lost.length > 0)
    wrong.push(`clients saw ${load.failed} failures and lost ${load.lost.slice(0, 3).join(', ')}`);
  return wrong;
}

/** No gap, each rollout ended once, each intent with what became of it. */
function record({ entries }: Facts, all: readonly Told[]): string[] {
  const wrong = entries.flatMap(({ state }, i) =>
    state.sequence === i + 1 ? [] : [`event ${i + 1} has the number ${state.sequence}`],
  );
  for (const { version, ending, ends, events } of all) {
    if (ending === 'in flight' || ends !== 1) wrong.push(`a rollout of ${version} ended ${ends} times`);
    events.forEach(({ entry }, i) => {
      const next = events[i + 1];
      if (next && !accounted(entry, next.entry) && !next.interrupted) {
        wrong.push(`no outcome of "${entry.event.message}", but "${next.entry.event.message}"`);
      }
    });
  }
  return wrong;
}

/** Whether the next event tells what became of an intent. An abort ends whatever was under way. */
function accounted({ event: { data } }: Entry, { event: next }: Entry): boolean {
  if (data?.outcome !== undefined || next.data?.intent === 'weight 0 and discard') return true;
  // What was measured says nothing about the effect before it.
  if (next.data?.outcome !== undefined) return next.data.verdicts === undefined;
  const ended = next.type === 'rollout-succeeded' ? 'promote' : 'weight 0 and discard';
  return isEnd(next) && data?.intent === ended;
}

/** Each share was intended before it was given, and given once. */
function effects({ effects: made }: Facts, all: readonly Told[], { kills }: Expectation): string[] {
  const wrong: string[] = [];
  const shares = new Set(all.flatMap(({ intents }) => intents).filter((share) => share > 0));
  for (const share of shares) {
    const having = all.filter(({ intents }) => intents.includes(share));
    const intended = having.reduce(
      (sum, { intents }) => sum + intents.filter((one) => one === share).length,
      0,
    );
    const sent = made.filter(({ weight }) => weight === share).length;
    if (sent > having.length) wrong.push(`${share}% was given ${sent} times in ${having.length} rollouts`);
    if (intended > sent + kills)
      wrong.push(`${share}% was intended ${intended} times and given ${sent} times`);
  }
  for (const { weight } of made) {
    if (weight && !shares.has(weight)) wrong.push(`${weight}% was given and never intended`);
  }
  for (const { version, ending, intents } of all) {
    const rising = [...new Set(intents.filter((share) => share > 0))];
    if (rising.some((share, i) => share <= (rising[i - 1] ?? 0)))
      wrong.push(`${version} went by ${rising.join()}`);
    if (ending === 'promoted' && rising.length !== 10)
      wrong.push(`${version} was promoted after ${rising.length} steps`);
  }
  return wrong;
}

/** Nobody is told twice, or something that is not so. */
function people({ told }: Facts, all: readonly Told[]): string[] {
  const wrong: string[] = [];
  for (const version of new Set(told.map((one) => one.version))) {
    const own = all.filter((one) => one.version === version);
    const times = (moment: string) =>
      told.filter((one) => one.version === version && one.moment === moment).length;
    const of = (ending: string) => own.filter((one) => one.ending === ending).length;
    if (times('start') > own.length) wrong.push(`told ${times('start')} times that ${version} starts`);
    if (times('promote') > of('promoted'))
      wrong.push(`told ${times('promote')} times that ${version} is promoted`);
    if (times('abort') > of('aborted')) wrong.push(`told ${times('abort')} times that ${version} is aborted`);
  }
  return wrong;
}

/** Each look a thousand requests: what was taken in twice would show in the sum, or begin before it ended. */
function measured(all: readonly Told[]): string[] {
  return all.flatMap(({ version, memories }) =>
    memories.flatMap((memory, i) => {
      const before = memories[i - 1];
      const [, total] = memory.all;
      const wrong: string[] = [];
      if (total !== 1_000 * memory.looks) wrong.push(`${version}: ${memory.looks} looks took in ${total}`);
      if (!before) return wrong;
      if (memory.looks < before.looks) wrong.push(`${version}: forgot ${before.looks - memory.looks} looks`);
      if (memory.looks > before.looks && memory.until <= before.until)
        wrong.push(`${version}: a window was taken in twice`);
      return wrong;
    }),
  );
}

/** Each release was started and ended once, and one is left. */
function processes({ story, observed, effects: made }: Facts, all: readonly Told[]): string[] {
  const wrong: string[] = [];
  const count = (what: string, version: string) =>
    story.filter((life) => life.what === what && life.version === version).length;
  // A supervisor that loses the one who asked for it ends what it has begun to start.
  const cut = made.filter(({ killed }) => killed === 'POST /stage').length;
  for (const version of ['1.0.0', '2.0.0', '3.0.0']) {
    const asked = version === '1.0.0' ? 1 : all.filter((one) => one.version === version).length;
    const [starts, ends] = [count('start', version), count('end', version)];
    if (starts > asked + cut) wrong.push(`${version} was started ${starts} times in ${asked} rollouts`);
    const left = observed.live?.version === version ? 1 : 0;
    if (starts - ends > left) wrong.push(`${starts - ends} processes of ${version} were not ended`);
    if (starts - ends < left) wrong.push(`the process of ${version}, which is live, was ended`);
  }
  return wrong;
}
