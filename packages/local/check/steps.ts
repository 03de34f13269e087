import { refuseBuiltinInput } from '../builtin/index.ts';
import { shellFor, shellRefusal } from '../job/shell.ts';
import type { Source, Step, UsesStep } from '../parser/model.ts';
import { type Problem, problemAt } from '../parser/problem.ts';
import { entries, property, text } from '../parser/tokens.ts';
import type { CheckState } from './check.ts';

/** Kinds of step and keys of steps that a local run does not have. */
const REFUSED_KEYS = ['background', 'wait', 'wait-all', 'cancel', 'parallel'];

/** Checks steps, and the actions that they use as far as these are known before a run. */
export async function checkSteps(
  state: CheckState,
  file: string,
  source: Source,
  steps: Step[],
  depth: number,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const step of steps) {
    for (const { key, keyToken } of entries(step.token)) {
      if (!REFUSED_KEYS.includes(key)) continue;
      problems.push(
        problemAt(file, keyToken, 'unsupported', `steps with '${key}' are not supported by a local run`),
      );
    }
    if (step.kind === 'run') problems.push(...checkShell(file, step));
    else problems.push(...(await checkUses(state, file, source, step, depth)));
  }
  return problems;
}

function checkShell(file: string, step: Extract<Step, { kind: 'run' }>): Problem[] {
  const setting = text(step.shell);
  if (setting === undefined || shellFor(setting)) return [];
  return [problemAt(file, step.shell, 'unsupported', shellRefusal(setting))];
}

async function checkUses(
  state: CheckState,
  file: string,
  source: Source,
  step: UsesStep,
  depth: number,
): Promise<Problem[]> {
  const { catalog, seen } = state;
  const token = property(step.token, 'uses');
  // Before the run there is no workspace: what the repository holds stands for it.
  const located = await catalog.locateAction(step.uses, source, catalog.caller.folder);
  if (located.kind === 'refused') return [problemAt(file, token, 'unsupported', located.message)];
  if (located.kind === 'builtin') {
    return entries(step.with)
      .map(({ key, keyToken, value }) => ({
        keyToken,
        refusal: refuseBuiltinInput(located.name, key, text(value)),
      }))
      .filter(({ refusal }) => refusal !== undefined)
      .map(({ keyToken, refusal }) => problemAt(file, keyToken, 'unsupported', refusal ?? ''));
  }
  const parsed = await catalog.action(located.source, located.folder);
  if (!parsed) {
    // A local action may only appear when a step checks it out.
    if (located.local) return [];
    return [problemAt(file, token, 'syntax', `'${step.uses}': there is no action.yml in ${located.folder}`)];
  }
  if (!parsed.value || seen.has(located.folder) || depth > 10) return parsed.problems;
  seen.add(located.folder);
  const { runs } = parsed.value;
  if (runs.using !== 'composite') return parsed.problems;
  return [
    ...parsed.problems,
    ...(await checkSteps(state, parsed.value.file, parsed.value.source, runs.steps, depth + 1)),
  ];
}
