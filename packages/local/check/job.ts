import type { Job } from '../parser/model.ts';
import { type Problem, problemAt } from '../parser/problem.ts';
import { entries, isMapping, property, type Token, text } from '../parser/tokens.ts';

/** Keys that GitHub accepts and a local run refuses, with what to do instead. */
const REFUSED_KEYS: Record<string, string> = {
  container: 'run the steps on this machine, or start a container from a run step',
  services: 'start what the job needs from a run step',
  snapshot: 'a local run makes no images',
  'cancel-timeout-minutes': 'leave it out',
};

/** Refuses the keys of a job that a local run does not have. */
export function checkKeys(file: string, job: Job): Problem[] {
  return entries(job.token)
    .filter(({ key }) => key in REFUSED_KEYS)
    .map(({ key, keyToken }) =>
      problemAt(
        file,
        keyToken,
        'unsupported',
        `job '${job.id}': '${key}' is not supported by a local run; ${REFUSED_KEYS[key]}`,
      ),
    );
}

/** What GitHub refuses about a `concurrency:` that its parser lets through. */
export function checkConcurrency(file: string, token: Token | undefined): Problem[] {
  if (!isMapping(token)) return [];
  const queue = property(token, 'queue');
  const cancels = text(property(token, 'cancel-in-progress')) === 'true';
  if (text(queue) !== 'max' || !cancels) return [];
  return [
    problemAt(file, queue, 'syntax', "'queue: max' cannot be combined with 'cancel-in-progress: true'"),
  ];
}
