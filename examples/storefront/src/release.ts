/** Which release this process runs, as the deployment says it. */
export interface Release {
  version: string;
  commit: string;
  digest: string;
  revision: string;
  environment: string;
}

export function releaseFrom(env: Record<string, string | undefined>): Release {
  return {
    version: env.FAIRWAY_VERSION ?? 'dev',
    commit: env.FAIRWAY_COMMIT ?? 'unknown',
    digest: env.FAIRWAY_DIGEST ?? 'unknown',
    revision: env.FAIRWAY_REVISION ?? 'unknown',
    environment: env.FAIRWAY_ENVIRONMENT ?? 'local',
  };
}
