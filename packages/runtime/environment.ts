/**
 * Every environment variable Fairway reads, in one place. Only this package touches `process.env`;
 * `docs/environment.md` is generated from this list.
 */
export const ENVIRONMENT = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'Set when the job has `id-token: write`; then provenance can be signed.',
  AWS_ACCESS_KEY_ID: 'Credentials for CloudWatch, as aws-actions/configure-aws-credentials sets them.',
  AWS_REGION: 'Region for CloudWatch, unless the config names one.',
  AWS_SECRET_ACCESS_KEY: 'Credentials for CloudWatch; masked.',
  AWS_SESSION_TOKEN: 'Credentials for CloudWatch; masked.',
  DOCKER_CONFIG: 'Folder of the Docker config that holds registry credentials. Default: `~/.docker`.',
  FAIRWAY_HOME:
    'Where targets of this machine keep their state, images and logs. Default: `~/.local/state/fairway`.',
  GITHUB_ACTION_PATH: 'Folder of the action that runs.',
  GITHUB_ACTOR: 'Who started the run; recorded in the ledger.',
  GITHUB_API_URL: 'Base URL of the REST API. Without it the ledger and releases use plain git.',
  GITHUB_ARTIFACTS:
    'File that takes the artifacts a step has made, for linked artifacts (runner 2.336.0 or newer).',
  GITHUB_EVENT_NAME: 'Event that started the run.',
  GITHUB_EVENT_PATH: 'JSON file with the payload of the event.',
  GITHUB_JOB: 'Id of the job.',
  GITHUB_OUTPUT: 'File that takes outputs.',
  GITHUB_REF: 'Full ref that started the run.',
  GITHUB_REPOSITORY: 'owner/name.',
  GITHUB_RUN_ATTEMPT: 'Attempt of the run, from 1.',
  GITHUB_RUN_ID: 'Id of the run; the owner of locks.',
  GITHUB_SERVER_URL: 'Base URL of the web pages, for links.',
  GITHUB_SHA: 'Commit that started the run.',
  GITHUB_STATE: 'File that takes what the post step needs.',
  GITHUB_STEP_SUMMARY: 'File that takes the job summary.',
  GITHUB_WORKFLOW_REF: 'Path and ref of the workflow; named in the provenance.',
  GITHUB_WORKSPACE: 'Folder of the checkout; paths are relative to it.',
  HOME: 'Home folder of the user.',
  RUNNER_DEBUG: '`1` prints debug lines.',
  RUNNER_TEMP: 'Folder for temporary files; emptied by the runner after each job.',
  XDG_STATE_HOME: 'Base of the default FAIRWAY_HOME.',
} as const;

export type Variable = keyof typeof ENVIRONMENT;

/** The value, or undefined when unset or empty. */
export function variable(name: Variable, env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env[name] || undefined;
}

/** `INPUT_*` as the runner sets them; names in lower case. */
export function inputTexts(env: NodeJS.ProcessEnv = process.env): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, text] of Object.entries(env)) {
    if (name.startsWith('INPUT_') && text) texts.set(name.slice(6).toLowerCase(), text.trim());
  }
  return texts;
}
