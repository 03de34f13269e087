import { resolve, resolveText, resolveTexts, type Value } from '../expression/evaluate.ts';
import type { CallJob, Workflow } from '../parser/model.ts';
import { entries, isMapping, property, text } from '../parser/tokens.ts';
import { readConcurrency, withConcurrency } from './concurrency.ts';
import { jobScope, workflowScope } from './contexts.ts';
import { coerceInputs, readInputs } from './inputs.ts';
import { recordJob } from './record.ts';
import { combine, type NodeResult, runJobs } from './schedule.ts';
import type { Call, Leg, Run } from './state.ts';

/** How deep reusable workflows may call each other, the first one counted. */
export const MAX_DEPTH = 10;

/** Runs the workflow that a job calls. */
export async function runCalled(
  run: Run,
  call: Call,
  job: CallJob,
  leg: Leg,
  name: string,
): Promise<NodeResult> {
  const workflow = await findCallee(run, call, job);
  const scope = jobScope(run, call, leg);
  const given = job.with ? (resolve(job.with, scope) as Record<string, Value>) : {};
  const callee: Call = {
    workflow,
    inputs: coerceInputs(readInputs(workflow, 'workflow_call', workflowScope(run, call)), given, job.uses),
    secrets: secretsFor(call, job, workflow, () => resolveTexts(job.secrets, scope)),
    idPrefix: `${call.idPrefix}${job.id}/`,
    namePrefix: `${call.namePrefix}${name} / `,
    depth: call.depth + 1,
    signal: leg.signal,
    held: call.held,
  };
  // A mapped secret can be a new value, such as one field of a JSON secret.
  for (const secret of Object.values(callee.secrets)) run.masks.add(secret);
  const group = readConcurrency(workflow.concurrency, workflowScope(run, callee));
  return await withConcurrency(
    run,
    callee,
    group,
    leg.signal,
    async (signal, held) => {
      const jobs = await runJobs(run, { ...callee, signal, held });
      const result = combine([...jobs.values()].map((node) => node.result));
      return { result, outputs: outputsOf(run, callee, jobs) };
    },
    (message) => {
      recordJob(
        run,
        call,
        job,
        { conclusion: 'cancelled', annotations: [{ level: 'error', message }] },
        name,
      );
      return { result: 'cancelled', outputs: {} };
    },
  );
}

async function findCallee(run: Run, call: Call, job: CallJob): Promise<Workflow> {
  if (call.depth >= MAX_DEPTH)
    throw new Error(`'${job.uses}': workflows may call each other ${MAX_DEPTH} levels deep`);
  const place = await run.catalog.locateWorkflow(job.uses, call.workflow.source);
  if (typeof place === 'string') throw new Error(place);
  const { value, problems } = await run.catalog.workflow(place.source, place.path);
  if (!value) throw new Error(`'${job.uses}': ${problems[0]?.message ?? 'cannot be read'}`);
  return value;
}

/** Which secrets the callee sees: all, or those that the job maps; the token always. */
function secretsFor(
  call: Call,
  job: CallJob,
  workflow: Workflow,
  mapped: () => Record<string, string>,
): Record<string, string> {
  const token = call.secrets.GITHUB_TOKEN ?? '';
  const inherit = text(job.secrets) === 'inherit';
  const secrets = inherit ? call.secrets : isMapping(job.secrets) ? mapped() : {};
  for (const { key, value } of entries(property(workflow.on.get('workflow_call'), 'secrets'))) {
    const given = Object.keys(secrets).some((name) => name.toLowerCase() === key.toLowerCase());
    if (text(property(value, 'required')) === 'true' && !given) {
      throw new Error(`'${job.uses}' requires the secret '${key}', which the job '${job.id}' does not pass`);
    }
  }
  return { ...secrets, GITHUB_TOKEN: token };
}

function outputsOf(run: Run, callee: Call, jobs: Map<string, NodeResult>): Record<string, string> {
  const { contexts } = workflowScope(run, callee);
  const context = Object.fromEntries([...jobs].map(([id, node]) => [id, { ...node }]));
  const scope = { contexts: { ...contexts, jobs: context }, functions: [] };
  const declared = entries(property(callee.workflow.on.get('workflow_call'), 'outputs'));
  return Object.fromEntries(
    declared.map(({ key, value }) => {
      const token = property(value, 'value');
      return [key, token ? resolveText(token, scope) : ''];
    }),
  );
}
