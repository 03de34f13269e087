import {
  convertWorkflowTemplate,
  ensureStatusFunction,
  NoOperationTraceWriter,
  parseWorkflow,
} from './library.ts';
import type { CallJob, Job, Source, StepsJob, Workflow } from './model.ts';
import type { Problem } from './problem.ts';
import { readSteps } from './steps.ts';
import {
  entries,
  expressionOf,
  isExpression,
  isMapping,
  isSequence,
  items,
  property,
  type Token,
  text,
} from './tokens.ts';

export interface Parsed<T> {
  value: T | undefined;
  problems: Problem[];
}

/** Parses a workflow file with GitHub's own parser and keeps what a run needs of it. */
export async function readWorkflow(
  source: Source,
  path: string,
  content: string,
  file: string,
): Promise<Parsed<Workflow>> {
  const { context, value: root } = parseWorkflow({ name: file, content }, new NoOperationTraceWriter());
  // The conversion checks what the schema cannot: conditions, needs, cron lines, ids.
  if (root) await convertWorkflowTemplate(context, root);
  const problems = context.errors.getErrors().map((error) => ({
    file,
    line: error.range?.start.line ?? 1,
    column: error.range?.start.column ?? 1,
    message: error.rawMessage,
    kind: 'syntax' as const,
  }));
  if (!root || problems.length > 0) return { value: undefined, problems };
  return { value: convert(source, path, file, root), problems };
}

function convert(source: Source, path: string, file: string, root: Token): Workflow {
  return {
    source,
    path,
    file,
    name: text(property(root, 'name')) ?? path,
    runName: property(root, 'run-name'),
    on: readEvents(property(root, 'on')),
    env: property(root, 'env'),
    defaults: property(root, 'defaults'),
    concurrency: property(root, 'concurrency'),
    permissions: property(root, 'permissions'),
    jobs: new Map(entries(property(root, 'jobs')).map(({ key, value }) => [key, readJob(key, value)])),
  };
}

function readEvents(token: Token | undefined): Map<string, Token | undefined> {
  if (isMapping(token)) return new Map(entries(token).map(({ key, value }) => [key, value]));
  const names = isSequence(token) ? items(token).map(text) : [text(token)];
  return new Map(names.filter((name) => name !== undefined).map((name) => [name, undefined]));
}

function readJob(id: string, token: Token): Job {
  const get = (key: string) => property(token, key);
  const needs = get('needs');
  const base = {
    id,
    token,
    name: get('name'),
    needs: (isSequence(needs) ? items(needs) : needs ? [needs] : []).map((need) => text(need) ?? ''),
    condition: conditionOf(get('if')),
    strategy: get('strategy'),
    concurrency: get('concurrency'),
    permissions: get('permissions'),
  };
  const uses = get('uses');
  if (uses) {
    const call: CallJob = {
      ...base,
      kind: 'call',
      uses: text(uses) ?? '',
      usesToken: uses,
      with: get('with'),
      secrets: get('secrets'),
    };
    return call;
  }
  const steps: StepsJob = {
    ...base,
    kind: 'steps',
    env: get('env'),
    environment: get('environment'),
    outputs: get('outputs'),
    defaults: get('defaults'),
    timeoutMinutes: get('timeout-minutes'),
    continueOnError: get('continue-on-error'),
    steps: readSteps(get('steps')),
  };
  return steps;
}

/** The condition as an expression; without a status function it means `success() && (...)`. */
export function conditionOf(token: Token | undefined): string {
  if (!token) return 'success()';
  const condition = (isExpression(token) ? expressionOf(token) : (text(token) ?? '')).trim();
  return condition === '' ? 'success()' : ensureStatusFunction(condition, token.definitionInfo);
}
