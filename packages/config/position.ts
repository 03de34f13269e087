import type { Path } from '@fairway/schema';
import type { YamlNode } from './yaml.ts';

/** Widest part of a line that is shown; a minified file would fill the screen otherwise. */
const WIDTH = 100;

/** Offset of the key or value that a path names; the nearest node above when it is absent. */
export function locate(root: YamlNode, path: Path, on: 'key' | 'value'): number {
  let node = root;
  let start = root.start;
  for (const [i, part] of path.entries()) {
    const entry = typeof part === 'string' ? node.entries?.get(part) : undefined;
    const next = entry?.node ?? (typeof part === 'number' ? node.items?.[part] : undefined);
    if (!next) return start;
    start = i === path.length - 1 && on === 'key' && entry ? entry.keyStart : anchorOf(next, entry?.keyStart);
    node = next;
  }
  return start;
}

/** What is wrong with a mapping as a whole (a missing key) is shown at the key that opens it. */
function anchorOf(node: YamlNode, keyStart: number | undefined): number {
  return node.entries && keyStart !== undefined ? keyStart : node.start;
}

/** Line and column of an offset, both from 1, columns in UTF-16 units as editors count them. */
export function lineAndColumn(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The source line with a caret below the column. */
export function excerpt(source: string, { line, column }: { line: number; column: number }): string {
  const text = hideKeys((source.split(/\r\n|\r|\n/)[line - 1] ?? '').trimEnd());
  const from = column > WIDTH ? column - Math.floor(WIDTH / 2) : 0;
  const shown = text.slice(from, from + WIDTH);
  // Tabs stay tabs, so that the caret lines up whatever their width is.
  const lead = shown.slice(0, column - 1 - from).replace(/[^\t]/g, ' ');
  const number = String(line);
  return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${lead}^`;
}

/** A private key in the file is a mistake that must not reach the log. The length stays, for the caret. */
const hideKeys = (line: string): string =>
  line.replace(/AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]+/gi, (key) => '*'.repeat(key.length));
