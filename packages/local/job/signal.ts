/** When a step must stop. */
export interface StepSignal {
  signal: AbortSignal;
  timedOut(): boolean;
  dispose(): void;
}

/**
 * The signal of one step. When what it belongs to is cancelled, the step's condition is asked again, as the
 * runner does: a step with `if: always()` goes on. A time limit and the forced end of a job ask nothing. A
 * step that starts after the cancellation is not stopped by it.
 */
export function stepSignal(
  parent: AbortSignal,
  force: AbortSignal,
  stillWanted: () => boolean,
  timeoutMs?: number,
): StepSignal {
  const controller = new AbortController();
  let timedOut = false;
  const onCancel = () => {
    if (!stillWanted()) controller.abort();
  };
  const onForce = () => controller.abort();
  if (!parent.aborted) parent.addEventListener('abort', onCancel, { once: true });
  if (force.aborted) controller.abort();
  else force.addEventListener('abort', onForce, { once: true });
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          controller.abort();
        }, timeoutMs);
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    dispose: () => {
      clearTimeout(timer);
      parent.removeEventListener('abort', onCancel);
      force.removeEventListener('abort', onForce);
    },
  };
}
