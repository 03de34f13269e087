import { loadConfig, promotionStages } from '@fairway/config';
import type { Ports } from '@fairway/runtime';
import type { ConfigOption } from '../options.ts';

/** Reads fairway.yml and says the promotion order; throws UserError with every problem. */
export async function validate({ config: path }: ConfigOption, ports: Ports): Promise<void> {
  const { config, file } = await loadConfig(ports, path);
  const order = promotionStages(config).map((stage) => stage.join(' + '));
  ports.log.info(`${file} is valid: ${config.app}, ${order.join(' -> ')}`);
}
