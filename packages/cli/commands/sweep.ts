import { describeError, type Ports } from '@fairway/runtime';
import { run } from '../../../actions/sweep/src/run.ts';
import type { SweepOption } from '../options.ts';
import { print } from '../terminal.ts';
import { secretsOf } from './carry.ts';

/** What the sweep action does, for the checkout in this folder. Returns whether nothing failed or was aborted. */
export async function sweep(environments: string[], options: SweepOption, ports: Ports): Promise<boolean> {
  const { config, dryRun = false, json } = options;
  const { failure, result } = await run(
    {
      ...{ token: '', dryRun, secrets: secretsOf(options, ports) },
      ...(environments.length ? { environments } : {}),
      ...(config ? { config } : {}),
    },
    ports,
  );
  if (json) print(JSON.stringify(JSON.parse(result ?? '[]'), null, 2));
  if (failure) ports.log.error(describeError(failure).text);
  return failure === undefined;
}
