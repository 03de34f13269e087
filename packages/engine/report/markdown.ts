/**
 * Text from outside inside Markdown: whatever would be markup or HTML becomes a character reference, which no
 * renderer takes for markup. A `|` is left to the table, which escapes it.
 */
export const inert = (text: string): string =>
  text.replace(/[&<>\\`*_[\]~#]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Inside a table's cell or a paragraph, on one line. */
export const line = (text: string): string => inert(text.replace(/\s*\r?\n\s*/g, ' '));
