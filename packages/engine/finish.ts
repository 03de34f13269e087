import type { Release } from '@fairway/ledger';
import type { Decision, Machine } from '@fairway/rollout';
import { GateError } from '@fairway/runtime';
import { goBack } from './confirm.ts';
import { notify } from './notices.ts';
import { nameOf } from './record.ts';
import type { Run, StepVerdicts } from './run.ts';
import { patience } from './site.ts';

/** How far a rollout came in this process. */
export interface Progress {
  /** `baking`: it goes on later, by `nextAt`. `paused`: only a person lets it go on. */
  readonly outcome: 'promoted' | 'aborted' | 'baking' | 'paused';
  /** Percent of the traffic that the new release has now. */
  readonly weight: number;
  readonly revision: string | undefined;
  /** Of this process. */
  readonly verdicts: readonly StepVerdicts[];
  readonly seen: readonly string[];
  /** When the next thing is due, ms since 1970; for a pause when it is aborted. */
  readonly nextAt?: number;
  readonly pause?: { readonly why: 'approval' | 'unclear'; readonly reason: string };
  /** Why it was aborted. */
  readonly failure?: Error;
  /** The rollout, for reports; absent where another process ended it, or where there was none. */
  readonly rollout?: RolloutFacts;
}

export interface RolloutFacts {
  readonly id: string;
  readonly release: Release;
  /** What was live before. */
  readonly before: Release | undefined;
  readonly strategy: string;
  readonly machine: Machine;
  /** Why it paused or was aborted. */
  readonly reason?: string | undefined;
}

export const factsOf = (run: Run, reason = run.machine.reason): RolloutFacts => {
  const { id, release, before, strategy, machine } = run;
  return { id, release, before, strategy, machine, reason };
};

/** Records how it ended, and says so. */
export async function finish(
  run: Run,
  { outcome, reason }: Extract<Decision, { kind: 'done' }>,
): Promise<Progress> {
  const { site, verdicts, carried } = run;
  if (outcome === 'promoted') {
    if (!run.problem) {
      await carried.succeed(run.revision ?? '');
      notify(run, { moment: 'promote', weight: 100 });
      return {
        outcome,
        weight: 100,
        revision: run.revision,
        verdicts,
        seen: run.seen,
        rollout: factsOf(run),
      };
    }
    const now = await goBack(site, carried, run.problem, patience());
    return { ...stopped(run, `${run.problem}\n${now}`), seen: [...run.seen, now] };
  }
  const why = reason ?? 'aborted';
  await carried.stop(why, { verdicts: verdicts.at(-1)?.verdicts ?? [] });
  return stopped(run, `${why}\n${run.back ?? 'all traffic is on the live release'}`);
}

function stopped(run: Run, why: string): Progress {
  const { site, release, strategy, cause, verdicts, seen } = run;
  const failure = new GateError(`the ${strategy} rollout of ${nameOf(release)} was aborted: ${why}`, {
    where: site.target.location,
    mend: 'mend the release and deploy a new one',
    cause,
  });
  notify(run, { moment: 'abort', weight: 0, reason: why });
  // An error of our own kind says more than its first line.
  const own = cause instanceof Error && verdicts.length === 0 ? cause : failure;
  const rollout = factsOf(run, why);
  return { outcome: 'aborted', weight: 0, revision: undefined, verdicts, seen, failure: own, rollout };
}
