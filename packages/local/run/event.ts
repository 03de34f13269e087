import type { Scope, Value } from '../expression/evaluate.ts';
import type { RunOptions } from '../options.ts';
import type { Source } from '../parser/model.ts';
import { coerceInputs, readInputs } from './inputs.ts';
import type { Run } from './state.ts';

/** The payload of the run's event: what was given, and the parts that every event has. */
export function eventOf(options: RunOptions, source: Source): Record<string, Value> {
  const [owner = '', name = ''] = source.repository.split('/');
  const known: Record<string, Value> = {
    repository: { name, full_name: source.repository, owner: { login: owner }, default_branch: 'main' },
    sender: { login: 'local', type: 'User' },
  };
  if (options.event.name === 'push') Object.assign(known, { ref: source.ref, after: source.sha });
  if (options.event.name === 'workflow_dispatch') Object.assign(known, { ref: source.ref });
  return { ...known, ...(options.event.payload as Record<string, Value> | undefined) };
}

/** The `inputs` context of the workflow that is started; wrong inputs are refused. */
export function startInputs(run: Run, options: RunOptions, scope: Scope): Record<string, Value> {
  const { name, inputs = {} } = options.event;
  const events = [...run.entry.on.keys()];
  if (!events.includes(name)) {
    throw new Error(`${run.entry.path} is not started by '${name}'; it is started by: ${events.join(', ')}`);
  }
  if (name === 'workflow_dispatch' || name === 'workflow_call') {
    return coerceInputs(readInputs(run.entry, name, scope), inputs, run.entry.path);
  }
  if (Object.keys(inputs).length > 0)
    throw new Error(`the event '${name}' has no inputs; only workflow_dispatch has`);
  return {};
}
