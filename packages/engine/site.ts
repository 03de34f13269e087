import type { Config, EnvironmentConfig } from '@fairway/config';
import type { Ledger, Mirror, Release } from '@fairway/ledger';
import type { MetricProvider } from '@fairway/metrics';
import type { Notice } from '@fairway/notify';
import type { Metric } from '@fairway/rollout';
import type { Router } from '@fairway/routers';
import type { Ports } from '@fairway/runtime';
import type { Target } from '@fairway/targets';

/** One environment, opened: its configuration, its record, and the means to change what runs there. */
export interface Site {
  readonly app: string;
  readonly environment: string;
  readonly config: Config;
  readonly settings: EnvironmentConfig;
  /** Not ended by the job's cancellation: the last words must still be written. */
  readonly ledger: Ledger;
  readonly target: Target;
  /** undefined: the traffic cannot be split here. */
  readonly router: Router | undefined;
  /** Throws UserError for a connection that is not enough, or a secret that the job does not have. */
  provider(metric: Pick<Metric, 'source'>): MetricProvider;
  /** Tells people; never throws, and ends soon. */
  notify(notice: Notice): Promise<void>;
  /** GitHub's own page of deployments; best effort. */
  mirror?(release: Release): Promise<Mirror>;
  readonly ports: Ports;
}

/** The runner kills ten seconds after a cancellation at most; everything must be put back by then. */
export const LAST_SECONDS = 6_000;

/** A limit for effects that must be made although the job is being cancelled. */
export const lastSeconds = (): AbortSignal => AbortSignal.timeout(LAST_SECONDS);

/** For effects that put things back outside of a cancellation; a target may have to start a release. */
export const patience = (): AbortSignal => AbortSignal.timeout(300_000);

/** What splits the traffic, as fairway.yml names it. */
export function routerName({ router, settings: { strategy } }: Site): string | undefined {
  const named =
    strategy?.type === 'canary' || strategy?.type === 'blue-green' ? strategy.config.router : undefined;
  return named ? `${named.type} ${JSON.stringify(named.config)}` : router?.type;
}

/** Whether the router stands beside the target, with a weight of its own, instead of being a part of it. */
export const isApart = ({ router, target }: Pick<Site, 'router' | 'target'>): boolean =>
  router !== undefined && router.type !== target.type;
