import type { Pin } from '@fairway/routers';
import { UserError } from '@fairway/runtime';
import type { Site } from './site.ts';

/** Requests that go to the candidate whatever the weight, as fairway.yml names them. */
export async function setPins(site: Site, signal: AbortSignal): Promise<void> {
  const pins = pinsOf(site);
  if (pins.length) await site.router?.setPins?.(pins, signal);
}

/** Throws UserError for pins that the router cannot set, before anything is changed. */
export function requirePins(site: Site): void {
  const { router, environment } = site;
  if (pinsOf(site).length === 0 || router?.setPins) return;
  throw new UserError(`the router ${router?.type ?? 'of this target'} cannot pin requests to a release`, {
    where: `strategy of ${environment} in fairway.yml`,
    mend: 'leave out `pins`, or use a router that can',
  });
}

function pinsOf({ settings: { strategy } }: Site): readonly Pin[] {
  return strategy?.type === 'canary' || strategy?.type === 'blue-green' ? strategy.config.pins : [];
}
