import { type Decision, next, type Observation } from '@fairway/rollout';
import { abortApplied, apply, settleApplied } from './apply-effects.ts';
import { check } from './check-step.ts';
import { abort, promote, shift, stage } from './effects.ts';
import { finish, type Progress } from './finish.ts';
import type { Hold } from './lease.ts';
import { interrupted, leave, pause } from './leave.ts';
import { weighUp } from './measure.ts';
import { noticed } from './notices.ts';
import { firstLine } from './record.ts';
import { answered, heeding, takeUp } from './requests.ts';
import type { Run } from './run.ts';
import { wait } from './watch.ts';

/** A tick waits itself for what is due within this many ms; later things are for the next tick. */
const SOON = 3_000;
/** And this long altogether: where data is missing the next look is always soon. */
const PATIENT = 15_000;

/**
 * Performs the machine's decisions. `end`: until it is promoted, aborted or paused; `due`: also returns when
 * nothing is to be done for more than a few seconds. Under the lease.
 */
export async function advance(run: Run, hold: Hold, until: 'end' | 'due'): Promise<Progress> {
  try {
    return await walk(run, hold, until);
  } finally {
    await noticed(run);
  }
}

async function walk(run: Run, hold: Hold, until: 'end' | 'due'): Promise<Progress> {
  const { clock } = run.site.ports;
  let seen = run.first;
  let waited = 0;
  for (;;) {
    hold.check();
    const { machine, decision } = next(run.machine, seen);
    run.machine = machine;
    run.concluding = undefined;
    if (run.answers) await answered(run, hold);
    if (decision.kind === 'done') return await finish(run, decision);
    const asked = decision.kind === 'abort' ? undefined : await takeUp(run);
    if (asked) {
      seen = asked;
      continue;
    }
    if (decision.kind === 'pause') return await pause(run, decision, hold);
    if (decision.kind === 'wait' && until === 'due') {
      const rest = decision.until - clock.now();
      if (rest > SOON || waited > PATIENT) return await leave(run, decision.until, hold);
      waited += rest;
    }
    seen = await perform(run, decision, hold, until);
  }
}

type Effect = Exclude<Decision, { kind: 'done' | 'pause' }>;

/** Performs a decision and says what came of it. Faults of effects become a stop, never an advance. */
async function perform(run: Run, decision: Effect, hold: Hold, until: 'end' | 'due'): Promise<Observation> {
  const { clock, signal } = run.site.ports;
  const applies = run.machine.plan.by === 'apply';
  if (decision.kind === 'abort') {
    return await (applies ? abortApplied(run, decision.reason) : abort(run, decision.reason));
  }
  try {
    switch (decision.kind) {
      case 'stage':
        return await heeding(run, hold, (heeded) => stage(run, heeded));
      case 'apply':
        return await heeding(run, hold, (heeded) => apply(run, heeded));
      case 'shift':
        return await shift(run, decision.weight, hold);
      case 'wait':
        return await wait(run, decision.until, hold);
      case 'measure':
        return await weighUp(run, decision, hold);
      case 'check':
        return await heeding(run, hold, (heeded) => check(run, decision.step, heeded));
      case 'promote':
        return await (applies ? settleApplied(run, hold) : promote(run, hold));
    }
  } catch (error) {
    hold.check();
    // The write may still land: an older state must not be written over it.
    run.machine = run.concluding ?? run.machine;
    // The next tick goes on from the record.
    if (signal.aborted && until === 'due') throw await interrupted(run);
    if (decision.kind === 'stage' || decision.kind === 'apply')
      run.cause = signal.aborted ? signal.reason : error;
    return { kind: 'stop', now: clock.now(), reason: firstLine(signal.aborted ? signal.reason : error) };
  }
}
