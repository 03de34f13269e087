/** Test support: ticks of a slow canary. */
import { canaryRelease } from './canary-release.ts';
import { withLease } from './lease.ts';
import type { Site } from './site.ts';
import { options, two } from './test-story.ts';
import { type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';
import { tick } from './tick.ts';

/** Hours, so that a tick always leaves it. */
export const slow = strategyOf({ steps: ['10%', '50%'], bake: '1h', interval: '10m' });

/** Begins a rollout by a tick. */
export function start(
  outside: Outside,
  more: SiteOptions & { change?: (site: Site) => Site } = {},
  wanted = two,
) {
  const { strategy = slow, change = (site: Site) => site, ...rest } = more;
  const opened = openSite(outside, { strategy, ...rest });
  const site = change(opened.site);
  const work = () =>
    withLease(site, 'canary', (hold) =>
      canaryRelease(site, wantedOf(wanted, strategy), options, hold, 'due'),
    );
  return { ...opened, site, work };
}

export const tickNow = async (outside: Outside, more: SiteOptions = {}) => {
  const { site } = openSite(outside, { strategy: slow, ...more });
  return await withLease(site, 'tick', (hold) => tick(site, hold));
};
