import { UserError } from '@fairway/runtime/errors';
import { didYouMean } from '@fairway/schema';
import type { Target, TargetContext } from '@fairway/targets';
import { haproxyRouter } from './haproxy/index.ts';
import { processRouter } from './process/index.ts';
import type { Router, RouterDriver } from './types.ts';

export * from './types.ts';

/** Every router, by the name of its folder. */
export const routerDrivers = { haproxy: haproxyRouter, process: processRouter };
export type RouterType = keyof typeof routerDrivers;

export function openRouter(
  type: RouterType,
  config: unknown,
  context: TargetContext,
  target: Target,
): Router {
  const driver: RouterDriver<never> | undefined = routerDrivers[type];
  if (!driver) {
    throw new UserError(`unknown router "${type}".${didYouMean(type, Object.keys(routerDrivers))}`);
  }
  return driver.open(config as never, context, target);
}
