import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import {
  entries,
  expressionOf,
  isExpression,
  isInsert,
  isMapping,
  isSequence,
  items,
  literal,
  type Token,
} from '../parser/tokens.ts';

/** A plain value, as it is in JSON. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** What an expression can see. */
export interface Scope {
  contexts: Record<string, Value>;
  functions: FunctionDefinition[];
}

/** Where each may be used is checked when a file is parsed; here every name is known. */
const CONTEXTS = 'github env vars job jobs steps runner secrets strategy matrix needs inputs'.split(' ');

/** Evaluates one expression (the text between `${{` and `}}`). */
export function evaluate(expression: string, scope: Scope): data.ExpressionData {
  const { tokens } = new Lexer(expression).lex();
  for (const token of tokens) {
    // The lexer unescapes only the first '' of a text; GitHub unescapes all.
    if (token.lexeme.startsWith("'")) token.value = token.lexeme.slice(1, -1).replaceAll("''", "'");
  }
  const tree = new Parser(tokens, CONTEXTS, scope.functions).parse();
  const mentioned = expression.toLowerCase();
  const contexts = new data.Dictionary();
  for (const name of CONTEXTS) {
    // A payload can be large: only what the expression names is converted.
    const value = mentioned.includes(name) ? scope.contexts[name] : undefined;
    contexts.add(name, value === undefined ? new data.Dictionary() : toData(value));
  }
  const functions = new Map(scope.functions.map((definition) => [definition.name, definition]));
  return new Evaluator(tree, contexts, functions).evaluate();
}

/** Whether a condition holds, by GitHub's truthiness. */
export function holds(condition: string, scope: Scope): boolean {
  return truthy(evaluate(condition, scope));
}

/** A token with every expression in it evaluated. */
export function resolve(token: Token, scope: Scope): Value {
  if (isExpression(token)) return fromData(evaluate(expressionOf(token), scope));
  if (isSequence(token)) return items(token).map((item) => resolve(item, scope));
  if (!isMapping(token)) return literal(token);
  const result: { [key: string]: Value } = {};
  for (const { key, keyToken, value } of entries(token)) {
    if (isInsert(keyToken)) Object.assign(result, resolve(value, scope));
    else result[isExpression(keyToken) ? resolveText(keyToken, scope) : key] = resolve(value, scope);
  }
  return result;
}

/** A scalar token as text, by GitHub's coercion (null becomes the empty string). */
export function resolveText(token: Token, scope: Scope): string {
  if (isExpression(token)) return evaluate(expressionOf(token), scope).coerceString();
  return toData(resolve(token, scope)).coerceString();
}

/** A mapping whose values are text, such as `env` and `with`. */
export function resolveTexts(token: Token | undefined, scope: Scope): Record<string, string> {
  if (!token) return {};
  if (isExpression(token)) return textsOf(resolve(token, scope));
  const result: Record<string, string> = {};
  for (const { key, keyToken, value } of entries(token)) {
    if (isInsert(keyToken)) Object.assign(result, textsOf(resolve(value, scope)));
    else result[isExpression(keyToken) ? resolveText(keyToken, scope) : key] = resolveText(value, scope);
  }
  return result;
}

function textsOf(value: Value): Record<string, string> {
  const pairs =
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  return Object.fromEntries(pairs.map(([key, item]) => [key, toData(item).coerceString()]));
}

/** A boolean setting such as `continue-on-error`. */
export function resolveBoolean(token: Token | undefined, scope: Scope, what: string): boolean | undefined {
  if (!token) return undefined;
  const value = resolve(token, scope);
  if (typeof value === 'boolean') return value;
  throw new Error(`${what} must be true or false, but it is ${JSON.stringify(value)}`);
}

/** A number setting such as `timeout-minutes`. */
export function resolveNumber(token: Token | undefined, scope: Scope, what: string): number | undefined {
  if (!token) return undefined;
  const value = resolve(token, scope);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new Error(`${what} must be a number, but it is ${JSON.stringify(value)}`);
}

/** Converts a plain value to the evaluator's. */
export function toData(value: Value): data.ExpressionData {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  const pairs = Object.entries(value).map(([key, item]) => ({ key, value: toData(item) }));
  return new data.Dictionary(...pairs);
}

function fromData(value: data.ExpressionData): Value {
  return JSON.parse(JSON.stringify(value, data.replacer)) as Value;
}

function truthy(value: data.ExpressionData): boolean {
  if (value.kind === data.Kind.String) return value.coerceString() !== '';
  if (value.kind === data.Kind.Null) return false;
  if (value.kind === data.Kind.Boolean || value.kind === data.Kind.Number) {
    return value.number() !== 0 && !Number.isNaN(value.number());
  }
  return true;
}
