export type { ProcessConfig } from './config.ts';
export { Control, controlOf, SupervisorGone } from './control.ts';
export { endEnvironment, type LocalEnvironment, listEnvironments, reviveSupervisor } from './environments.ts';
export { supervisorScript } from './script.ts';
export type { Status } from './state.ts';
export { asProcessTarget, layoutIn, ProcessTarget, processDriver } from './target.ts';
