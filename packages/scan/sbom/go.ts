import { word } from './text.ts';
import type { Cataloger, FileFacts, FoundPackage } from './types.ts';

/** Starts the build info that Go writes into each program; aligned to 16 bytes. */
const MAGIC = Buffer.concat([Buffer.from([0xff]), Buffer.from(' Go buildinf:')]);
const ELF = Buffer.from('\x7fELF', 'latin1');
const ALIGNMENT = 16;
const HEADER = 32;
const FLAGS = 15;
/** Since Go 1.18 the texts follow the header; before that it held pointers. */
const INLINE = 2;
/** The list of modules is framed by 16 bytes on each side. */
const FRAME = 16;
const LIMIT = 8 * 1024 * 1024;

/** Modules that a Go program for Linux was linked from. */
export const goPrograms: Cataloger = {
  name: 'Go programs',
  wants: ({ mode, size }) => (mode & 0o111) !== 0 && size > 100_000,
  async read(content) {
    const info = await findBuildInfo(content);
    return info ? modulesOf(info.go, info.modules) : {};
  },
};

interface BuildInfo {
  /** `go1.22.1`. */
  readonly go: string;
  readonly modules: string;
}

/** Looks at the stream with a window: a program may be large, what is kept is not. */
async function findBuildInfo(content: AsyncIterable<Uint8Array>): Promise<BuildInfo | undefined> {
  let window = Buffer.alloc(0);
  let offset = 0;
  let checked = false;
  for await (const chunk of content) {
    window = window.length ? Buffer.concat([window, chunk]) : Buffer.from(chunk);
    if (!checked && window.length >= ELF.length) {
      if (!window.subarray(0, ELF.length).equals(ELF)) return undefined;
      checked = true;
    }
    for (;;) {
      const at = window.indexOf(MAGIC);
      if (at < 0) {
        const keep = Math.min(window.length, MAGIC.length - 1);
        offset += window.length - keep;
        window = window.subarray(window.length - keep);
        break;
      }
      offset += at;
      window = window.subarray(at);
      const info = offset % ALIGNMENT === 0 ? parse(window) : undefined;
      if (info === 'more') break;
      if (info) return info;
      // Programs that read build info hold the magic as a text of theirs.
      offset += 1;
      window = window.subarray(1);
    }
  }
  return undefined;
}

function parse(bytes: Buffer): BuildInfo | 'more' | undefined {
  if (bytes.length < HEADER) return 'more';
  if (((bytes[FLAGS] ?? 0) & INLINE) === 0) return undefined;
  const go = text(bytes, HEADER);
  if (typeof go !== 'object') return go;
  if (!/^(go\d|devel )/.test(go.value)) return undefined;
  const modules = text(bytes, go.end);
  if (typeof modules !== 'object') return modules;
  return { go: go.value, modules: modules.value.slice(FRAME, -FRAME) };
}

/** A length of 7 bits a byte, then that many bytes. */
function text(bytes: Buffer, start: number): { value: string; end: number } | 'more' | undefined {
  let length = 0;
  for (let i = 0; i < 4; i++) {
    const byte = bytes[start + i];
    if (byte === undefined) return 'more';
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte & 0x80) continue;
    const from = start + i + 1;
    if (length > LIMIT) return undefined;
    if (bytes.length < from + length) return 'more';
    // One byte a character: the frame must keep its length.
    return { value: bytes.toString('latin1', from, from + length), end: from + length };
  }
  return undefined;
}

function modulesOf(go: string, text: string): FileFacts {
  const packages: FoundPackage[] = [];
  let bad = 0;
  const add = (name: string | undefined, version: string | undefined) => {
    const [known, at] = [word(name), word(version)];
    if (known && at) packages.push({ ecosystem: 'golang', name: known, version: at });
    else bad++;
  };
  const standard = /^go(\d\S*)/.exec(go)?.[1];
  if (standard) add('stdlib', standard);
  for (const row of text.split('\n')) {
    const [kind, name, version] = row.split('\t');
    if (kind === 'dep') add(name, version);
    // The line after a replaced module names what took its place; a folder there has no name of its own.
    if (kind === '=>' && version && version !== '(devel)') {
      packages.pop();
      add(name, version);
    }
    // A program built in its own repository has no version: that is `(devel)`.
    if (kind === 'mod' && version && version !== '(devel)') add(name, version);
  }
  return bad ? { packages, problem: `${bad} modules have no proper name and version` } : { packages };
}
