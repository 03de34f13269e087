import { loadConfig } from '@fairway/config';
import type { Swept } from '@fairway/engine';
import { openLedger } from '@fairway/ledger';
import { describeError, type Ports, UserError } from '@fairway/runtime';

/**
 * Rollouts in flight in environments that fairway.yml no longer has: nothing can go on with them, and their
 * share of the traffic would stay for ever without a word.
 */
export async function forgotten(
  { config: path, token }: { readonly config?: string | undefined; readonly token: string },
  ports: Ports,
): Promise<Swept[]> {
  const { config, file } = await loadConfig(ports, path);
  try {
    const ledger = await openLedger({ ...config.ledger, app: config.app, token, ports });
    const names = (await ledger.environments()).filter((name) => !Object.hasOwn(config.environments, name));
    const states = await Promise.all(names.map((name) => ledger.read(name)));
    return states.flatMap(({ environment, rollout }): Swept[] => {
      if (!rollout) return [];
      const { version } = rollout.release;
      const detail = `a rollout of ${version} is in flight at ${rollout.weight}%, and ${file} has no such environment`;
      const mend = `put ${environment} back until the rollout has ended, by a sweep or \`command: abort\``;
      const error = new UserError(detail, { where: `${environment} in ${ledger.location}`, mend });
      return [{ environment, version, outcome: 'failed', detail, error }];
    });
  } catch (error) {
    ports.log.warning(`The ledger was not searched for other environments: ${describeError(error).text}`);
    return [];
  }
}
