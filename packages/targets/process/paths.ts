import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** A unix socket's path must fit into 108 bytes, its end included (104 on macOS). */
const LONGEST_SOCKET = 100;

/** Where one environment keeps its files: `<home>/<app>/<environment>/`. */
export interface Layout {
  readonly folder: string;
  /** Written by the supervisor only. */
  readonly state: string;
  readonly lock: string;
  readonly socket: string;
  readonly data: string;
  readonly logs: string;
  readonly revisions: string;
}

export function layoutOf(folder: string): Layout {
  return {
    folder,
    state: join(folder, 'state.json'),
    lock: join(folder, 'supervisor.lock'),
    socket: socketOf(folder),
    data: join(folder, 'data'),
    logs: join(folder, 'logs'),
    revisions: join(folder, 'revisions'),
  };
}

/**
 * In the folder; where that path is too long, in a private folder of the user. Not below TMPDIR: jobs have
 * different ones, and all of them must find the same socket.
 */
function socketOf(folder: string): string {
  const inside = join(folder, 'control.sock');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET) return inside;
  const short = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join('/tmp', `fairway-${userInfo().uid}`, `${short}.sock`);
}

/** What the target calls a release: the first 12 digits of its digest. */
export const revisionId = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12);

/** The revision's folder; `root` in it holds the unpacked image, `record.json` what was unpacked. */
export const revisionFolder = ({ revisions }: Layout, digest: string): string =>
  join(revisions, digest.replace(/^sha256:/, ''));
