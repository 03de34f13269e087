import { createReadStream } from 'node:fs';
import { UserError } from '@fairway/runtime';
import type { Entry } from './entries.ts';

/**
 * Our own writer of tar (ustar, with pax records where ustar is too small), because the bytes are the
 * digest: no library's update may change them.
 */
export async function* tarOf(entries: readonly Entry[], mtime: number): AsyncGenerator<Uint8Array> {
  for (const entry of entries) {
    yield headerOf(entry, mtime);
    if (entry.type !== 'file') continue;
    let rest = entry.size;
    if (rest > 0) {
      for await (const chunk of createReadStream(entry.source)) {
        rest -= chunk.length;
        if (rest < 0) break;
        yield chunk;
      }
    }
    if (rest !== 0) {
      throw new UserError(`${entry.source} changed while it was read`, {
        mend: 'build when nothing else writes into the context',
      });
    }
    yield Buffer.alloc(padding(entry.size));
  }
  yield Buffer.alloc(1024);
}

const TYPES = { file: '0', link: '2', folder: '5' } as const;
const NAME_LIMIT = 100;
const SIZE_LIMIT = 0o77777777777;

const OWNER_LIMIT = 0o7777777;

interface Fields {
  readonly type: string;
  readonly mode: number;
  readonly size: number;
  readonly mtime: number;
  readonly uid: number;
  readonly gid: number;
}

function headerOf(entry: Entry, time: number): Buffer {
  const name = entry.type === 'folder' ? `${entry.name}/` : entry.name;
  const target = entry.type === 'link' ? entry.target : '';
  const { size, ...fields } = fieldsOf(entry, time);
  const records = [
    fits(name) ? '' : record('path', name),
    fits(target) ? '' : record('linkpath', target),
    size > SIZE_LIMIT ? record('size', String(size)) : '',
    fields.uid > OWNER_LIMIT ? record('uid', String(fields.uid)) : '',
    fields.gid > OWNER_LIMIT ? record('gid', String(fields.gid)) : '',
  ].join('');
  const header = block(name, target, { ...fields, size: size > SIZE_LIMIT ? 0 : size });
  if (records === '') return header;
  const pax = Buffer.from(records);
  return Buffer.concat([
    // A constant name: others put a process id here, and the digest with it.
    block('PaxHeader', '', { type: 'x', mode: 0o644, size: pax.length, mtime: time, uid: 0, gid: 0 }),
    pax,
    Buffer.alloc(padding(pax.length)),
    header,
  ]);
}

/** Owner and group are 0, but for folders of the base. */
function fieldsOf(entry: Entry, time: number): Fields {
  const ours = { type: TYPES[entry.type], size: 0, mtime: time, uid: 0, gid: 0 };
  if (entry.type === 'link') return { ...ours, mode: 0o777 };
  if (entry.type === 'folder') return { ...ours, mode: 0o755, ...entry.attributes };
  return { ...ours, mode: entry.executable ? 0o755 : 0o644, size: entry.size };
}

/** The 512 bytes of a ustar header, without names of owners. */
function block(name: string, target: string, { type, mode, size, mtime, uid, gid }: Fields): Buffer {
  const header = Buffer.alloc(512);
  const owner = (id: number) => octal(id > OWNER_LIMIT ? 0 : id, 7);
  header.write(name.slice(0, NAME_LIMIT), 0, NAME_LIMIT, 'latin1');
  header.write(octal(mode, 7), 100, 'latin1');
  header.write(owner(uid), 108, 'latin1');
  header.write(owner(gid), 116, 'latin1');
  header.write(octal(size, 11), 124, 'latin1');
  header.write(octal(mtime, 11), 136, 'latin1');
  header.write('        ', 148, 'latin1');
  header.write(type, 156, 'latin1');
  header.write(target.slice(0, NAME_LIMIT), 157, NAME_LIMIT, 'latin1');
  header.write('ustar\0', 257, 'latin1');
  header.write('00', 263, 'latin1');
  header.write(octal(0, 7), 329, 'latin1');
  header.write(octal(0, 7), 337, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
  return header;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
const padding = (size: number): number => (512 - (size % 512)) % 512;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant, all of it.
const fits = (text: string): boolean => text.length <= NAME_LIMIT && /^[\x00-\x7f]*$/.test(text);

/** `<length> key=value\n`, where the length counts its own digits. */
function record(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  if (String(length).length > String(rest).length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}
