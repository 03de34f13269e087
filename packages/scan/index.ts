export { parseExceptions, type ScanException } from './exceptions.ts';
export { type AcceptedFinding, type FailOn, type GateResult, judge } from './gate.ts';
export { FAIL_ON, type ScanConfig } from './kinds.ts';
export { type SarifOptions, toSarif } from './sarif.ts';
export { engines, type ScanOptions, scanTree } from './scan.ts';
export {
  type FailedFile,
  type Finding,
  type Rule,
  type ScanEngine,
  type ScanResult,
  SEVERITIES,
  type Severity,
  type SkippedFile,
} from './types.ts';
