import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';

/** A node of a parsed file: a scalar, an expression, a list or a mapping, with its place. */
export type Token = TemplateToken;

/** The names that GitHub's parser gives to the kinds of token. */
const STRING = 0;
const SEQUENCE = 1;
const MAPPING = 2;
const EXPRESSION = 3;
const INSERT = 4;
const BOOLEAN = 5;
const NUMBER = 6;
const NULL = 7;

export interface Entry {
  key: string;
  keyToken: Token;
  value: Token;
}

export function isMapping(token: Token | undefined): token is Token {
  return token?.templateTokenType === MAPPING;
}

export function isSequence(token: Token | undefined): token is Token {
  return token?.templateTokenType === SEQUENCE;
}

export function isExpression(token: Token): boolean {
  return token.templateTokenType === EXPRESSION;
}

export function isInsert(token: Token): boolean {
  return token.templateTokenType === INSERT;
}

/** The key and value pairs of a mapping; none for anything else. */
export function entries(token: Token | undefined): Entry[] {
  if (!isMapping(token)) return [];
  const mapping = token.assertMapping('mapping');
  return Array.from({ length: mapping.count }, (_, index) => {
    const { key, value } = mapping.get(index);
    return { key: key.toString(), keyToken: key, value };
  });
}

/** The items of a sequence; none for anything else. */
export function items(token: Token | undefined): Token[] {
  if (!isSequence(token)) return [];
  const sequence = token.assertSequence('sequence');
  return Array.from({ length: sequence.count }, (_, index) => sequence.get(index));
}

/** The value of a key of a mapping. */
export function property(token: Token | undefined, key: string): Token | undefined {
  return entries(token).find((entry) => entry.key === key)?.value;
}

/** The text of an expression token, without its `${{ }}`. */
export function expressionOf(token: Token): string {
  return (token as unknown as { expression: string }).expression;
}

/** The value of a literal scalar. */
export function literal(token: Token): string | number | boolean | null {
  switch (token.templateTokenType) {
    case STRING:
    case BOOLEAN:
    case NUMBER:
      return (token as unknown as { value: string | number | boolean }).value;
    case NULL:
      return null;
    default:
      throw new Error(`expected a plain value, found ${token.typeName()}`);
  }
}

/** A literal scalar as text, or undefined where there is none (absent, null or an expression). */
export function text(token: Token | undefined): string | undefined {
  if (!token || isExpression(token) || isMapping(token) || isSequence(token)) return undefined;
  const value = literal(token);
  return value === null ? undefined : String(value);
}
