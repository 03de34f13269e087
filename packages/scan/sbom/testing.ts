import { catalogers, joinFacts } from './inventory.ts';
import type { FileFacts, Inventory } from './types.ts';

/** The inventory of files given by path; `program` files are executable. */
export async function inventoryOf(
  files: Readonly<Record<string, string | Buffer>>,
  chunk = 64 * 1024,
): Promise<Inventory> {
  const facts = new Map<string, FileFacts>();
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const file = { path, size: bytes.length, mode: path.startsWith('usr/bin/') ? 0o755 : 0o644 };
    const found = await catalogers.find((each) => each.wants(file))?.read(chunks(bytes, chunk), file);
    if (found) facts.set(path, found);
  }
  return joinFacts(facts, Object.keys(files).length);
}

async function* chunks(bytes: Buffer, size: number): AsyncIterable<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

export const npm = (name: string, version: string, more: object = {}): string =>
  JSON.stringify({ name, version, ...more });

/** A program as Go 1.18 and later write it, as far as its build info goes. */
export function goProgram(go: string, modules: string, before = 150_016): Buffer {
  const text = (value: Buffer) => Buffer.concat([varint(value.length), value]);
  const frame = Buffer.alloc(16, 0x30);
  const header = Buffer.alloc(32);
  header.write('\xff Go buildinf:', 'latin1');
  header[14] = 8;
  header[15] = 2;
  const program = Buffer.alloc(before, 0x2a);
  program.write('\x7fELF', 'latin1');
  // A text of the program itself, where no build info starts.
  program.write('\xff Go buildinf:', 1_001, 'latin1');
  return Buffer.concat([
    program,
    header,
    text(Buffer.from(go)),
    text(Buffer.concat([frame, Buffer.from(modules), frame])),
    Buffer.alloc(5_000),
  ]);
}

function varint(value: number): Buffer {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

export const SUBJECT = {
  name: 'ghcr.io/acme/storefront',
  repository: 'ghcr.io/acme/storefront',
  digest: `sha256:${'a'.repeat(64)}`,
  platform: 'linux/arm64/v8',
  created: 1_700_000_000,
};
