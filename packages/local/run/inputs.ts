import { resolve, type Scope, type Value } from '../expression/evaluate.ts';
import type { Workflow } from '../parser/model.ts';
import { entries, items, property, text } from '../parser/tokens.ts';

/** An input that a workflow declares. */
export interface DeclaredInput {
  name: string;
  type: string;
  required: boolean;
  default: Value | undefined;
  options: string[];
}

/** The inputs that a workflow declares for an event. */
export function readInputs(
  workflow: Workflow,
  event: 'workflow_dispatch' | 'workflow_call',
  scope: Scope,
): DeclaredInput[] {
  return entries(property(workflow.on.get(event), 'inputs')).map(({ key, value }) => {
    const defaultToken = property(value, 'default');
    return {
      name: key,
      type: text(property(value, 'type')) ?? 'string',
      required: text(property(value, 'required')) === 'true',
      default: defaultToken ? resolve(defaultToken, scope) : undefined,
      options: items(property(value, 'options')).map((option) => text(option) ?? ''),
    };
  });
}

/** The `inputs` context: what was given, checked against the declarations, and defaults for the rest. */
export function coerceInputs(
  declared: DeclaredInput[],
  given: Record<string, Value>,
  what: string,
): Record<string, Value> {
  const names = declared.map((input) => input.name);
  for (const name of Object.keys(given)) {
    if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) {
      const valid = names.length > 0 ? `it has: ${names.join(', ')}` : 'it has none';
      throw new Error(`${what} has no input '${name}'; ${valid}`);
    }
  }
  return Object.fromEntries(declared.map((input) => [input.name, inputValue(input, given, what)]));
}

function inputValue(input: DeclaredInput, given: Record<string, Value>, what: string): Value {
  const key = Object.keys(given).find((name) => name.toLowerCase() === input.name.toLowerCase());
  const value = key === undefined ? undefined : given[key];
  if (value !== undefined && value !== '') return typed(input, value, what);
  if (value === undefined && input.required && input.default === undefined) {
    throw new Error(`${what} requires the input '${input.name}'`);
  }
  if (value === undefined && input.default !== undefined) return typed(input, input.default, what);
  if (input.type === 'boolean') return false;
  if (input.type === 'number') return 0;
  return input.type === 'choice' ? (input.options[0] ?? '') : '';
}

function typed(input: DeclaredInput, value: Value, what: string): Value {
  const wrong = (expected: string) =>
    new Error(`${what}: input '${input.name}' must be ${expected}, but it is ${JSON.stringify(value)}`);
  const lower = String(value).toLowerCase();
  switch (input.type) {
    case 'boolean':
      if (lower === 'true' || lower === 'false') return lower === 'true';
      throw wrong('true or false');
    case 'number':
      if (value !== null && Number.isFinite(Number(value))) return Number(value);
      throw wrong('a number');
    case 'choice':
      if (input.options.includes(String(value))) return String(value);
      throw wrong(`one of ${input.options.join(', ')}`);
    default:
      return String(value ?? '');
  }
}
