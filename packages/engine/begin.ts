import type { Release, StrategyName } from '@fairway/ledger';
import { type RolloutPlan, start as startMachine } from '@fairway/rollout';
import type { Hold } from './lease.ts';
import { notify } from './notices.ts';
import { begin } from './record.ts';
import { discardCandidate } from './recover.ts';
import type { Run } from './run.ts';
import { isApart, routerName, type Site } from './site.ts';

/** Records that a rollout starts. Nothing is changed yet. */
export async function start(
  site: Site,
  release: Release,
  strategy: StrategyName,
  plan: RolloutPlan,
  hold: Hold,
): Promise<Run> {
  // What cannot be asked is told before anything is changed.
  for (const metric of plan.metrics) site.provider(metric);
  await discardStray(site, hold);
  const now = site.ports.clock.now();
  const machine = startMachine(plan, now);
  const { live: before } = await site.ledger.read(site.environment);
  const router = plan.by === 'stage' ? routerName(site) : undefined;
  const carried = await begin(
    site,
    { release, strategy, reason: 'deploy', intent: plan.by, router, machine },
    hold,
  );
  const run: Run = {
    ...{ site, id: carried.id, release, strategy, before, carried, machine },
    ...{ first: { kind: 'time', now }, written: machine, writtenAt: now },
    ...{ verdicts: [], seen: [], askedAt: now, blind: 0, notices: [] },
  };
  notify(run, { moment: 'start', weight: 0 });
  return run;
}

/** A candidate nobody recorded would get the weights meant for ours. */
async function discardStray(site: Site, hold: Hold): Promise<void> {
  const { candidate, weight } = await site.target.inspect(hold.signal);
  const held = isApart(site) ? await site.router?.weight(hold.signal) : weight;
  if (!candidate && !held) return;
  site.ports.log.warning(
    `${site.target.location} has a candidate that no rollout accounts for: it is discarded`,
  );
  const record = (intent: string) =>
    site.ledger
      .append(site.environment, () => ({
        event: { type: 'note', message: `stray candidate: ${intent}` },
        state: {},
      }))
      .then(() => undefined);
  await discardCandidate(site, record, hold.signal);
}
