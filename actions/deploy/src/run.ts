import type { InputsOf } from '@fairway/action';
import {
  deployRelease,
  type Finished,
  guard,
  logPlan,
  openEnvironment,
  recover,
  releaseOf,
  type Site,
  summarize,
  withLease,
} from '@fairway/engine';
import type { EnvironmentState, Release } from '@fairway/ledger';
import { type Outcome, type Ports, UserError } from '@fairway/runtime';
import type { definition } from './definition.ts';

type Definition = typeof definition;
type Inputs = InputsOf<Definition>;

export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<Definition>> {
  const site = await openEnvironment(inputs, ports);
  const wanted = await releaseOf(inputs, ports);
  await refuseCanary(site);
  if (inputs.dryRun) return await plan(site, wanted, inputs);
  return await withLease(site, `deploy ${wanted.version}`, async (hold) => {
    const state = await recover(site, hold);
    await guard(site, state, wanted, inputs);
    const before = site.target.plan(await site.target.inspect(hold.signal), wanted);
    logPlan(ports.log, before);
    const finished = await deployRelease(site, state, wanted, { reason: 'deploy' }, hold);
    const { outcome, seen, failure } = finished;
    summarize(ports.summary, site, {
      title: 'Deploy',
      outcome,
      release: wanted,
      before: state.live,
      plan: before,
      seen,
    });
    if (outcome === 'unchanged' && !failure)
      ports.log.notice(`${wanted.version} is live in ${site.environment} already, healthy`);
    return await outputs(site, state, finished);
  });
}

/** Guards too: a dry run that says yes to what a real run refuses would be of no use. */
async function plan(site: Site, wanted: Release, inputs: Inputs): Promise<Outcome<Definition>> {
  const { ports, target } = site;
  const state = await site.ledger.read(site.environment);
  if (state.rollout) {
    ports.log.warning(`An interrupted rollout of ${state.rollout.release.version} would be ended first`);
  }
  await guard(site, state, wanted, inputs);
  const steps = target.plan(await target.inspect(ports.signal), wanted);
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

/** A canary environment takes only its first release at once. */
async function refuseCanary({ settings, ledger, environment, ports }: Site): Promise<void> {
  if (settings.strategy?.type !== 'canary') return;
  const { live } = await ledger.read(environment);
  if (!live) {
    ports.log.info(`Nothing is live in ${environment}: its first release needs no canary`);
    return;
  }
  throw new UserError(`${environment} is released by canary`, {
    where: `strategy of ${environment} in fairway.yml`,
    mend: 'use the canary action (actions/canary) with the same inputs',
  });
}

async function outputs(
  site: Site,
  before: EnvironmentState,
  finished: Finished,
): Promise<Outcome<Definition>> {
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
