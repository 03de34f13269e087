import type { Config, EnvironmentConfig } from '@fairway/config';
import type { EnvironmentState } from '@fairway/ledger';
import type { ReleasePlan } from '@fairway/release';
import { isLive } from './selection.ts';

/** One job of a stage; the keys are the matrix's. */
export interface MatrixEntry {
  readonly environment: string;
  readonly strategy: string;
  readonly action: 'deploy' | 'canary';
  readonly backup: boolean;
  /** '' when it is not known. */
  readonly url: string;
}

export interface EnvironmentPlan extends MatrixEntry {
  readonly after: readonly string[];
  readonly live: { readonly version: string; readonly commit: string; readonly at: string } | null;
  /** `none`: the release is live there already. */
  readonly change: 'first' | 'update' | 'none';
  /** Commits from the live release to this one, and back; null when git does not know. */
  readonly commits: { readonly ahead: number; readonly behind: number } | null;
  /** What one should know before going on: a rollout in flight, a release that was stopped here. */
  readonly remarks: readonly string[];
}

export interface PromotionPlan {
  readonly app: string;
  readonly version: string;
  readonly tag: string;
  readonly commit: string;
  readonly because: string;
  readonly previous: string | null;
  readonly changes: ReleasePlan['changes'];
  readonly skipped: ReleasePlan['skipped'];
  readonly stages: readonly (readonly EnvironmentPlan[])[];
  readonly hasChanges: boolean;
  readonly complete: boolean;
}

/** Commits between what is live and the release; asked of git by the caller. */
export type Distance = (live: string) => EnvironmentPlan['commits'];

/** Pure: from what was read to the plan. */
export function assemble(
  config: Config,
  release: ReleasePlan,
  stages: readonly (readonly string[])[],
  states: ReadonlyMap<string, EnvironmentState>,
  distance: Distance,
): PromotionPlan {
  const planned = stages.map((stage) =>
    stage.flatMap((name) => {
      const environment = config.environments[name];
      return environment ? [planOf(name, environment, release, states.get(name), distance)] : [];
    }),
  );
  const chosen = new Set(stages.flat());
  return {
    app: config.app,
    version: release.version,
    tag: release.tag,
    commit: release.commit,
    because: release.because,
    previous: release.previous?.version ?? null,
    changes: release.changes,
    skipped: release.skipped,
    stages: planned,
    hasChanges: planned.flat().some(({ change }) => change !== 'none'),
    complete: Object.keys(config.environments).every(
      (name) => chosen.has(name) || isLive(states.get(name), release),
    ),
  };
}

function planOf(
  name: string,
  environment: EnvironmentConfig,
  release: ReleasePlan,
  state: EnvironmentState | undefined,
  distance: Distance,
): EnvironmentPlan {
  const strategy = environment.strategy?.type ?? 'blue-green';
  const live = state?.live;
  const commits = live ? distance(live.commit) : null;
  const change = isLive(state, release) ? 'none' : live ? 'update' : 'first';
  return {
    environment: name,
    strategy,
    action: strategy === 'canary' ? 'canary' : 'deploy',
    // Nothing changes where the release is live already: there is nothing to protect the data from.
    backup: environment.backup !== undefined && change !== 'none',
    url: urlOf(environment),
    after: environment.after ?? [],
    live: live ? { version: live.version, commit: live.commit, at: live.at } : null,
    change,
    commits,
    remarks: remarksOf(state, release, commits),
  };
}

function urlOf({ url, target }: EnvironmentConfig): string {
  if (url) return url;
  return target.type === 'process' ? `http://127.0.0.1:${target.config.port}` : '';
}

function remarksOf(
  state: EnvironmentState | undefined,
  release: ReleasePlan,
  commits: EnvironmentPlan['commits'],
): string[] {
  const remarks: string[] = [];
  if (state?.rollout) {
    const { release: inFlight, intent } = state.rollout;
    remarks.push(
      `a rollout of ${inFlight.version} is in flight (${intent}); the deployment resumes or ends it`,
    );
  }
  if (commits?.behind) {
    const lost = `${commits.behind} commit${commits.behind > 1 ? 's' : ''}`;
    remarks.push(`leaves out ${lost} of ${state?.live?.version ?? 'what is live'}, which is live`);
  }
  const stopped = state?.lastStopped;
  if (stopped?.release.commit === release.commit) {
    remarks.push(`this commit was stopped here on ${stopped.at}: ${stopped.why}`);
  }
  return remarks;
}

export function matrixEntry({ environment, strategy, action, backup, url }: EnvironmentPlan): MatrixEntry {
  return { environment, strategy, action, backup, url };
}
