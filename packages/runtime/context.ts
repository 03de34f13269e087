import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Variable, variable } from './environment.ts';

/** Credentials of the job; what is not set is absent. Masked by who uses them. */
export interface AwsEnvironment {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly region?: string;
}

/** Where and for whom this runs. Outside of a job the fields of the run are undefined. */
export interface Context {
  readonly workspace: string;
  readonly temp: string;
  /** Where targets of this machine keep their state. */
  readonly home: string;
  /** Folder of the Docker config with registry credentials. Without it none is read. */
  readonly dockerConfig?: string;
  /** File that takes the artifacts a step has made, one a line. */
  readonly artifactsFile?: string;
  readonly repository: { owner: string; repo: string } | undefined;
  readonly sha: string | undefined;
  readonly ref: string | undefined;
  readonly runId: string | undefined;
  readonly runAttempt: number;
  readonly job: string | undefined;
  readonly actor: string;
  readonly event: { name: string; payload: Record<string, unknown> } | undefined;
  /** undefined: no GitHub here (a plain local run). */
  readonly apiUrl: string | undefined;
  readonly serverUrl: string | undefined;
  /** Link to the run's page; undefined outside of a run on GitHub. */
  readonly runUrl: string | undefined;
  /** `owner/repo/.github/workflows/x.yml@refs/heads/main`. */
  readonly workflowRef?: string;
  /** The job may ask for an identity token (`id-token: write`), which signing needs. */
  readonly idToken?: boolean;
  /** What the standard AWS variables say; absent where none is set. */
  readonly aws?: AwsEnvironment;
}

export function context(env: NodeJS.ProcessEnv = process.env): Context {
  const get = (name: Variable) => variable(name, env);
  const [owner, repo] = (get('GITHUB_REPOSITORY') ?? '').split('/');
  const serverUrl = get('GITHUB_SERVER_URL');
  const runId = get('GITHUB_RUN_ID');
  const home = get('HOME') ?? homedir();
  const workflowRef = get('GITHUB_WORKFLOW_REF');
  const artifactsFile = get('GITHUB_ARTIFACTS');
  return {
    workspace: get('GITHUB_WORKSPACE') ?? process.cwd(),
    temp: get('RUNNER_TEMP') ?? tmpdir(),
    home: get('FAIRWAY_HOME') ?? join(get('XDG_STATE_HOME') ?? join(home, '.local', 'state'), 'fairway'),
    dockerConfig: get('DOCKER_CONFIG') ?? join(home, '.docker'),
    repository: owner && repo ? { owner, repo } : undefined,
    sha: get('GITHUB_SHA'),
    ref: get('GITHUB_REF'),
    runId,
    runAttempt: Number(get('GITHUB_RUN_ATTEMPT') ?? 1),
    job: get('GITHUB_JOB'),
    actor: get('GITHUB_ACTOR') ?? 'local',
    event: readEvent(get('GITHUB_EVENT_NAME'), get('GITHUB_EVENT_PATH')),
    apiUrl: get('GITHUB_API_URL'),
    serverUrl,
    runUrl: serverUrl && owner && runId ? `${serverUrl}/${owner}/${repo}/actions/runs/${runId}` : undefined,
    ...(artifactsFile ? { artifactsFile } : {}),
    ...(workflowRef ? { workflowRef } : {}),
    idToken: get('ACTIONS_ID_TOKEN_REQUEST_URL') !== undefined,
    ...awsEnvironment(get),
  };
}

function awsEnvironment(get: (name: Variable) => string | undefined): { aws?: AwsEnvironment } {
  const given = {
    accessKeyId: get('AWS_ACCESS_KEY_ID'),
    secretAccessKey: get('AWS_SECRET_ACCESS_KEY'),
    sessionToken: get('AWS_SESSION_TOKEN'),
    region: get('AWS_REGION'),
  };
  const aws = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return Object.keys(aws).length ? { aws } : {};
}

function readEvent(name: string | undefined, path: string | undefined): Context['event'] {
  if (!name) return undefined;
  if (!path) return { name, payload: {} };
  try {
    return { name, payload: JSON.parse(readFileSync(path, 'utf8')) };
  } catch {
    // The runner writes this file; without it the event is only a name.
    return { name, payload: {} };
  }
}
