import { camelCase, type Problem, showPath } from '@fairway/schema';
import { type Definition, type Input, type Inputs, type InputsOf, isExpression } from './define.ts';

/** Input names in lower case -> text as given. An empty text counts as not given, as on GitHub. */
export type RawInputs = ReadonlyMap<string, string>;

export interface InputProblem {
  readonly input: string;
  readonly message: string;
}

export type ParsedInputs<D> =
  | { ok: true; inputs: InputsOf<D>; warnings: InputProblem[] }
  | { ok: false; problems: InputProblem[]; warnings: InputProblem[] };

/** Reads every input strictly and reports all problems together. */
export function parseInputs<I extends Inputs, O extends string>(
  definition: Definition<I, O>,
  raw: RawInputs,
): ParsedInputs<Definition<I, O>> {
  const problems: InputProblem[] = [];
  const warnings: InputProblem[] = [];
  const inputs: Record<string, unknown> = {};
  for (const [name, declared] of Object.entries<Input<unknown>>(definition.inputs)) {
    const text = given(name, declared, raw, warnings);
    if (text === undefined) {
      // A default that is an expression comes from the runner; its absence is an absent input.
      if (declared.required || declared.default !== undefined) {
        problems.push({ input: name, message: `is missing: ${declared.description}` });
      }
      continue;
    }
    const { kind } = declared;
    const value = kind.read(kind.fromText ? kind.fromText(text) : text, [], (problem) =>
      problems.push({ input: name, message: describe(problem) }),
    );
    if (value !== undefined) inputs[camelCase(name)] = value;
  }
  if (problems.length) return { ok: false, problems, warnings };
  return { ok: true, inputs: inputs as InputsOf<Definition<I, O>>, warnings };
}

function given(
  name: string,
  declared: Input<unknown>,
  raw: RawInputs,
  warnings: InputProblem[],
): string | undefined {
  const own = raw.get(name.toLowerCase());
  if (own) return own;
  for (const old of declared.deprecated ?? []) {
    const text = raw.get(old.toLowerCase());
    if (!text) continue;
    warnings.push({ input: old, message: `is deprecated: use "${name}"` });
    return text;
  }
  return declared.default !== undefined && !isExpression(declared.default) ? declared.default : undefined;
}

function describe({ path, message }: Problem): string {
  return path.length ? `${showPath(path)}: ${message}` : message;
}

/** The texts of all secret inputs, to be masked before anything is printed; errors included. */
export function secretInputs(definition: Definition, raw: RawInputs): string[] {
  return Object.entries(definition.inputs)
    .filter(([, { kind }]) => kind.secret)
    .flatMap(([name, { kind, deprecated }]) => {
      const texts = [name, ...(deprecated ?? [])].map((known) => raw.get(known.toLowerCase()) ?? '');
      // Of a list or map each entry is a secret of its own.
      return texts.flatMap((text) => [text, ...(kind.fromText ? partsOf(kind.fromText(text)) : [])]);
    })
    .filter((text) => text !== '');
}

function partsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(partsOf) : [];
}
