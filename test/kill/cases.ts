import type { Effect, Facts } from './facts.ts';
import { type Ending, type Finding, judge } from './judge.ts';
import type { Death, Scene } from './scene.ts';
import type { Stage } from './stage.ts';

/** Who goes on after a death. `post`: the post step of the same job, and then ticks. */
export type Successor = 'run' | 'tick' | 'sweep' | 'newer' | 'post';
const SUCCESSORS: readonly Successor[] = ['run', 'tick', 'sweep', 'newer', 'post'];

export interface Case {
  readonly release: 'good' | 'bad';
  readonly death: Death;
  readonly next: Successor;
  /** The successor is killed too, and ticks go on. */
  readonly again?: Death;
}

export interface Result extends Finding {
  readonly name: string;
  /** Where the job died, and the successor; empty: neither did. */
  readonly died: readonly string[];
  /** What the jobs printed. */
  readonly printed: string;
}

/** The look from which on a bad release fails: in its third step. */
const BAD_FROM = 4;
const TICKS = 20;

/** The effects of a run that nobody disturbs, in order. */
export async function rehearse(stage: Stage, release: Case['release']): Promise<string[]> {
  const scene = await open(stage, release);
  try {
    await scene.job({ version: '2.0.0' });
    return namesOf(scene.effects());
  } finally {
    await scene.remove();
  }
}

const namesOf = (effects: readonly Effect[]): string[] =>
  effects.flatMap(({ name }) => (name === undefined ? [] : [name]));

const open = (stage: Stage, release: Case['release']): Promise<Scene> =>
  stage.scene(release === 'bad' ? { badFrom: BAD_FROM } : {});

/** Every effect, before and after it, and on its way where that is something else; successors in turn. */
export function everyDeath(release: Case['release'], names: readonly string[]): Case[] {
  const deaths = names.flatMap((name, at): Death[] => {
    const onItsWay = name === 'git update-ref' || name.startsWith('POST ');
    const whens = onItsWay ? (['before', 'during', 'after'] as const) : (['before', 'after'] as const);
    return whens.map((when) => ({ at, when }));
  });
  return deaths.map((death, i) => ({ release, death, next: SUCCESSORS[i % SUCCESSORS.length] ?? 'run' }));
}

export const nameOf = ({ release, death, next, again }: Case): string =>
  `${release}: ${death.by ?? 'SIGKILL'} ${death.when} effect ${death.at}, then ${next}` +
  (again ? ` killed ${again.when} its effect ${again.at}, then ticks` : '');

/** Never throws: what the test itself cannot do is wrong, too. */
export async function play(stage: Stage, one: Case): Promise<Result> {
  try {
    return await played(stage, one);
  } catch (error) {
    const wrong = [`the test itself failed: ${error instanceof Error ? error.stack : error}`];
    return { ending: 'not begun', wrong, name: nameOf(one), died: [], printed: '' };
  }
}

async function played(stage: Stage, one: Case): Promise<Result> {
  const scene = await open(stage, one.release);
  try {
    const main = await scene.job({ version: '2.0.0', death: one.death });
    const leftAt = await scene.sequence();
    const begun = await scene.begun('2.0.0');
    const codes = await goOn(scene, one, main.state);
    const facts = await scene.facts();
    const died = facts.effects.flatMap(({ killed }) => (killed === undefined ? [] : [killed]));
    const live = one.next === 'newer' && !one.again ? { live: '3.0.0' } : {};
    const endings = endingsOf(one, begun);
    const found = judge(facts, { kills: died.length, leftAt, endings, ...live });
    const wrong = [...found.wrong, ...colours(one, codes, facts, leftAt)];
    return { ...found, wrong, name: nameOf(one), died, printed: scene.printed };
  } finally {
    await scene.remove();
  }
}

/** Brings what was left to its end. Returns the exit codes of the jobs that did. */
async function goOn(scene: Scene, { next, again }: Case, state: Record<string, string>): Promise<number[]> {
  const codes: number[] = [];
  const job = async (wanted: Parameters<Scene['job']>[0]) => {
    codes.push((await scene.job(wanted)).exitCode ?? -1);
  };
  const death = again;
  switch (next) {
    case 'run':
      await job({ version: '2.0.0', leases: 1, death });
      break;
    case 'newer':
      await job({ version: '3.0.0', leases: 1, death });
      break;
    case 'post':
      await job({ version: '2.0.0', post: state, death });
      break;
    case 'sweep':
      await job({ bundle: 'sweep', leases: 1, death });
      break;
    case 'tick':
      await job({ command: 'tick', leases: 1, death });
  }
  const bundle = next === 'sweep' ? 'sweep' : 'canary';
  for (let ticks = 0; ticks < TICKS && (await scene.inFlight()); ticks++) {
    await job({ bundle, command: 'tick', leases: again ? 2 : 1 });
  }
  return codes;
}

function endingsOf({ release, death, next, again }: Case, begun: boolean): Ending[] {
  // Who names no release cannot begin one.
  const nothing: Ending[] = begun || (next === 'run' && !again) ? [] : ['not begun'];
  if (release === 'bad') return ['aborted', ...nothing];
  // Only what says so takes a good release back: a cancellation, a post step, and a newer release.
  const both = death.by === 'SIGTERM' || next === 'post' || next === 'newer' || again !== undefined;
  return [...(both ? (['promoted', 'aborted'] as const) : (['promoted'] as const)), ...nothing];
}

/** Jobs that promote are green; one of those that abort is red, where nobody has asked for the abort. */
function colours(
  { next, again, death }: Case,
  codes: readonly number[],
  facts: Facts,
  leftAt: number,
): string[] {
  if (again || death.by === 'SIGTERM' || next === 'post' || next === 'newer') return [];
  const later = facts.entries.filter(({ state }) => state.sequence > leftAt);
  const aborted = later.some(({ event }) => event.type === 'rollout-stopped');
  const red = codes.some((code) => code !== 0);
  return red === aborted ? [] : [`jobs that ${aborted ? 'abort' : 'promote'} ended with ${codes.join()}`];
}
