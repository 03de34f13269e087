import { idle, readStatus, type Site, type Ticked } from '@fairway/engine';
import type { Result } from './outputs.ts';

/** A dry run of a command on what is in flight. */
export async function wouldDo(site: Site, command: string): Promise<Result> {
  const { rollout } = await readStatus(site);
  const what = rollout
    ? `${rollout.release.version} (${rollout.phase ?? 'without steps'}, ${rollout.weight}% of the traffic)`
    : 'nothing: no rollout is in flight';
  site.ports.log.info(`Dry run: ${command} would apply to ${what}`);
  return { ...(await status(site)), outcome: 'planned' };
}

/** What the ledger says, and what stands. Changes nothing. */
export async function status(site: Site): Promise<Result> {
  const { rollout } = await readStatus(site);
  const outcome = rollout ? (rollout.paused ? 'paused' : 'baking') : 'idle';
  const nextAt = rollout?.nextAt === undefined ? {} : { nextAt: Date.parse(rollout.nextAt) };
  const now: Ticked = { ...(await idle(site)), ...nextAt, outcome };
  return rollout ? { ...now, weight: rollout.weight } : now;
}
