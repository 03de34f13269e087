export { type CheckOptions, checkWorkflow } from './check/check.ts';
export { machineEnvironment, SAFE_VARIABLES } from './env.ts';
export type {
  Annotation,
  Conclusion,
  EventOptions,
  GitHubOptions,
  JobResult,
  RunOptions,
  RunResult,
  StepResult,
} from './options.ts';
export { describeProblem, type Problem, WorkflowRefused } from './parser/problem.ts';
export type { Place, Reporter, RunEvent } from './reporter.ts';
export { runWorkflow } from './run/run.ts';
