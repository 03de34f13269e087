import type { Release } from '@fairway/ledger';
import type { Observed, Plan } from '../types.ts';
import type { ProcessConfig } from './config.ts';

/** Pure. What an apply would do, in words. */
export function planProcess({ live, candidate }: Observed, wanted: Release, config: ProcessConfig): Plan {
  const served = live?.digest === wanted.digest && live.healthy;
  const seconds = (ms: number) => `${ms / 1_000}s`;
  const steps: string[] = [];
  if (candidate && (served || candidate.digest !== wanted.digest)) {
    steps.push(`take the traffic of candidate ${candidate.version} to 0 and end it`);
  }
  if (!served) {
    if (live && !live.healthy) steps.push(`note that ${live.version} is not healthy: ${live.reason}`);
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
