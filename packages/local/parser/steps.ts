import type { Step } from './model.ts';
import { items, property, type Token, text } from './tokens.ts';
import { conditionOf } from './workflow.ts';

/** The steps of a job or of a composite action. Kinds that cannot run here are refused by check.ts. */
export function readSteps(token: Token | undefined): Step[] {
  return items(token).map(readStep);
}

function readStep(token: Token): Step {
  const get = (key: string) => property(token, key);
  const base = {
    id: text(get('id')),
    token,
    name: get('name'),
    condition: conditionOf(get('if')),
    env: get('env'),
    continueOnError: get('continue-on-error'),
    timeoutMinutes: get('timeout-minutes'),
  };
  const run = get('run');
  if (run)
    return { ...base, kind: 'run', run, shell: get('shell'), workingDirectory: get('working-directory') };
  return { ...base, kind: 'uses', uses: text(get('uses')) ?? '', with: get('with') };
}
