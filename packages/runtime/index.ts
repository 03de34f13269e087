export { type Clock, systemClock } from './clock.ts';
export { printed } from './commands.ts';
export { type Context, context } from './context.ts';
export { Coprocess } from './coprocess.ts';
export { ENVIRONMENT } from './environment.ts';
export {
  CommandError,
  describeError,
  GateError,
  InternalError,
  RemoteError,
  UserError,
} from './errors.ts';
export { type Exec, type ExecOptions, type ExecResult, systemExec } from './exec.ts';
export { atomicWrite, type Files, systemFiles } from './files.ts';
export { connectGitHub, type GitHub, type GitHubOptions } from './github.ts';
export { type Http, type HttpOptions, systemHttp } from './http.ts';
export { type Log, memoryLog, type Place, workflowLog } from './log.ts';
export type { Ports } from './ports.ts';
export { Redactor, Secrets } from './redact.ts';
export { type RetryPolicy, retry } from './retry.ts';
export { type ActionBody, type Outcome, runAction } from './run-action.ts';
export { Summary } from './summary.ts';
export { systemPorts } from './system-ports.ts';
export type { Tls } from './tls-fetch.ts';
