import { basename } from 'node:path';
import type { Scope, Value } from '../expression/evaluate.ts';
import { type Status, statusFunctions } from '../expression/functions.ts';
import type { Call, Leg, Run } from './state.ts';

/** The `github` context as every job of a run sees it. */
export function githubContext(run: Run): Record<string, Value> {
  const { source, entry, github, event } = run;
  const [owner = '', name = ''] = source.repository.split('/');
  const [, kind, refName] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(source.ref) ?? [];
  return {
    ...{ token: github.token, api_url: github.apiUrl, server_url: github.serverUrl },
    graphql_url: github.graphqlUrl ?? (github.apiUrl && `${github.apiUrl}/graphql`),
    ...{ actor: 'local', actor_id: '1', triggering_actor: 'local' },
    ...{
      repository: source.repository,
      repository_owner: owner,
      repository_id: '1',
      repository_owner_id: '1',
    },
    repositoryUrl: `git://${new URL(github.serverUrl).host}/${owner}/${name}.git`,
    ...{ ref: source.ref, ref_name: refName ?? source.ref, ref_protected: false, sha: source.sha },
    ref_type: kind === 'tags' ? 'tag' : 'branch',
    ...{ base_ref: '', head_ref: '', secret_source: 'Actions' },
    ...{ event_name: event.name, event: event.payload, event_path: run.folders.event },
    ...{ run_id: run.id, run_number: '1', run_attempt: '1', retention_days: '90' },
    workflow: entry.name,
    workflow_ref: `${source.repository}/${entry.path}@${source.ref}`,
    workflow_sha: source.sha,
  };
}

/** The part of the `job` context that names the file a job comes from. */
export function workflowIdentity(call: Call): Record<string, Value> {
  const { source, path } = call.workflow;
  return {
    workflow_repository: source.repository,
    workflow_sha: source.sha,
    workflow_ref: `${source.repository}/${path}@${source.ref}`,
    workflow_file_path: path,
  };
}

/** What a whole workflow's settings can see. */
export function workflowScope(run: Run, call: Call): Scope {
  const contexts = { github: githubContext(run), inputs: call.inputs, vars: run.vars, secrets: call.secrets };
  return { contexts, functions: [] };
}

/** What a job's settings can see. */
export function jobScope(run: Run, call: Call, leg: Omit<Leg, 'signal'>, status?: Status): Scope {
  const scope = workflowScope(run, call);
  const { matrix, strategy, needs } = leg;
  return {
    contexts: { ...scope.contexts, matrix, strategy, needs },
    functions: status ? statusFunctions(status) : [],
  };
}

/** `owner/repo` for a folder that was given no name. */
export function defaultSlug(folder: string): string {
  return `local/${basename(folder)}`;
}
