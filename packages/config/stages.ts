import { levels } from './order.ts';
import type { Config } from './schema.ts';

/**
 * The environments in promotion order, as levels: those of one level may go at the same time, each level
 * after all before it. Within a level they stand as in the file.
 */
export function promotionStages(config: Pick<Config, 'environments'>): string[][] {
  return levels(new Map(Object.entries(config.environments).map(([name, { after }]) => [name, after ?? []])));
}
