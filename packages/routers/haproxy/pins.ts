import { UserError } from '@fairway/runtime/errors';
import type { Pin } from '../types.ts';
import { type RuntimeSocket, word } from './socket.ts';

/** A file that haproxy.cfg matches a header or a cookie against. */
interface PinFile {
  readonly path: string;
  readonly kind: 'header' | 'cookie';
  readonly name: string;
}

/** `shop-header-x-canary.acl`, in any folder: by this name the line of haproxy.cfg is found. */
const nameOf = (backend: string, pin: Pin): string =>
  'header' in pin
    ? `${backend}-header-${pin.header.toLowerCase()}.acl`
    : `${backend}-cookie-${pin.cookie}.acl`;

/** Makes these the backend's pins, and reads back that they are. */
export async function writePins(
  socket: RuntimeSocket,
  backend: string,
  pins: readonly Pin[],
  signal: AbortSignal,
): Promise<void> {
  const files = await pinFiles(socket, backend, signal);
  refuseMissing(files, backend, pins, socket.at);
  for (const file of files) {
    const wanted = new Set(
      pins.filter((pin) => file.path.endsWith(nameOf(backend, pin))).map(({ value }) => value),
    );
    const held = new Set(await valuesIn(socket, file, signal));
    const path = word(file.path);
    await socket.change(
      [
        ...[...wanted].filter((value) => !held.has(value)).map((value) => `add acl ${path} ${word(value)}`),
        ...[...held].filter((value) => !wanted.has(value)).map((value) => `del acl ${path} ${word(value)}`),
      ],
      signal,
    );
    const now = new Set(await valuesIn(socket, file, signal));
    if (now.size === wanted.size && [...wanted].every((value) => now.has(value))) continue;
    throw new UserError(`HAProxy holds other pins in ${file.path} than it was given`, {
      where: socket.at,
      mend: 'see who else changes them at this moment, and run this again',
    });
  }
}

/** What the backend's files hold; names of headers in lower case. */
export async function readPins(
  socket: RuntimeSocket,
  backend: string,
  signal?: AbortSignal,
): Promise<readonly Pin[]> {
  const pins: Pin[] = [];
  for (const file of await pinFiles(socket, backend, signal)) {
    for (const value of new Set(await valuesIn(socket, file, signal))) {
      pins.push(file.kind === 'header' ? { header: file.name, value } : { cookie: file.name, value });
    }
  }
  return pins;
}

async function pinFiles(socket: RuntimeSocket, backend: string, signal?: AbortSignal): Promise<PinFile[]> {
  const listed = await socket.read('show acl', signal);
  const files = new Map<string, PinFile>();
  for (const line of listed.split('\n')) {
    // `3 (/etc/haproxy/pins/shop-header-x-canary.acl) pattern loaded from file ...`
    const path = /^\d+ \((.+?)\) /.exec(line)?.[1];
    const base = path?.split(/[/@]/).at(-1);
    if (!path || !base?.startsWith(`${backend}-`)) continue;
    const [, kind, name] = /^(header|cookie)-(.+)\.acl$/.exec(base.slice(backend.length + 1)) ?? [];
    if (name && (kind === 'header' || kind === 'cookie')) files.set(path, { path, kind, name });
  }
  return [...files.values()];
}

async function valuesIn(socket: RuntimeSocket, file: PinFile, signal?: AbortSignal): Promise<string[]> {
  const answer = await socket.read(`show acl ${word(file.path)}`, signal);
  return answer
    .split('\n')
    .map((line) => /^0x[0-9a-f]+ (.*)$/.exec(line)?.[1])
    .filter((value) => value !== undefined);
}

function refuseMissing(files: readonly PinFile[], backend: string, pins: readonly Pin[], at: string): void {
  const missing = pins.filter((pin) => !files.some(({ path }) => path.endsWith(nameOf(backend, pin))));
  if (missing.length === 0) return;
  const shown = missing.map((pin) => ('header' in pin ? `header ${pin.header}` : `cookie ${pin.cookie}`));
  const lines = missing.map((pin) => {
    const fetch = 'header' in pin ? `req.fhdr(${pin.header.toLowerCase()})` : `req.cook(${pin.cookie})`;
    return `use-server <candidate> if { ${fetch} -m str -f <folder>/${nameOf(backend, pin)} }`;
  });
  throw new UserError(
    `HAProxy cannot pin by ${[...new Set(shown)].join(', ')}: haproxy.cfg does not ask for it`,
    {
      where: at,
      mend: `make the empty file, add to backend ${backend} the line \`${[...new Set(lines)].join('` and `')}\`, and reload`,
    },
  );
}
