import type { CamelCase, Kind, Problem } from '@fairway/schema';

/** One input, declared once. `default` is text as a workflow would write it, or an expression. */
export interface Input<T, Present extends boolean = boolean> {
  readonly kind: Kind<T>;
  readonly description: string;
  readonly required: boolean;
  readonly default?: string;
  /** Former names that still work, with a warning. */
  readonly deprecated?: readonly string[];
  readonly present?: Present;
}

interface Options {
  description: string;
  deprecated?: readonly string[];
}

/**
 * Declares an input. With `required: true` or a `default` the value is always there; otherwise it may be
 * undefined. A default that is an expression (`${{ github.token }}`) is evaluated by the runner.
 */
export function input<T>(
  kind: Kind<T>,
  options: Options & { required: true; default?: string },
): Input<T, true>;
export function input<T>(kind: Kind<T>, options: Options & { default: string }): Input<T, true>;
export function input<T>(kind: Kind<T>, options: Options): Input<T, false>;
export function input<T>(
  kind: Kind<T>,
  options: Options & { required?: boolean; default?: string },
): Input<T> {
  return { kind, required: false, ...options };
}

export type Inputs = Record<string, Input<unknown>>;
type Present<I extends Inputs> = { [K in keyof I]: I[K] extends Input<unknown, true> ? K : never }[keyof I];
type Value<X> = X extends Input<infer T> ? T : never;
type Flat<T> = { [K in keyof T]: T[K] } & {};

/** The camelCase values of an action's inputs. */
export type InputsOf<D> =
  D extends Definition<infer I, string>
    ? Flat<
        { [K in Present<I> & string as CamelCase<K>]: Value<I[K]> } & {
          [K in Exclude<keyof I, Present<I>> & string as CamelCase<K>]?: Value<I[K]>;
        }
      >
    : never;

/** What `run` returns: every declared output as text, in camelCase; undefined becomes an empty output. */
export type OutputsOf<D> =
  D extends Definition<Inputs, infer O> ? { [K in O as CamelCase<K>]: string | undefined } : never;

export interface Definition<I extends Inputs = Inputs, O extends string = string> {
  /** Folder under `actions/` and `dist/`. */
  readonly name: string;
  readonly title: string;
  /** One sentence for the Marketplace and the README. */
  readonly description: string;
  /** A longer explanation and an example for the action's README, in Markdown. */
  readonly details?: string;
  readonly icon: string;
  readonly color: 'white' | 'black' | 'yellow' | 'blue' | 'green' | 'orange' | 'red' | 'purple' | 'gray-dark';
  readonly inputs: I;
  readonly outputs: Record<O, string>;
  /** Whether the action runs a post step (also after cancellation). */
  readonly post?: boolean;
}

/** Checks the declaration itself: a default that its own kind refuses is a mistake of ours. */
export function defineAction<const I extends Inputs, const O extends string>(
  definition: Definition<I, O>,
): Definition<I, O> {
  for (const [name, { kind, default: text }] of Object.entries(definition.inputs)) {
    if (text === undefined || isExpression(text)) continue;
    const problems: Problem[] = [];
    kind.read(kind.fromText ? kind.fromText(text) : text, [name], (problem) => problems.push(problem));
    if (problems[0]) throw new TypeError(`${definition.name}: default of "${name}": ${problems[0].message}`);
  }
  return definition;
}

export function isExpression(text: string): boolean {
  return text.includes('${{');
}
