import type { JobState } from '../job/state.ts';
import { log } from '../job/state.ts';
import type { Done } from '../job/step.ts';
import type { Builtin } from '../parser/catalog.ts';
import { DOWNLOAD_INPUTS, downloadArtifact, UPLOAD_INPUTS, uploadArtifact } from './artifacts.ts';
import { CHECKOUT_INPUTS, checkout } from './checkout.ts';

/** An action that the local runner has in itself. */
interface BuiltinAction {
  /** The inputs it takes; `accept` says what a value may be when not everything is. */
  inputs: Record<string, BuiltinInput>;
  run(job: JobState, inputs: Record<string, string>, report: BuiltinReport): Promise<Record<string, string>>;
}
/** `true` takes any value; a list takes only these. */
export type BuiltinInput = true | readonly string[];
/** Where a built-in action says what it does. */
export interface BuiltinReport {
  log(text: string): void;
  signal: AbortSignal;
  step: string;
}

const ACTIONS: Record<Builtin, BuiltinAction> = {
  'actions/checkout': { inputs: CHECKOUT_INPUTS, run: checkout },
  'actions/upload-artifact': { inputs: UPLOAD_INPUTS, run: uploadArtifact },
  'actions/download-artifact': { inputs: DOWNLOAD_INPUTS, run: downloadArtifact },
};

/** Why a built-in action cannot take an input; undefined when it can. `value` is unknown before a run. */
export function refuseBuiltinInput(
  name: Builtin,
  input: string,
  value: string | undefined,
): string | undefined {
  const { inputs } = ACTIONS[name];
  const accepted = inputs[input.toLowerCase()];
  if (accepted === true) return undefined;
  const mend = `map '${name}' to a folder to use the real one`;
  if (!accepted)
    return `the local ${name} has no input '${input}' (it has ${Object.keys(inputs).join(', ')}); ${mend}`;
  if (value === undefined || accepted.includes(value)) return undefined;
  const list = accepted.map((item) => JSON.stringify(item)).join(' or ');
  return `the local ${name} takes only ${list} for '${input}', not ${JSON.stringify(value)}; ${mend}`;
}

/** Runs a built-in action. */
export async function runBuiltin(
  job: JobState,
  name: Builtin,
  given: Record<string, string>,
  step: string,
  signal: AbortSignal,
): Promise<Done> {
  const inputs: Record<string, string> = {};
  for (const [input, value] of Object.entries(given)) {
    const refusal = refuseBuiltinInput(name, input, value);
    if (refusal) throw new Error(refusal);
    inputs[input.toLowerCase()] = value;
  }
  const report = { signal, step, log: (text: string) => log(job, step, text) };
  return { ok: true, outputs: await ACTIONS[name].run(job, inputs, report) };
}
