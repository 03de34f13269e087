import type { EnvironmentState, Release, Request } from '@fairway/ledger';
import { next, type PlanStep } from '@fairway/rollout';
import { holderOf } from './lease.ts';
import { plain } from './record.ts';
import { machineOf } from './resume.ts';
import type { Site } from './site.ts';

/** What the record says of one environment, for people and programs. JSON; times in ISO 8601, UTC. */
export interface Status {
  readonly environment: string;
  readonly live?: Release;
  readonly rollout?: {
    readonly id: string;
    readonly release: Release;
    readonly strategy: string;
    readonly startedAt: string;
    readonly intent: string;
    /** Percent of the traffic that it should have now. */
    readonly weight: number;
    /** Absent for rollouts without steps. */
    readonly phase?: string;
    /** Index of the step, from 0. */
    readonly step?: number;
    readonly steps?: readonly PlanStep[];
    /** When the next thing is due; for a pause when it is aborted. */
    readonly nextAt?: string;
    readonly paused: boolean;
    /** Why it paused or aborts, or who let it go on. */
    readonly reason?: string;
    readonly request?: Request;
  };
  /** The job that carries it; absent when none does. */
  readonly carriedBy?: string;
}

/** Pure. `now`: ms since 1970. */
export function statusOf(state: EnvironmentState, now: number): Status {
  const { environment, live, rollout } = state;
  const machine = machineOf(rollout);
  const holder = holderOf(state, now);
  const held = holder ? { carriedBy: holder } : {};
  const base: Status = { environment, ...(live ? { live: plain(live) } : {}), ...held };
  if (!rollout) return base;
  const { id, release, strategy, startedAt, intent, weight, request } = rollout;
  const asked = request ? { request } : {};
  const common = { id, release, strategy, startedAt, intent, weight, ...asked };
  if (!machine) return { ...base, rollout: { ...common, paused: false } };
  const { decision } = next(machine, { kind: 'time', now });
  const due = decision.kind === 'wait' || decision.kind === 'pause' ? decision.until : now;
  const { phase, step, plan, reason } = machine;
  return {
    ...base,
    rollout: {
      ...common,
      ...{ phase, step, steps: plan.steps, paused: phase === 'paused' },
      nextAt: new Date(due).toISOString(),
      ...(reason ? { reason } : {}),
    },
  };
}

export const readStatus = async ({ ledger, environment, ports }: Site): Promise<Status> =>
  statusOf(await ledger.read(environment), ports.clock.now());
