import { GateError } from '@fairway/runtime';
import type {
  BackupRecord,
  Change,
  Deployed,
  EnvironmentState,
  Release,
  Request,
  Rollout,
  Stamp,
  StrategyName,
} from './types.ts';

/*
 * The life of a rollout as pure functions from state to event. Use them inside `ledger.append`:
 * `ledger.append('dev', (state, stamp) => startRollout(state, wanted, stamp))`. Each throws GateError when
 * the state does not allow it. That a release is not older than the live one is the caller's to check.
 */

export interface StartRollout {
  readonly id: string;
  readonly release: Release;
  readonly strategy: StrategyName;
  readonly reason: Rollout['reason'];
  /** The first effect, which follows this event. Default `stage`. */
  readonly intent?: string;
  readonly router?: string | undefined;
  readonly machine?: unknown;
}

export function startRollout(state: EnvironmentState, wanted: StartRollout, stamp: Stamp): Change {
  if (state.rollout) throw inFlight(state, state.rollout);
  const { id, release, strategy, reason, intent = 'stage', router, machine } = wanted;
  const rollout: Rollout = {
    id,
    release,
    strategy,
    reason,
    startedAt: stamp.at,
    runId: stamp.runId,
    actor: stamp.actor,
    intent,
    weight: 0,
    ...(router === undefined ? {} : { router }),
    ...(machine === undefined ? {} : { machine }),
  };
  const verb = reason === 'rollback' ? 'Roll back to' : 'Start';
  return {
    event: {
      type: 'rollout-started',
      message: `${verb} ${nameOf(release)} in ${state.environment} (${strategy})`,
      data: { rollout: id, release, strategy, reason, intent },
    },
    state: { rollout },
  };
}

export interface Intent {
  /** Id of the rollout that must be in flight. */
  readonly id: string;
  /** The effect about to be made: `stage`, `weight 25`, `promote`, `discard`. */
  readonly intent: string;
  /** Percent the candidate should have with it. Default: as before. */
  readonly weight?: number;
  readonly machine?: unknown;
  /** Words of the event. Default: the intent. */
  readonly message?: string;
  readonly data?: Record<string, unknown>;
  /** The request that is taken up with this, and no longer waits. */
  readonly answers?: Request | undefined;
}

/** Written before an effect is made, so that a job that dies in it leaves a trace to resume from. */
export function recordIntent(state: EnvironmentState, wanted: Intent): Change {
  const { request, ...rollout } = requireRollout(state, wanted.id);
  const { intent, weight = rollout.weight, machine = rollout.machine, answers } = wanted;
  // Only the one that was read: another may have come since.
  const waits = request && !(answers && sameRequest(request, answers));
  return {
    event: {
      type: 'rollout-intent',
      message: wanted.message ?? `${nameOf(rollout.release)} in ${state.environment}: ${intent}`,
      data: { ...wanted.data, rollout: rollout.id, intent, weight, ...(answers ? { answers } : {}) },
    },
    state: {
      rollout: {
        ...rollout,
        intent,
        weight,
        ...(machine === undefined ? {} : { machine }),
        ...(waits ? { request } : {}),
      },
    },
  };
}

export interface WantedRequest {
  /** Id of the rollout that must be in flight. */
  readonly id: string;
  readonly kind: Request['kind'];
  readonly full?: boolean;
  readonly why?: string;
}

/**
 * What a person asks of a rollout that another job carries. The newest word counts, except that nothing
 * takes back an abort. Nothing is written when the same is asked already.
 */
export function requestDecision(
  state: EnvironmentState,
  { id, kind, full = false, why = '' }: WantedRequest,
  stamp: Stamp,
): Change | undefined {
  const rollout = requireRollout(state, id);
  const before = rollout.request;
  if (before?.kind === 'abort') {
    if (kind === 'abort') return undefined;
    throw new GateError(`${before.by} asked at ${before.at} to abort ${nameOf(rollout.release)}`, {
      where: `${state.app}/${state.environment}, rollout ${id}`,
      mend: 'wait until it is aborted, then start a new rollout',
    });
  }
  if (before?.kind === kind && before.full === full) return undefined;
  const request: Request = { kind, full, why, by: stamp.actor, at: stamp.at };
  const asked = kind === 'abort' ? 'abort' : full ? 'promote at once' : 'go on with';
  return {
    event: {
      type: 'rollout-requested',
      message: `${stamp.actor} asks to ${asked} ${nameOf(rollout.release)} in ${state.environment}${why ? `: ${why}` : ''}`,
      data: { rollout: id, request },
    },
    state: { rollout: { ...rollout, request } },
  };
}

const sameRequest = (a: Request, b: Request): boolean =>
  a.kind === b.kind && a.full === b.full && a.by === b.by && a.at === b.at;

export interface Success {
  readonly id: string;
  /** What the target calls what it serves now. */
  readonly revision: string;
  readonly data?: Record<string, unknown>;
}

/** The release is live. A rollback also marks the release it left as stopped. */
export function succeed(state: EnvironmentState, { id, revision, data }: Success, stamp: Stamp): Change {
  const { release, reason } = requireRollout(state, id);
  const { at, actor, runId } = stamp;
  const live: Deployed = { ...release, revision, at, runId, actor };
  const again = state.live?.digest === release.digest;
  const left = state.live && !again ? state.live : undefined;
  const cleared = state.lastStopped?.release.digest === release.digest ? { lastStopped: undefined } : {};
  const stopped =
    reason === 'rollback' && left
      ? { lastStopped: { release: asRelease(left), why: `rolled back to ${release.version}`, at } }
      : cleared;
  return {
    event: {
      type: 'rollout-succeeded',
      message: `${nameOf(release)} is live in ${state.environment}`,
      data: { ...data, rollout: id, release, revision, reason },
    },
    state: { live, rollout: undefined, ...(left ? { previous: left } : {}), ...stopped },
  };
}

export interface Stop {
  readonly id: string;
  /** One sentence: the reason a person is told. */
  readonly why: string;
  readonly data?: Record<string, unknown>;
}

/** The rollout ended without going live; what was live still is. */
export function stop(state: EnvironmentState, { id, why, data }: Stop, stamp: Stamp): Change {
  const { release } = requireRollout(state, id);
  return {
    event: {
      type: 'rollout-stopped',
      message: `Stop ${nameOf(release)} in ${state.environment}: ${why}`,
      data: { ...data, rollout: id, release, why },
    },
    state: { rollout: undefined, lastStopped: { release, why, at: stamp.at } },
  };
}

export function recordBackup(state: EnvironmentState, backup: BackupRecord): Change {
  const proof = backup.restored ? 'restored and proven' : 'not restored yet';
  return {
    event: {
      type: 'backup-recorded',
      message: `Backup ${backup.name} of ${state.environment}, ${backup.size} bytes, ${proof}`,
      data: { backup },
    },
    state: { backup },
  };
}

/** The rollout in flight, when it is the one meant; else GateError: another job ended or replaced it. */
export function requireRollout(state: EnvironmentState, id: string): Rollout {
  if (state.rollout?.id === id) return state.rollout;
  const now = state.rollout ? `rollout ${state.rollout.id} is in flight` : 'no rollout is in flight';
  throw new GateError(`rollout ${id} is no longer in flight in ${state.environment}: ${now}`, {
    where: `${state.app}/${state.environment}, event ${state.sequence}`,
    mend: 'another job ended it; look at `fairway status`, then start a new rollout',
  });
}

function inFlight(state: EnvironmentState, rollout: Rollout): GateError {
  const run = rollout.runId === undefined ? '' : ` in run ${rollout.runId}`;
  return new GateError(
    `a rollout of ${nameOf(rollout.release)} is in flight in ${state.environment}: ` +
      `started by ${rollout.actor}${run} at ${rollout.startedAt}, last intent "${rollout.intent}"`,
    {
      where: `${state.app}/${state.environment}, rollout ${rollout.id}`,
      mend: 'wait until it ends; if its job died, resume or abort it (canary: command abort; or rollback)',
    },
  );
}

const nameOf = ({ version, commit }: Release): string => `${version} (${commit.slice(0, 7)})`;

const asRelease = ({ version, commit, image, digest }: Deployed): Release => ({
  version,
  commit,
  image,
  digest,
});
