import type { MetricContext, Question, Subject } from '../types.ts';

/**
 * The question as environment variables: FAIRWAY_SIDE, FAIRWAY_SHAPE, FAIRWAY_FROM and FAIRWAY_TO (seconds
 * since 1970), FAIRWAY_WINDOW and FAIRWAY_STEP (seconds), FAIRWAY_VERSION and so on of the side that is asked,
 * FAIRWAY_CANDIDATE_VERSION and FAIRWAY_BASELINE_VERSION and so on of each. What is not known is empty, so
 * that no older value of the job shines through.
 */
export function commandEnvironment(question: Question, context: MetricContext): Record<string, string> {
  const { side, shape, from, to, step, candidate, baseline } = question;
  const seconds = (ms: number) => String(Math.round(ms / 1_000));
  return {
    FAIRWAY_APP: context.app,
    FAIRWAY_ENVIRONMENT: context.environment,
    FAIRWAY_SIDE: side,
    FAIRWAY_SHAPE: shape,
    FAIRWAY_FROM: seconds(from),
    FAIRWAY_TO: seconds(to),
    FAIRWAY_WINDOW: seconds(to - from),
    FAIRWAY_STEP: step === undefined ? '' : seconds(step),
    ...subject('FAIRWAY', question[side]),
    ...subject('FAIRWAY_CANDIDATE', candidate),
    ...subject('FAIRWAY_BASELINE', baseline),
  };
}

const subject = (prefix: string, about: Subject | undefined): Record<string, string> => ({
  [`${prefix}_VERSION`]: about?.version ?? '',
  [`${prefix}_COMMIT`]: about?.commit ?? '',
  [`${prefix}_DIGEST`]: about?.digest ?? '',
  [`${prefix}_REVISION`]: about?.revision ?? '',
});
