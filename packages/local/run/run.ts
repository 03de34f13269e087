import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join, normalize, resolve as resolvePath } from 'node:path';
import { Secrets } from '@fairway/runtime/redact';
import { checkFiles } from '../check/check.ts';
import { machineEnvironment } from '../env.ts';
import { resolveText, type Value } from '../expression/evaluate.ts';
import { git } from '../git.ts';
import type { RunOptions, RunResult } from '../options.ts';
import { Catalog, openSource } from '../parser/catalog.ts';
import type { Source, Workflow } from '../parser/model.ts';
import { WorkflowRefused } from '../parser/problem.ts';
import { readConcurrency, withConcurrency } from './concurrency.ts';
import { defaultSlug, workflowScope } from './contexts.ts';
import { eventOf, startInputs } from './event.ts';
import { Limit } from './limit.ts';
import { nodeFor } from './node.ts';
import { combine, runJobs } from './schedule.ts';
import type { Call, Run } from './state.ts';

/**
 * A run without a GitHub: no API address, so that nothing asks github.com by mistake, and a token that is
 * none. It is not empty because actions that require one would refuse to start.
 */
const OFFLINE = { apiUrl: '', serverUrl: 'https://github.com', token: 'no-token-in-a-local-run' };

/**
 * Runs a workflow file on this machine. Rejects with `WorkflowRefused` before anything runs when the workflow
 * is wrong or needs what a local run does not have.
 */
export async function runWorkflow(options: RunOptions): Promise<RunResult> {
  const root = await realpath(
    options.workDir
      ? await ensure(resolvePath(options.workDir))
      : await mkdtemp(join(tmpdir(), 'local-run-')),
  );
  try {
    return await runIn(root, options);
  } finally {
    if (!options.workDir) await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runIn(root: string, options: RunOptions): Promise<RunResult> {
  const baseEnv = { ...(options.baseEnv ?? machineEnvironment()), ...options.env };
  const slug = options.slug ?? defaultSlug(await realpath(options.repository));
  const place = { repository: options.repository, slug, ref: options.ref };
  const source = await openSource({ ...place, exportTo: join(root, 'source') }, baseEnv);
  const catalog = new Catalog(source, options.repositories ?? {}, baseEnv);
  const problems = await checkFiles(catalog, options.workflow);
  const entry = (await catalog.workflow(source, normalize(options.workflow))).value;
  if (problems.length > 0 || !entry) throw new WorkflowRefused(problems);
  const run = await prepareRun(root, options, { source, catalog, entry, baseEnv });
  const call = entryCall(run, options);
  run.event.payload = {
    ...run.event.payload,
    ...(run.event.name === 'workflow_dispatch' ? { inputs: stringly(call.inputs) } : {}),
  };
  await writeFile(run.folders.event, JSON.stringify(run.event.payload, undefined, 2));
  const onAbort = () => run.cancel.abort();
  if (options.signal?.aborted) onAbort();
  options.signal?.addEventListener('abort', onAbort, { once: true });
  try {
    await warnOfChanges(run, options);
    return await perform(run, call);
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
  }
}

async function perform(run: Run, call: Call): Promise<RunResult> {
  const scope = workflowScope(run, call);
  const name = run.entry.runName ? resolveText(run.entry.runName, scope) : run.entry.name;
  const { id, reporter, entry, event } = run;
  reporter.report({ type: 'run-started', runId: id, name, workflow: entry.path, event: event.name });
  let reason: string | undefined;
  const group = readConcurrency(entry.concurrency, scope);
  const conclusion = await withConcurrency(
    run,
    call,
    group,
    run.cancel.signal,
    async (signal, held) => {
      const jobs = await runJobs(run, { ...call, signal, held });
      const combined = combine([...jobs.values()].map((node) => node.result));
      if (combined === 'failure') return combined;
      return combined === 'cancelled' || signal.aborted ? 'cancelled' : 'success';
    },
    (message) => {
      reason = message;
      return 'cancelled' as const;
    },
  );
  const result: RunResult = { conclusion, runId: id, jobs: run.results, ...(reason ? { reason } : {}) };
  reporter.report({ type: 'run-finished', result });
  return result;
}

/** Says so when the working tree differs from the commit that actions/checkout will give. */
async function warnOfChanges(run: Run, options: RunOptions): Promise<void> {
  const args = ['status', '--porcelain', '--untracked-files=no'];
  const changes = options.ref ? '' : await git(run.source.folder, args, run.baseEnv);
  if (changes === '') return;
  const count = changes.split('\n').length;
  const text = `${count} uncommitted change(s) are not in what actions/checkout gives to jobs (${run.source.sha})`;
  run.reporter.report({ type: 'warning', text });
}

type Opened = { source: Source; catalog: Catalog; entry: Workflow; baseEnv: Record<string, string> };

async function prepareRun(root: string, options: RunOptions, opened: Opened): Promise<Run> {
  const github = options.github ?? OFFLINE;
  const masks = new Secrets();
  for (const secret of Object.values(options.secrets ?? {})) masks.add(secret);
  if (options.github) masks.add(options.github.token);
  const id = String(randomInt(1_000_000_000, 100_000_000_000));
  const folders = {
    jobs: await ensure(join(root, 'jobs')),
    artifacts: await ensure(join(root, 'artifacts', id)),
    tools: await ensure(join(root, 'tools')),
    event: join(root, `event-${id}.json`),
  };
  const locks = {
    folder: join(tmpdir(), `local-run-locks-${userInfo().uid}`),
    scope: await realpath(options.repository),
  };
  return {
    ...{ id, github, masks, folders, locks, ...opened },
    event: { name: options.event.name, payload: eventOf(options, opened.source), inputs: {} },
    vars: options.vars ?? {},
    node: await nodeFor(options.node, opened.baseEnv),
    reporter: options.reporter ?? { report: () => undefined },
    slots: new Limit(Math.max(1, options.maxParallel ?? 2)),
    results: [],
    keys: new Set(),
    cancel: new AbortController(),
  };
}

function entryCall(run: Run, options: RunOptions): Call {
  const secrets = { ...options.secrets, GITHUB_TOKEN: options.secrets?.GITHUB_TOKEN ?? run.github.token };
  const call: Call = {
    ...{ workflow: run.entry, inputs: {}, secrets, idPrefix: '', namePrefix: '', depth: 1 },
    ...{ signal: run.cancel.signal, held: [] },
  };
  call.inputs = startInputs(run, options, workflowScope(run, call));
  return call;
}

/** The inputs in the event's payload are text, whatever their type. */
function stringly(inputs: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
}

async function ensure(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}
