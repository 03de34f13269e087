import { type Site, summarize, summarizeRun } from '@fairway/engine';
import type { Release } from '@fairway/ledger';
import type { Result } from './outputs.ts';

/** What was done, for the summary and the annotations of the job. */
export async function report(
  site: Site,
  result: Result,
  about: { command: string; release: Release | undefined; before: Release | undefined },
): Promise<void> {
  const { release, before, command } = about;
  const { outcome, seen } = result;
  const title = command === 'run' ? 'Canary' : `Canary: ${command}`;
  if ((await summarizeRun(site, result, title)) || !release) return;
  summarize(site.ports.summary, site, { title, outcome, release, before, seen });
}
