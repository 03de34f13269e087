import { describeError, type Ports } from '@fairway/runtime';
import { run as canary } from '../../../actions/canary/src/run.ts';
import type { CarryOption } from '../options.ts';
import { readSecrets } from '../secrets-file.ts';
import { print } from '../terminal.ts';

/**
 * What the canary action does with the rollout in flight, for the checkout in this folder. Returns whether it
 * went well: an abort that was asked for did.
 */
export async function carry(
  command: 'tick' | 'promote' | 'abort',
  environment: string,
  options: CarryOption,
  ports: Ports,
): Promise<boolean> {
  const { config, reason, full = false } = options;
  const { failure, outcome, weight, nextAt } = await canary(
    {
      ...{ command, environment, full, secrets: secretsOf(options, ports), token: '' },
      ...{ dryRun: false, allowOlder: false, allowStopped: false, skipOrder: false },
      ...(config ? { config } : {}),
      ...(reason ? { reason } : {}),
    },
    ports,
  );
  const next = nextAt ? `, ${outcome === 'paused' ? 'aborted' : 'goes on'} at ${nextAt}` : '';
  print(`${environment}: ${outcome}, ${weight}% of the traffic${next}`);
  // What was done is known by now, so it is not a mistake of the command line, whatever kind of error it is.
  if (failure) ports.log.error(describeError(failure).text);
  return failure === undefined;
}

/** Masked before anything else is printed. */
export function secretsOf(
  { secretsFile }: CarryOption,
  { mask }: Pick<Ports, 'mask'>,
): Record<string, string> {
  if (!secretsFile) return {};
  const secrets = readSecrets(secretsFile);
  for (const secret of Object.values(secrets)) mask(secret);
  return secrets;
}
