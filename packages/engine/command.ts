import { type EnvironmentState, type Request, type Rollout, requestDecision } from '@fairway/ledger';
import { next } from '@fairway/rollout';
import { GateError, UserError } from '@fairway/runtime';
import { advance } from './advance.ts';
import { type Hold, holderOf, unlessHeld } from './lease.ts';
import { nameOf } from './record.ts';
import { recover } from './recover.ts';
import { isStarting, observationOf } from './requests.ts';
import { resume } from './resume.ts';
import type { Site } from './site.ts';
import { idle, type Ticked } from './tick.ts';

export interface Command {
  readonly kind: Request['kind'];
  /** For `promote`: skip all that is left. */
  readonly full: boolean;
  /** For people; may be empty. */
  readonly why: string;
}

/** How long the job that carries the rollout may take to take a request up, in ms. */
const WITHIN = 90_000;
const PAUSE = 2_000;

/**
 * What a person wants of the rollout in flight. Done here when no living job carries it; else it is asked of
 * that job, through the ledger, and waited for; `failure` says that what was asked for was not done. Throws
 * GateError when that takes too long; the request stays.
 */
export async function command(site: Site, wanted: Command): Promise<Ticked> {
  return asAsked(site, wanted, await carryOut(site, wanted));
}

/** Whether what was asked for was done: an abort that worked is no failure, and one that came too late is. */
function asAsked({ environment }: Site, { kind }: Command, { failure, ...done }: Ticked): Ticked {
  const { outcome, weight, seen } = done;
  if (kind === 'promote') {
    if (failure || outcome !== 'aborted') return { ...done, ...(failure ? { failure } : {}) };
    return { ...done, failure: new GateError(`the rollout was aborted: ${seen.join('; ')}`, AGAIN) };
  }
  const live = outcome === 'promoted' || (outcome === 'recovered' && weight === 100);
  if (!live) return done;
  const late = 'the abort came too late: the release is live';
  const mend = 'to go back, use the rollback action';
  return { ...done, failure: new GateError(late, { where: environment, mend }) };
}

const AGAIN = { mend: 'mend the release and deploy a new one' };

async function carryOut(site: Site, wanted: Command): Promise<Ticked> {
  const { ledger, environment, ports } = site;
  const first = (await ledger.read(environment)).rollout;
  if (!first) return await nothingInFlight(site, wanted);
  const start = ports.clock.now();
  let asked = false;
  for (;;) {
    const state = await ledger.read(environment);
    if (state.rollout?.id !== first.id) return ended(state, first);
    if (!holderOf(state, ports.clock.now())) {
      // undefined: somebody was faster, and has the lease.
      const done = await unlessHeld(site, wanted.kind, (hold) => decide(site, wanted, first.id, hold));
      if (done) return done;
    } else if (!asked) {
      asked = true;
      await ask(site, state, first, wanted);
    } else if (wanted.kind === 'promote' && !wanted.full && !state.rollout.request) {
      ports.log.info('It was taken up');
      return going(state.rollout);
    }
    if (ports.clock.now() - start > WITHIN) throw notTakenUp(site, state, first, wanted);
    await ports.clock.sleep(PAUSE, ports.signal);
  }
}

async function decide(site: Site, wanted: Command, id: string, hold: Hold): Promise<Ticked> {
  const { environment, ledger, ports } = site;
  const { rollout } = await ledger.read(environment);
  if (rollout?.id !== id) throw new GateError(`the rollout of ${environment} ended in the meantime`);
  const run = await resume(site, hold, wanted.kind === 'abort');
  if (!run) return await withoutMachine(site, wanted, rollout, hold);
  const now = ports.clock.now();
  run.machine = next(run.machine, run.first).machine;
  run.first = { kind: 'time', now };
  if (wanted.kind === 'promote' && isStarting(run)) {
    await ledger.append(environment, (state, stamp) => requestDecision(state, { id, ...wanted }, stamp));
  } else if (wanted.kind === 'abort' || wanted.full || run.machine.phase === 'paused') {
    const request: Request = { ...wanted, by: ports.context.actor, at: new Date(now).toISOString() };
    run.first = observationOf(request, now);
    run.answers = request;
    run.askedAt = now;
  } else {
    ports.log.notice(`${nameOf(rollout.release)} is not paused (${run.machine.phase}): it goes on by itself`);
  }
  return await advance(run, hold, 'due');
}

async function withoutMachine(
  site: Site,
  { kind }: Command,
  { release }: Rollout,
  hold: Hold,
): Promise<Ticked> {
  if (kind === 'promote') {
    throw new UserError(`${nameOf(release)} is not released in steps: it cannot be promoted`, {
      where: site.environment,
      mend: 'use `command: abort`, or run the job again that deployed it',
    });
  }
  const { live } = await recover(site, hold);
  const weight = live?.digest === release.digest ? 100 : 0;
  return { outcome: 'recovered', weight, revision: live?.revision, verdicts: [], seen: [] };
}

async function nothingInFlight(site: Site, { kind }: Command): Promise<Ticked> {
  const { environment, ports } = site;
  if (kind === 'promote') {
    throw new UserError(`no rollout is in flight in ${environment}: there is nothing to promote`, {
      where: `${environment} in ${site.ledger.location}`,
      mend: 'start one: run the canary action with an image',
    });
  }
  ports.log.notice(
    `No rollout is in flight in ${environment}: nothing to abort. To go back, use the rollback action`,
  );
  return await idle(site);
}

async function ask(
  { ledger, environment, ports }: Site,
  state: EnvironmentState,
  { id, release }: Rollout,
  { kind, full, why }: Command,
): Promise<void> {
  ports.log.info(
    `${state.lease?.owner} carries the rollout of ${nameOf(release)}: it is asked to ${kind}, through the ledger`,
  );
  await ledger.append(environment, (now, stamp) => requestDecision(now, { id, kind, full, why }, stamp));
}

/** How it ended, by the record. */
function ended({ live, lastStopped }: EnvironmentState, { release }: Rollout): Ticked {
  const promoted = live?.digest === release.digest;
  const outcome = promoted ? 'promoted' : 'aborted';
  const seen = promoted ? [] : [lastStopped?.why ?? 'it ended'];
  return { outcome, weight: promoted ? 100 : 0, revision: live?.revision, verdicts: [], seen };
}

const going = ({ weight }: Rollout): Ticked => ({
  ...{ outcome: 'baking', weight, revision: undefined },
  ...{ verdicts: [], seen: [] },
});

function notTakenUp(
  { ledger, environment }: Site,
  { lease }: EnvironmentState,
  { release }: Rollout,
  { kind }: Command,
): GateError {
  return new GateError(
    `${lease?.owner ?? 'the job that carries it'} has not ended the rollout of ${nameOf(release)} by now`,
    {
      where: `${environment} in ${ledger.location}`,
      mend: `the request to ${kind} is recorded and stays: whoever carries the rollout takes it up. Look with \`command: status\``,
    },
  );
}
