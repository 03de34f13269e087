import { holds, resolveTexts } from '../expression/evaluate.ts';
import type { Conclusion } from '../options.ts';
import type { Step, UsesStep } from '../parser/model.ts';
import { messageOf } from '../run/record.ts';
import { stepScope } from './contexts.ts';
import { runNode } from './node-action.ts';
import { stepSignal } from './signal.ts';
import { annotate, type Frame, type JobState, type NodeUse, placeOf } from './state.ts';
import { defaultName, recordStep } from './step.ts';
import { inputsOf, openAction, registerPost } from './uses.ts';

/** Runs the `pre` of every action of a job before its first step. Actions used by `./path` have none. */
export async function runPres(job: JobState, frame: Frame, steps: Step[], label?: string): Promise<void> {
  for (const step of steps) if (step.kind === 'uses') await runPre(job, frame, step, label);
}

async function runPre(job: JobState, frame: Frame, step: UsesStep, label: string | undefined): Promise<void> {
  const located = await job.run.catalog.locateAction(step.uses, frame.source, job.folders.workspace);
  if (located.kind !== 'folder' || located.local) return;
  const parsed = await job.run.catalog.action(located.source, located.folder);
  if (!parsed?.value) return;
  const name = label ?? (step.name && !step.name.isExpression ? step.name.toString() : defaultName(step));
  const { runs } = parsed.value;
  if (runs.using === 'composite') {
    const { source } = parsed.value;
    const place = placeOf(frame, step);
    const inside: Frame = { ...frame, parent: frame, steps: {}, source, inputs: {}, place };
    await runPres(job, inside, runs.steps, name);
    return;
  }
  if (!runs.pre) return;
  const used = await openAction(job, step, located);
  await runPhase(job, frame, `Pre ${name}`, runs.preIf, async (signal) => {
    const own = resolveTexts(step.env, stepScope(job, frame));
    const inputs = inputsOf(job, frame, step, used.action, own, name);
    const use: NodeUse = { runs, folder: used.action.folder, inputs, github: used.github };
    registerPost(job, frame, step, use, own, name);
    return (await runNode(job, frame, step, use, 'pre', own, `Pre ${name}`, signal)).ok;
  });
}

/** Runs the posts that are due, the last registered first. */
export async function runPosts(job: JobState): Promise<void> {
  for (let post = job.posts.pop(); post; post = job.posts.pop()) {
    await runPhase(job, post.frame, post.name, post.condition, post.run);
  }
}

/** Runs a pre or a post as a step of its own. */
async function runPhase(
  job: JobState,
  frame: Frame,
  name: string,
  condition: string,
  work: (signal: AbortSignal) => Promise<boolean>,
): Promise<void> {
  const started = performance.now();
  // Conditions of pre and post ask about the job, even inside a composite action.
  const wanted = () => holds(condition, stepScope(job, { ...frame, parent: undefined }));
  let conclusion: Conclusion = 'failure';
  const limit = stepSignal(job.signal, job.force, wanted);
  job.run.reporter.report({ type: 'step-started', job: job.result.key, step: name });
  try {
    if (!wanted()) conclusion = 'skipped';
    else if (await work(limit.signal)) conclusion = 'success';
    if (limit.signal.aborted) conclusion = 'cancelled';
  } catch (error) {
    annotate(job, { level: 'error', message: messageOf(error), step: name });
  } finally {
    limit.dispose();
  }
  if (conclusion === 'failure') job.failed = true;
  const durationMs = Math.round(performance.now() - started);
  recordStep(job, { name, outcome: conclusion, conclusion, durationMs, outputs: {} });
}
