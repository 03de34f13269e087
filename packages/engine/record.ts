import { randomUUID } from 'node:crypto';
import {
  type Intent,
  type Mirror,
  type MirrorState,
  type Release,
  recordIntent,
  requireRollout,
  type StartRollout,
  startRollout,
  stop,
  succeed,
} from '@fairway/ledger';
import { describeError } from '@fairway/runtime';
import { type Hold, requireOurs } from './lease.ts';
import type { Site } from './site.ts';

/** How the record begins why a release is kept back after it was rolled back by hand. */
export const ROLLED_BACK = 'rolled back';

/** The rollout in flight that this job carries: its effects are recorded before and after. */
export interface Carried {
  readonly id: string;
  /** Before an effect. */
  intent(intent: string, more?: Omit<Intent, 'id' | 'intent'>): Promise<void>;
  /** After it: what came of it, in words. */
  outcome(words: string, more?: Omit<Intent, 'id' | 'intent' | 'message'>): Promise<void>;
  succeed(revision: string, why?: string): Promise<void>;
  /** Nothing is written when it has ended already: once is enough. */
  stop(why: string, data?: Record<string, unknown>): Promise<void>;
}

/** Records the start, before the first effect. GateError when another rollout is in flight. */
export async function begin(
  site: Site,
  wanted: Omit<StartRollout, 'id'>,
  { owner }: Pick<Hold, 'owner'> = {},
): Promise<Carried> {
  const id = randomUUID();
  // Before the record: a post step must know it too when this process is killed right after writing it.
  site.ports.state.set(ROLLOUT_STATE, id);
  await site.ledger.append(site.environment, (state, stamp) => {
    requireOurs(state, owner);
    return startRollout(state, { id, ...wanted }, stamp);
  });
  return carry(site, id, { owner }, await within(site.mirror?.(wanted.release)));
}

/** Where the main step leaves the rollout's id for its post step. */
export const ROLLOUT_STATE = 'rollout';

/** How long the mirror may hold up what matters, in ms. */
const MIRROR = 3_000;

/** The mirror is best effort: its answer is waited for, but not for long. */
async function within<T>(answer: Promise<T> | undefined): Promise<T | undefined> {
  const limit = AbortSignal.timeout(MIRROR);
  const late = new Promise<undefined>((resolve) => limit.addEventListener('abort', () => resolve(undefined)));
  return answer && (await Promise.race([answer, late]));
}

/**
 * `owner`: who must hold the lease when something is recorded. `mirror`: what shows it elsewhere; one that goes
 * on with a rollout opens its own when it ends.
 */
export function carry(
  site: Site,
  id: string,
  { owner }: { readonly owner?: string | undefined },
  mirror?: Mirror,
): Carried {
  const { ledger, environment } = site;
  const show = async (state: MirrorState, words: string, release: Release | undefined) => {
    const shown = mirror ?? (release && (await within(site.mirror?.(release))));
    await within(shown?.update(state, words));
  };
  return {
    id,
    async intent(intent, more = {}) {
      await ledger.append(environment, (state) => {
        requireOurs(state, owner);
        return recordIntent(state, { id, intent, ...more });
      });
    },
    async outcome(words, more = {}) {
      await ledger.append(environment, (state) => {
        requireOurs(state, owner);
        const { intent } = requireRollout(state, id);
        return recordIntent(state, {
          id,
          intent,
          message: words,
          ...more,
          data: { ...more.data, outcome: words },
        });
      });
    },
    async succeed(revision, why) {
      let release: Release | undefined;
      await ledger.append(environment, (state, stamp) => {
        requireOurs(state, owner);
        release = state.rollout?.release;
        const change = succeed(state, { id, revision, ...(why ? { data: { why } } : {}) }, stamp);
        const { lastStopped } = change.state;
        if (!why || !lastStopped) return change;
        const explained = { ...lastStopped, why: `${lastStopped.why}: ${why}` };
        return { ...change, state: { ...change.state, lastStopped: explained } };
      });
      await show('success', `live in ${environment}`, release);
    },
    async stop(why, data) {
      let release: Release | undefined;
      await ledger.append(environment, (state, stamp) => {
        if (state.rollout?.id !== id) return undefined;
        requireOurs(state, owner);
        release = state.rollout.release;
        return stop(state, { id, why, ...(data ? { data } : {}) }, stamp);
      });
      if (release) await show('failure', why, release);
    },
  };
}

export const plain = ({ version, commit, image, digest }: Release): Release => ({
  version,
  commit,
  image,
  digest,
});

/** What went wrong, short enough for a record. */
export const firstLine = (error: unknown): string => describeError(error).text.split('\n')[0] ?? 'it failed';

/** A release in messages: `1.2.0 (sha256:0123456789ab)`. */
export const nameOf = ({ version, digest }: Pick<Release, 'version' | 'digest'>): string =>
  `${version} (${digest.slice(0, 19)})`;
