export {
  asProcessTarget,
  controlOf,
  endEnvironment,
  type LocalEnvironment,
  layoutIn,
  listEnvironments,
  type ProcessConfig,
  ProcessTarget,
  reviveSupervisor,
  SupervisorGone,
  supervisorScript,
} from './process/index.ts';
export { openTarget, type TargetConfig, targetDrivers } from './registry.ts';
export * from './types.ts';
