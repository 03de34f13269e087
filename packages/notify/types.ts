import type { Release } from '@fairway/ledger';
import type { Ports } from '@fairway/runtime';

export type Moment = 'start' | 'pause' | 'abort' | 'promote';

/** What is told, at the moments that people want to hear of. */
export interface Notice {
  readonly moment: Moment;
  readonly app: string;
  readonly environment: string;
  readonly release: Release;
  /** What was live before. */
  readonly before: Release | undefined;
  readonly strategy: string;
  /** Percent of the traffic that the release has now. */
  readonly weight: number;
  /** For pause and abort: why, in one or two sentences. */
  readonly reason?: string;
  /** For a pause: how to let it go on. */
  readonly mend?: string;
  readonly actor: string;
  /** Of the run, if there is one. */
  readonly runUrl?: string | undefined;
  /** Where clients reach the environment. */
  readonly url?: string | undefined;
}

/** One place that is told. */
export interface Channel {
  readonly type: string;
  /** Throws; `notify` sees to it that nothing depends on a channel. */
  send(notice: Notice, signal: AbortSignal): Promise<void>;
}

export interface ChannelContext {
  readonly ports: Pick<Ports, 'http' | 'log' | 'clock'>;
  /** The value of a secret by its name in fairway.yml. Throws UserError when the job does not have it. */
  secret(name: string): string;
}

export interface ChannelDriver<C> {
  readonly type: string;
  open(config: C, context: ChannelContext): Channel;
}
