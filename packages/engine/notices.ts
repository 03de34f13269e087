import type { Release } from '@fairway/ledger';
import type { Notice } from '@fairway/notify';
import type { Run } from './run.ts';
import type { Site } from './site.ts';

/** How long notices may hold the end of a job up, in ms; less when the job is being cancelled. */
const WITHIN = 5_000;
const CANCELLED_WITHIN = 1_500;

type Told = Pick<Notice, 'moment' | 'weight' | 'reason' | 'mend'>;

/** What people are told about a release, with where and by whom. */
export function noticeOf(
  { app, environment, target, settings, ports }: Site,
  { release, before, strategy }: { release: Release; before: Release | undefined; strategy: string },
  told: Told,
): Notice {
  const { actor, runUrl } = ports.context;
  const url = settings.url ?? target.url;
  return { ...told, app, environment, release, before, strategy, actor, runUrl, url };
}

/**
 * Tells people, beside the work. Call it after the moment was recorded: only the process that wrote the
 * record tells, so nobody is told twice, also when the next process goes on.
 */
export function notify(run: Run, told: Told): void {
  run.notices.push(run.site.notify(noticeOf(run.site, run, told)).catch(() => undefined));
}

/** The process ends after this: what is on its way gets a few seconds. */
export async function noticed({ notices, site }: Pick<Run, 'notices' | 'site'>): Promise<void> {
  if (notices.length === 0) return;
  const limit = AbortSignal.timeout(site.ports.signal.aborted ? CANCELLED_WITHIN : WITHIN);
  const late = new Promise<void>((resolve) => limit.addEventListener('abort', () => resolve()));
  await Promise.race([Promise.allSettled(notices), late]);
}
