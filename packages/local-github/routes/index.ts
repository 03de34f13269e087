import { codeScanningRoutes } from './code-scanning.ts';
import { deploymentRoutes } from './deployments.ts';
import { environmentRoutes } from './environments.ts';
import { pullsOfCommitRoutes } from './pulls-of-commit.ts';
import { releaseRoutes } from './releases.ts';
import type { Route } from './route.ts';

/** What the emulator lacks. Fresh state for each server. */
export const extraRoutes = (): Route[] => [
  ...deploymentRoutes(),
  ...environmentRoutes(),
  ...codeScanningRoutes(),
  ...pullsOfCommitRoutes(),
  ...releaseRoutes(),
];
