import { UserError } from '@fairway/runtime/errors';
import type { Language } from '../template.ts';

/** A part of an address: a value never adds a segment, a parameter or a host of its own. */
export const ADDRESS: Language = {
  escape(value) {
    if (value === '.' || value === '..') throw new UserError(`"${value}" cannot stand in an address`);
    return encodeURIComponent(value.toWellFormed());
  },
};

/** Inside of a text of JSON. */
export const JSON_TEXT: Language = { escape: (value) => JSON.stringify(value).slice(1, -1) };

/** In a JSON path, inside of quotes: `$.versions['{{ version }}'].errors`. */
export const JSON_PATH: Language = {
  escape(value, before) {
    const quote = quoteAt(before);
    if (!quote) {
      throw new UserError(`${JSON.stringify(value)} cannot stand outside of quotes in a JSON path`, {
        mend: "put the name in brackets and quotes, as in $.versions['{{ version }}']",
      });
    }
    const text = JSON.stringify(value).slice(1, -1);
    return quote === '"' ? text : text.replaceAll('\\"', '"').replaceAll("'", "\\'");
  },
};

/** The quote in which the end of this text stands. */
function quoteAt(text: string): string | undefined {
  let quote: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quote && sign === '\\') i++;
    else if (quote) quote = sign === quote ? undefined : quote;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return quote;
}
