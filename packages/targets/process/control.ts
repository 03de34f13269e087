import { request } from 'node:http';
import { InternalError, UserError } from '@fairway/runtime/errors';
import type { Files } from '@fairway/runtime/files';
import { isAlive } from './identity.ts';
import type { Layout } from './paths.ts';
import { readState, type State, type Status } from './state.ts';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Milliseconds; the supervisor may hang. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/** The running supervisor of an environment, as seen from another process. */
export class Control {
  readonly state: State;
  readonly #layout: Layout;

  constructor(layout: Layout, state: State) {
    this.#layout = layout;
    this.state = state;
  }

  status(signal?: AbortSignal): Promise<Status> {
    return this.call<Status>({ method: 'GET', path: '/status', timeout: 10_000, signal });
  }

  /** Throws the supervisor's own UserError; SupervisorGone when it does not answer. */
  async call<T>({ method, path, body, timeout, signal }: Call): Promise<T> {
    signal?.throwIfAborted();
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request(
        {
          socketPath: this.#layout.socket,
          method,
          path,
          agent: false,
          headers: { authorization: `Bearer ${this.state.token}`, 'content-type': 'application/json' },
          signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]),
        },
        (response) => {
          let received = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            received += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text: received }));
          response.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body ? JSON.stringify(body) : undefined);
    }).catch((cause: unknown) => {
      if (signal?.aborted) throw signal.reason;
      throw new SupervisorGone(this.#layout, this.state, cause);
    });
    const answer = JSON.parse(text) as { error?: { message: string; where?: string; mend?: string } };
    if (status === 200) return answer as T;
    const { message = text, ...detail } = answer.error ?? {};
    throw status === 409 ? new UserError(message, detail) : new InternalError(message, detail);
  }
}

export class SupervisorGone extends UserError {
  /** It hangs: it has the connection, and does not answer on it. */
  readonly hangs: boolean;

  constructor({ folder }: Layout, { supervisor, port }: State, cause: unknown) {
    const gone = !isAlive(supervisor);
    super(
      gone
        ? `the supervisor (pid ${supervisor.pid}) is gone: nothing serves port ${port ?? '(none)'}`
        : `the supervisor (pid ${supervisor.pid}) does not answer`,
      {
        where: folder,
        mend: gone
          ? 'deploy again: it is started anew and takes over what still runs'
          : `end pid ${supervisor.pid} and deploy again: what it runs is taken over`,
        cause,
      },
    );
    this.hangs = (cause as NodeJS.ErrnoException).code === 'ABORT_ERR';
  }
}

/** undefined: nothing was deployed here. Does not say whether the supervisor lives. */
export async function controlOf(layout: Layout, files: Files): Promise<Control | undefined> {
  const state = await readState(layout, files);
  return state && new Control(layout, state);
}
