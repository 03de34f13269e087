import type { Deployed, Entry, EnvironmentState } from '@fairway/ledger';
import { UserError } from '@fairway/runtime';
import { nameOf } from './record.ts';

/**
 * Pure. The release to go back to: the one named by version or digest, else the newest that was live before
 * and was not stopped or rolled back since. `history` is newest first. Throws UserError when there is none.
 */
export function chooseRollback(
  state: EnvironmentState,
  history: readonly Entry[],
  to: string | undefined,
): Deployed {
  const { live, environment } = state;
  const where = environment;
  if (!live) {
    throw new UserError(`nothing is live in ${environment}: there is nothing to roll back`, {
      where,
      mend: 'deploy a release first',
    });
  }
  const known = earlier(live, [state, ...history.map((entry) => entry.state)]);
  if (to) return named(known, live, to, where);
  const stopped = stoppedLast([state, ...history.map((entry) => entry.state)]);
  const chosen = known.find(({ digest }) => !stopped.has(digest));
  if (chosen) return chosen;
  const others = known.length ? `; these were stopped or rolled back: ${known.map(nameOf).join(', ')}` : '';
  throw new UserError(`there is no earlier release of ${environment} to roll back to${others}`, {
    where,
    mend: known.length
      ? 'name one with the input "to", or release a mended commit'
      : 'release a mended commit',
  });
}

/** Digests of which the newest word is a stop: one that was stopped once and went live later is good again. */
function stoppedLast(states: readonly EnvironmentState[]): Set<string> {
  const good = new Set<string>();
  const stopped = new Set<string>();
  for (const { live, lastStopped } of states) {
    if (live && !stopped.has(live.digest)) good.add(live.digest);
    const digest = lastStopped?.release.digest;
    if (digest && !good.has(digest)) stopped.add(digest);
  }
  return stopped;
}

/** What was live before, newest first, each digest once, without what is live now. */
function earlier(live: Deployed, states: readonly EnvironmentState[]): Deployed[] {
  const found = new Map<string, Deployed>();
  for (const state of states) {
    for (const one of [state.live, state.previous]) {
      if (one && one.digest !== live.digest && !found.has(one.digest)) found.set(one.digest, one);
    }
  }
  return [...found.values()];
}

function named(known: readonly Deployed[], live: Deployed, to: string, where: string): Deployed {
  const version = to.replace(/^v(?=\d)/, '');
  const matches = (one: Deployed) => one.digest === to || one.version === to || one.version === version;
  const match = known.find(matches);
  if (match) return match;
  if (matches(live))
    throw new UserError(`${nameOf(live)} is live already`, { where, mend: 'name another release' });
  const names = known.slice(0, 10).map(nameOf).join(', ');
  throw new UserError(`"${to}" was never live in ${where}`, {
    where,
    mend: names ? `name one of: ${names}` : 'nothing else was ever live there',
  });
}
