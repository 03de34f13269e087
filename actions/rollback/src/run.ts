import type { InputsOf } from '@fairway/action';
import {
  chooseRollback,
  deployRelease,
  logPlan,
  openEnvironment,
  plain,
  recover,
  type Site,
  summarize,
  withLease,
} from '@fairway/engine';
import { inspectImage } from '@fairway/image';
import type { EnvironmentState, Release } from '@fairway/ledger';
import { type Outcome, type Ports, UserError } from '@fairway/runtime';
import type { definition } from './definition.ts';

/** How far back in the ledger an earlier release is looked for. */
const EVENTS = 1_000;

type Definition = typeof definition;
type Inputs = InputsOf<Definition>;

export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<Definition>> {
  const site = await openEnvironment(inputs, ports);
  if (inputs.dryRun) {
    const state = await site.ledger.read(site.environment);
    const { wanted, plan } = await prepare(site, state, inputs.to);
    summarize(ports.summary, site, {
      title: 'Rollback (dry run)',
      outcome: 'planned',
      release: wanted,
      before: state.live,
      plan,
      seen: [],
    });
    return outputs(site, state, state, 'planned');
  }
  return await withLease(site, 'roll back', async (hold) => {
    const state = await recover(site, hold, `ended for a rollback by ${ports.context.actor}`);
    const { wanted, plan } = await prepare(site, state, inputs.to);
    const why = inputs.reason ?? 'no reason given';
    const finished = await deployRelease(site, state, wanted, { reason: 'rollback', why }, hold);
    const outcome = finished.outcome === 'stopped' ? 'stopped' : 'rolled-back';
    const { seen, failure } = finished;
    summarize(ports.summary, site, {
      title: 'Rollback',
      outcome,
      release: wanted,
      before: state.live,
      plan,
      seen,
    });
    const after = await site.ledger.read(site.environment);
    return { ...outputs(site, state, after, outcome), ...(failure ? { failure } : {}) };
  });
}

/** Everything that can be refused is refused here, before anything is changed. */
async function prepare(site: Site, state: EnvironmentState, to: string | undefined) {
  const { ledger, environment, target, ports } = site;
  const wanted = plain(chooseRollback(state, await ledger.history(environment, EVENTS), to));
  await requireImage(wanted);
  const plan = target.plan(await target.inspect(ports.signal), wanted);
  logPlan(ports.log, plan);
  return { wanted, plan };
}

async function requireImage({ image, version }: Release): Promise<void> {
  // An image in a registry is read by the target itself.
  if (!image.startsWith('oci:')) return;
  try {
    await inspectImage(image);
  } catch (cause) {
    throw new UserError(`the image of ${version} is no longer there: nothing was changed`, {
      where: image,
      mend: 'name another release with the input "to", or build this version again and deploy it',
      cause,
    });
  }
}

function outputs(
  { target, settings }: Site,
  before: EnvironmentState,
  { live }: EnvironmentState,
  outcome: string,
): Outcome<Definition> {
  return {
    outcome,
    digest: live?.digest,
    previousDigest: before.live?.digest,
    version: live?.version,
    revision: live?.revision,
    url: settings.url ?? target.url,
  };
}
