import type { InputsOf } from '@fairway/action';
import {
  type CanaryRelease,
  canaryRelease,
  endLeft,
  guard,
  logPlan,
  openEnvironment,
  releaseOf,
  type Site,
  summarize,
  withLease,
} from '@fairway/engine';
import type { EnvironmentState, Release } from '@fairway/ledger';
import type { CanaryConfig } from '@fairway/rollout';
import { type Outcome, type Ports, UserError } from '@fairway/runtime';
import type { definition } from './definition.ts';
import { describeSteps, summarizeVerdicts } from './report.ts';

type Definition = typeof definition;
type Inputs = InputsOf<Definition>;

export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<Definition>> {
  const site = await openEnvironment(inputs, ports);
  const wanted = await releaseOf(inputs, ports);
  const config = canaryOf(site);
  if (inputs.dryRun) return await plan(site, wanted, config, inputs);
  const before = await site.ledger.read(site.environment);
  const result = await withLease(site, `canary ${wanted.version}`, (hold) =>
    canaryRelease(site, wanted, config, inputs, hold),
  );
  const { outcome, seen, verdicts } = result;
  summarize(ports.summary, site, { title: 'Canary', outcome, release: wanted, before: before.live, seen });
  summarizeVerdicts(ports.summary, verdicts);
  return outputs(site, before, await site.ledger.read(site.environment), result);
}

/** Ends what a killed main step left in flight. */
export async function post(inputs: Inputs, ports: Ports): Promise<void> {
  await endLeft(ports, () => openEnvironment(inputs, ports));
}

async function plan(
  site: Site,
  wanted: Release,
  config: CanaryConfig,
  inputs: Inputs,
): Promise<Outcome<Definition>> {
  const { ports, target } = site;
  const state = await site.ledger.read(site.environment);
  await guard(site, state, wanted, inputs);
  const observed = await target.inspect(ports.signal);
  const first = target.plan(observed, wanted);
  const steps = first.steps.length && state.live ? describeSteps(config) : first.steps;
  const whole = { ...first, steps };
  logPlan(ports.log, whole);
  summarize(ports.summary, site, {
    title: 'Canary (dry run)',
    outcome: 'planned',
    release: wanted,
    before: state.live,
    plan: whole,
    seen: [],
  });
  return outputs(site, state, state, { outcome: 'planned', weight: observed.weight, verdicts: [] });
}

function canaryOf({ settings, environment }: Site): CanaryConfig {
  const { strategy } = settings;
  if (strategy?.type === 'canary') return strategy.config;
  throw new UserError(`${environment} is not released by canary`, {
    where: `strategy of ${environment} in fairway.yml`,
    mend: 'use the deploy action, or give the environment `strategy: { canary: ... }`',
  });
}

function outputs(
  { target, settings }: Site,
  before: EnvironmentState,
  { live, previous }: EnvironmentState,
  result: Pick<CanaryRelease, 'weight' | 'verdicts' | 'failure'> & { outcome: string },
): Outcome<Definition> {
  const { outcome, weight, verdicts, failure } = result;
  return {
    outcome,
    digest: live?.digest,
    previousDigest: (outcome === 'promoted' ? before.live : previous)?.digest,
    version: live?.version,
    revision: live?.revision,
    weight: String(weight),
    verdicts: JSON.stringify(verdicts),
    url: settings.url ?? target.url,
    ...(failure ? { failure } : {}),
  };
}
