import type { FileFacts } from './types.ts';

const TEXT = /^[^\s\p{Cc}]{1,300}$/u;

/** A name or version: one word. undefined for anything else. */
export const word = (value: unknown): string | undefined =>
  typeof value === 'string' && TEXT.test(value) ? value : undefined;

/** A line of free text, such as a license. */
export function line(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return text === '' || text.length > 300 ? undefined : text;
}

/** The whole file when it has at most this many bytes. */
export async function wholeFile(
  content: AsyncIterable<Uint8Array>,
  size: number,
  limit: number,
): Promise<{ text: string } | { facts: FileFacts }> {
  if (size > limit) return { facts: { problem: `has ${size} bytes; at most ${limit} are read` } };
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return { text: Buffer.concat(chunks).toString('utf8') };
}

/** `Key: value` blocks apart by empty lines, as in dpkg, apk and email headers. Continued lines are dropped. */
export function* stanzas(text: string): Generator<ReadonlyMap<string, string>> {
  let fields = new Map<string, string>();
  for (const row of text.split(/\r?\n/)) {
    if (row === '') {
      if (fields.size) yield fields;
      fields = new Map();
      continue;
    }
    const colon = row.indexOf(':');
    if (colon > 0 && !/^\s/.test(row)) fields.set(row.slice(0, colon), row.slice(colon + 1).trim());
  }
  if (fields.size) yield fields;
}
