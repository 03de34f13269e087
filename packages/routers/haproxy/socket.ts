import { connect, isIPv6 } from 'node:net';
import { RemoteError, UserError } from '@fairway/runtime/errors';
import { refusal } from './refusal.ts';

/** Milliseconds for one connection: the socket is local, or near. */
const ANSWER_WITHIN = 5_000;
/** Characters; `show stat` of thousands of servers stays far below. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

export interface SocketOptions {
  /** Milliseconds until an answer is complete. Default: 5000. */
  readonly timeout?: number;
}

/**
 * HAProxy's runtime API (its "stats socket"). One connection for each call: HAProxy closes it when it has
 * answered. `at`: the path of a unix socket, or `host:port`.
 */
export class RuntimeSocket {
  /** As it was given; for messages. */
  readonly at: string;
  readonly #place: { path: string } | { host: string; port: number };
  readonly #timeout: number;

  constructor(at: string, { timeout = ANSWER_WITHIN }: SocketOptions = {}) {
    this.at = at;
    this.#place = placeOf(at);
    this.#timeout = timeout;
  }

  /**
   * What a command tells, without blank lines around it. Throws UserError for what HAProxy refuses and for
   * a socket that cannot be opened, RemoteError when nothing answers in time; on abort the signal's reason.
   */
  async read(command: string, signal?: AbortSignal): Promise<string> {
    const answer = (await this.#exchange(command, signal)).trim();
    const refused = refusal(answer, command, this.at);
    if (refused) throw refused;
    return answer;
  }

  /**
   * Commands that change something, on one connection. HAProxy says nothing when it has done them; whatever
   * it says that `fine` does not match is a UserError. What was done before the refused one stays done.
   */
  async change(commands: readonly string[], signal?: AbortSignal, fine?: RegExp): Promise<void> {
    if (commands.length === 0) return;
    const answer = await this.#exchange(commands.join(';'), signal);
    for (const line of answer.split('\n').map((text) => text.trim())) {
      if (line === '' || fine?.test(line)) continue;
      throw refusal(answer.trim(), commands.join('; '), this.at) ?? unforeseen(line, commands, this.at);
    }
  }

  #exchange(commands: string, signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted();
    if (/[\r\n\0]/.test(commands)) throw new UserError('a command of HAProxy cannot hold a line break');
    const limit = AbortSignal.timeout(this.#timeout);
    return new Promise((resolve, reject) => {
      const socket = connect(this.#place);
      let received = '';
      const give = (error: unknown) => {
        socket.destroy();
        reject(error);
      };
      const late = () => give(silent(this.at, `it did not answer within ${this.#timeout / 1_000}s`));
      const stop = () => give(signal?.reason);
      limit.addEventListener('abort', late);
      signal?.addEventListener('abort', stop, { once: true });
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        received += chunk;
        if (received.length > LARGEST_ANSWER) give(silent(this.at, 'its answer is too long'));
      });
      socket.on('error', (error: NodeJS.ErrnoException) => give(unreachable(this.at, error)));
      socket.on('end', () => {
        // A command that is done always leaves at least an empty line.
        if (received === '') give(silent(this.at, 'it closed the connection without an answer'));
        else if (!received.endsWith('\n')) give(silent(this.at, 'its answer broke off'));
        else resolve(received);
      });
      socket.on('close', () => {
        limit.removeEventListener('abort', late);
        signal?.removeEventListener('abort', stop);
      });
      socket.write(`${commands}\n`);
    });
  }
}

/** One word of a command: nothing in it ends the word or the command, or announces a payload. */
export const word = (text: string): string => text.replace(/[\\; \t#"'<]/g, (sign) => `\\${sign}`);

function placeOf(at: string): { path: string } | { host: string; port: number } {
  if (at.startsWith('/') || at.startsWith('./') || at.startsWith('../')) return { path: at };
  const [, host = '', port = ''] = /^\[?([^[\]/\s]+?)\]?:(\d{1,5})$/.exec(at) ?? [];
  const plain = !host.includes(':') || isIPv6(host);
  if (host && plain && Number(port) >= 1 && Number(port) <= 65_535) return { host, port: Number(port) };
  throw new UserError(`"${at}" is no socket of HAProxy`, {
    mend: 'give the path of its `stats socket`, such as /run/haproxy/admin.sock, or host:port',
  });
}

const silent = (at: string, why: string): RemoteError =>
  new RemoteError(`HAProxy gave no answer: ${why}`, {
    where: at,
    mend: 'see whether HAProxy runs and is not overloaded',
    retryable: true,
  });

/** Why a connection failed. A path that is wrong or closed to us is the user's; the rest may pass. */
function unreachable(at: string, cause: NodeJS.ErrnoException): UserError | RemoteError {
  const detail = { where: at, cause };
  if (cause.code === 'EACCES' || cause.code === 'EPERM') {
    return new UserError('permission denied on the socket of HAProxy', {
      ...detail,
      mend: 'let the job run as a user or group that may write there: `stats socket ... user ... group ... mode 660`',
    });
  }
  if (cause.code === 'ENOENT' || cause.code === 'ENOTSOCK') {
    return new UserError(`there is no socket of HAProxy (${cause.code})`, {
      ...detail,
      mend: 'add `stats socket <path> level admin` to the global section of haproxy.cfg, or correct the path',
    });
  }
  return new RemoteError(`HAProxy cannot be reached: ${cause.message}`, {
    ...detail,
    mend: 'see whether HAProxy runs, and what the address of its `stats socket` is',
    retryable: true,
  });
}

const unforeseen = (line: string, commands: readonly string[], at: string): UserError =>
  new UserError(`HAProxy did not do "${commands.join('; ')}": ${line}`, {
    where: at,
    mend: 'read what HAProxy says, and correct haproxy.cfg or the names in fairway.yml',
  });
