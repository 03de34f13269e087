import { loadConfig } from '@fairway/config';
import { type Ports, UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import { endEnvironment, listEnvironments } from '@fairway/targets';
import type { DownOption } from '../options.ts';

/** Ends what the process target started here. Saying which environments are unknown beats ending nothing. */
export async function down(environments: string[], options: DownOption, ports: Ports): Promise<void> {
  const app = options.all ? undefined : (options.app ?? (await loadConfig(ports, options.config)).config.app);
  const running = await listEnvironments(ports.context.home, ports.files, app);
  const names = running.map(({ environment }) => environment);
  const unknown = environments.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const mend = names.length
      ? didYouMean(unknown, names).trim()
      : 'nothing of this app was started on this machine';
    throw new UserError(`there is no environment "${unknown}" here`, { where: ports.context.home, mend });
  }
  const chosen = running.filter(
    ({ environment }) => environments.length === 0 || environments.includes(environment),
  );
  for (const one of chosen) {
    await endEnvironment(one.folder, ports.files);
    ports.log.info(`ended ${one.app} ${one.environment}`);
  }
  if (chosen.length === 0) ports.log.info('nothing was started on this machine');
}
