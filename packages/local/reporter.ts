import type { Annotation, JobResult, RunResult, StepResult } from './options.ts';

/** Which job and step an event is about. `job` is unique in a run, matrix jobs included. */
export interface Place {
  job: string;
  step?: string;
}

/** Everything that happens in a run, as it happens, with secrets masked. */
export type RunEvent =
  | { type: 'run-started'; runId: string; name: string; workflow: string; event: string }
  | { type: 'warning'; text: string }
  | { type: 'job-started'; job: string; name: string }
  | ({ type: 'step-started' } & Required<Place>)
  | ({ type: 'line'; text: string } & Place)
  | ({ type: 'debug'; text: string } & Place)
  | ({ type: 'group'; title: string } & Place)
  | ({ type: 'group-end' } & Place)
  | ({ type: 'annotation'; annotation: Annotation } & Place)
  | ({ type: 'summary'; markdown: string } & Place)
  | { type: 'step-finished'; job: string; step: string; result: StepResult }
  | { type: 'job-finished'; job: string; result: JobResult }
  | { type: 'run-finished'; result: RunResult };

/** Hears about a run. It must not throw; what it throws ends the run. */
export interface Reporter {
  report(event: RunEvent): void;
}
