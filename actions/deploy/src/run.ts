import type { InputsOf } from '@fairway/action';
import {
  canaryRelease,
  deployRelease,
  describePlan,
  type Finished,
  guard,
  type Hold,
  logPlan,
  openEnvironment,
  pausedError,
  planOf,
  recover,
  releaseOf,
  type Site,
  summarize,
  summarizeRun,
  type Wanted,
  withLease,
} from '@fairway/engine';
import type { EnvironmentState, Release } from '@fairway/ledger';
import type { RolloutPlan } from '@fairway/rollout';
import { type Outcome, type Ports, UserError } from '@fairway/runtime';
import type { Plan } from '@fairway/targets';
import type { definition } from './definition.ts';

type Definition = typeof definition;
type Inputs = InputsOf<Definition>;

export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<Definition>> {
  const site = await openEnvironment(inputs, ports);
  const wanted = await releaseOf(inputs, ports);
  const steps = await analysisOf(site);
  if (inputs.dryRun) return await plan(site, wanted, inputs, steps);
  return await withLease(site, `deploy ${wanted.version}`, async (hold) => {
    if (steps)
      return await watched(site, { release: wanted, strategy: steps.strategy, plan: steps }, inputs, hold);
    const state = await recover(site, hold);
    await guard(site, state, wanted, inputs);
    const before = site.target.plan(await site.target.inspect(hold.signal), wanted);
    logPlan(ports.log, before);
    const finished = await deployRelease(site, state, wanted, { reason: 'deploy' }, hold);
    return await told(site, state, wanted, finished, before);
  });
}

/** A deployment that is watched after the switch, and taken back when it does not hold. */
async function watched(site: Site, wanted: Wanted, inputs: Inputs, hold: Hold): Promise<Outcome<Definition>> {
  const state = await site.ledger.read(site.environment);
  const done = await canaryRelease(site, wanted, inputs, hold, 'end');
  const { revision, seen, pause } = done;
  const outcome = OUTCOMES[done.outcome];
  const failure = pause ? pausedError(site, done) : done.failure;
  const finished = { outcome, revision, seen, ...(failure ? { failure } : {}) };
  await summarizeRun(site, done, 'Deploy: watched');
  return await told(site, state, wanted.release, finished);
}

const OUTCOMES = {
  promoted: 'deployed',
  aborted: 'stopped',
  unchanged: 'unchanged',
  paused: 'paused',
  baking: 'paused',
} as const;

interface Told extends Omit<Finished, 'outcome'> {
  readonly outcome: Finished['outcome'] | 'paused';
}

async function told(
  site: Site,
  state: EnvironmentState,
  wanted: Release,
  finished: Told,
  plan?: Plan,
): Promise<Outcome<Definition>> {
  const { outcome, seen, failure } = finished;
  const { summary, log } = site.ports;
  const title = 'Deploy';
  summarize(summary, site, { title, outcome, release: wanted, before: state.live, plan, seen });
  if (outcome === 'unchanged' && !failure)
    log.notice(`${wanted.version} is live in ${site.environment} already, healthy`);
  return await outputs(site, state, finished);
}

/** Guards too: a dry run that says yes to what a real run refuses would be of no use. */
async function plan(
  site: Site,
  wanted: Release,
  inputs: Inputs,
  analysis: RolloutPlan | undefined,
): Promise<Outcome<Definition>> {
  const { ports, target } = site;
  const state = await site.ledger.read(site.environment);
  if (state.rollout) {
    ports.log.warning(`An interrupted rollout of ${state.rollout.release.version} would be ended first`);
  }
  await guard(site, state, wanted, inputs);
  const first = target.plan(await target.inspect(ports.signal), wanted);
  const watch = analysis && first.steps.length ? describePlan(analysis).slice(1) : [];
  const steps = { ...first, steps: [...first.steps, ...watch] };
  logPlan(ports.log, steps);
  summarize(ports.summary, site, {
    title: 'Deploy (dry run)',
    outcome: 'planned',
    release: wanted,
    before: state.live,
    plan: steps,
    seen: [],
  });
  return live(site, state, 'planned');
}

/** What is to be watched after the switch; undefined: nothing. Releases in steps are the canary action's. */
async function analysisOf(site: Site): Promise<RolloutPlan | undefined> {
  const { ledger, environment, ports } = site;
  const plan = planOf(site);
  if (!plan?.steps.length) return undefined;
  if (plan.by === 'apply') return plan;
  const { live } = await ledger.read(environment);
  if (!live) {
    ports.log.info(`Nothing is live in ${environment}: its first release takes all traffic at once`);
    return undefined;
  }
  throw new UserError(`${environment} is released by ${plan.strategy}, in steps`, {
    where: `strategy of ${environment} in fairway.yml`,
    mend: 'use the canary action (actions/canary) with the same inputs',
  });
}

async function outputs(site: Site, before: EnvironmentState, finished: Told): Promise<Outcome<Definition>> {
  const state = await site.ledger.read(site.environment);
  const { failure, outcome } = finished;
  return {
    ...live(site, state, outcome),
    previousDigest: (outcome === 'deployed' ? before.live : state.previous)?.digest,
    ...(failure ? { failure } : {}),
  };
}

function live(
  { target, settings }: Site,
  { live: now, previous }: EnvironmentState,
  outcome: string,
): Outcome<Definition> {
  return {
    outcome,
    digest: now?.digest,
    previousDigest: previous?.digest,
    revision: now?.revision,
    url: settings.url ?? target.url,
    version: now?.version,
  };
}
