import { UserError } from '@fairway/runtime/errors';
import { didYouMean, type Infer } from '@fairway/schema';
import type { targetKinds } from './kinds.ts';
import { type MemoryConfig, memoryDriver } from './memory/index.ts';
import { processDriver } from './process/index.ts';
import type { Target, TargetContext, TargetDriver } from './types.ts';

/** Every folder with a driver. `memory` is for tests: it has no kind, so fairway.yml cannot name it. */
export const targetDrivers = { process: processDriver, memory: memoryDriver };

/** `target:` of an environment, read: `{ type: 'process', config }`. */
export type TargetConfig =
  | {
      [K in keyof typeof targetKinds]: { type: K; config: Infer<(typeof targetKinds)[K]> };
    }[keyof typeof targetKinds]
  | { type: 'memory'; config: MemoryConfig };

export function openTarget({ type, config }: TargetConfig, context: TargetContext): Target {
  const driver: TargetDriver<never> | undefined = targetDrivers[type];
  if (!driver) {
    throw new UserError(`unknown target "${type}".${didYouMean(type, Object.keys(targetDrivers))}`);
  }
  return driver.open(config as never, context);
}
