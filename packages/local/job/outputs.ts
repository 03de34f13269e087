import { resolveText } from '../expression/evaluate.ts';
import { entries, property } from '../parser/tokens.ts';
import { stepScope } from './contexts.ts';
import { annotate, type Frame, type JobState } from './state.ts';

/** Evaluates the outputs of a job. As on GitHub, one that may hold a secret is left out. */
export function collectOutputs(job: JobState, frame: Frame): void {
  const scope = stepScope(job, frame);
  for (const { key, value } of entries(job.job.outputs)) {
    const output = resolveText(value, scope);
    if (job.masks.within(output)) {
      annotate(job, { level: 'warning', message: `Skip output '${key}' since it may contain secret.` });
    } else job.result.outputs[key] = output;
  }
}

/** Evaluates the URL of a job's environment, which its steps may have found out. */
export function resolveUrl(job: JobState, frame: Frame): void {
  const token = property(job.job.environment, 'url');
  const { environment } = job.result;
  if (!token || !environment) return;
  const url = resolveText(token, stepScope(job, frame));
  if (url !== '') environment.url = job.masks.hide(url);
}
