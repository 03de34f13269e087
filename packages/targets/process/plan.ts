import type { Release } from '@fairway/ledger';
import type { Observed, Plan } from '../types.ts';
import { type ProcessConfig, settingsOf } from './config.ts';

/** Pure. What an apply would do, in words. */
export function planProcess({ live, candidate }: Observed, wanted: Release, config: ProcessConfig): Plan {
  const same = live?.digest === wanted.digest && live.healthy;
  const served = same && live.settings === settingsOf(config);
  const seconds = (ms: number) => `${ms / 1_000}s`;
  const steps: string[] = [];
  if (candidate && (served || candidate.digest !== wanted.digest)) {
    steps.push(`take the traffic of candidate ${candidate.version} to 0 and end it`);
  }
  if (!served) {
    if (live && !live.healthy) steps.push(`note that ${live.version} is not healthy: ${live.reason}`);
    if (same) steps.push(`note that ${live.version} was started with other settings`);
    steps.push(
      `unpack ${wanted.image}`,
      `start ${wanted.version} beside what is live and wait up to ${seconds(config.readyWithin)} until ${config.health} answers 2xx`,
      `send all requests of port ${config.port} to ${wanted.version}`,
    );
    if (live)
      steps.push(`let ${live.version} finish its requests for up to ${seconds(config.drain)}, then end it`);
  }
  return { wanted, from: live, steps };
}
