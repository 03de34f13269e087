import { UserError } from '@fairway/runtime/errors';
import type { Language } from '../template.ts';

type Quote = '"' | "'" | '`';

/**
 * PromQL. Inside quotes a value cannot end them; where the quotes hold a regular expression (`=~`, `!~`) it
 * matches itself only. Outside of quotes it may be a part of a name: letters, digits, `_` and `:`.
 */
export const promql: Language = {
  escape(value, before) {
    const { quote, regex } = contextOf(before);
    if (!quote) {
      if (/^[A-Za-z0-9_:]+$/.test(value)) return value;
      throw new UserError(`${JSON.stringify(value)} cannot stand outside of quotes in PromQL`, {
        mend: 'put the name in quotes, as in version="{{ version }}"',
      });
    }
    const literal = regex ? value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&') : value;
    if (quote !== '`') return quoted(literal, quote);
    if (!literal.includes('`')) return literal;
    throw new UserError(`${JSON.stringify(value)} cannot stand in backquotes`, { mend: 'use double quotes' });
  },
  window: (ms) => {
    const whole = Math.max(1, Math.round(ms));
    return whole % 1_000 === 0 ? `${whole / 1_000}s` : `${whole}ms`;
  },
};

function quoted(text: string, quote: Quote): string {
  const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', [quote]: `\\${quote}` };
  return [...text.toWellFormed()].map((sign) => escapes[sign] ?? printable(sign)).join('');
}

function printable(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  // Of ASCII only: above, \x would be a byte of UTF-8 and not a character.
  return code < 0x20 || code === 0x7f ? `\\x${code.toString(16).padStart(2, '0')}` : sign;
}

/** Whether the end of this text stands in quotes, and what they hold. */
function contextOf(text: string): { quote?: Quote; regex: boolean } {
  let quote: Quote | undefined;
  let opened = 0;
  let comment = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (comment) comment = sign !== '\n';
    else if (quote) {
      if (sign === '\\' && quote !== '`') i++;
      else if (sign === quote) quote = undefined;
    } else if (sign === '"' || sign === "'" || sign === '`') {
      quote = sign;
      opened = i;
    } else comment = sign === '#';
  }
  if (!quote) return { regex: false };
  return { quote, regex: /[=!]~\s*$/.test(text.slice(0, opened)) };
}

const SELECTOR =
  /^\s*[a-zA-Z_:][a-zA-Z0-9_:]*\s*(\{([^{}"'`]|"(\\.|[^"\\])*"|'(\\.|[^'\\])*'|`[^`]*`)*\})?\s*$/;

/** Whether it looks back over a time of its own, as in `rate(x[5m])`, whatever the window. */
export const looksBack = (query: string): boolean =>
  /\[\s*\d/.test(query.replace(/"(\\.|[^"\\])*"|'(\\.|[^'\\])*'|`[^`]*`/g, ''));

/** Whether a query is the name of a metric with its labels and no more: then its samples have times of their own. */
export const isSelector = (query: string): boolean =>
  SELECTOR.test(query) && !/^\s*(inf|nan)\s*$/i.test(query);
