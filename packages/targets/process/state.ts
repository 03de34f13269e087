import { UserError } from '@fairway/runtime/errors';
import type { Files } from '@fairway/runtime/files';
import type { Identity } from './identity.ts';
import type { Layout } from './paths.ts';

/** Requests that go to the candidate whatever its weight: those with this header or cookie. */
export type Pin =
  | { readonly header: string; readonly value: string }
  | { readonly cookie: string; readonly value: string };

/** How one release is started and watched. */
export interface Launch {
  readonly id: string;
  readonly digest: string;
  readonly version: string;
  readonly commit: string;
  readonly settings: string;
  /** Program and arguments. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly health: string;
  /** Milliseconds. */
  readonly readyWithin: number;
  readonly drain: number;
}

/** One process of a release. Without `identity` it was about to be started. */
export interface Instance {
  readonly launch: Launch;
  /** In the process's environment as FAIRWAY_INSTANCE, so that a stray is known by it. */
  readonly token: string;
  readonly port: number;
  readonly restarts: number;
  readonly identity?: Identity;
}

/** `state.json`: what the supervisor supervises; read by others when it is dead. Mode 0600. */
export interface State {
  readonly schema: 1;
  /** Secret of the control API. */
  readonly token: string;
  readonly supervisor: Identity;
  readonly port?: number;
  /** Port at which a router outside reaches the candidate: kept from one candidate to the next. */
  readonly sidePort?: number;
  /** Port of 127.0.0.1 with `/metrics` for Prometheus. */
  readonly adminPort: number;
  readonly live?: Instance;
  readonly candidate?: Instance;
  /** Started, not ready yet: gets no traffic, and is ended by the next supervisor. */
  readonly staging?: Instance;
  /** Replaced: finish their requests, then end. */
  readonly ending: readonly Instance[];
  /** Percent of requests that the candidate gets. */
  readonly weight: number;
  /** Absent: none. */
  readonly pins?: readonly Pin[];
  /** Digest of the release before the live one; its folder is kept for a rollback. */
  readonly previous?: string;
}

export interface Seen {
  readonly id: string;
  readonly digest: string;
  readonly version: string;
  readonly commit: string;
  readonly settings: string;
  readonly pid: number | undefined;
  readonly port: number;
  readonly restarts: number;
  readonly inFlight: number;
  readonly healthy: boolean;
  readonly reason?: string;
}

/** Answer of `GET /status`: read from the processes when asked. */
export interface Status {
  readonly pid: number;
  readonly port: number | undefined;
  /** Why nothing listens on the port. */
  readonly portProblem?: string;
  readonly adminPort: number;
  readonly sidePort?: number;
  readonly live?: Seen;
  readonly candidate?: Seen;
  readonly weight: number;
  readonly pins: readonly Pin[];
  readonly previous?: string;
  /** The operation that is under way: `apply 1.2.0 for run 12, since ...`. */
  readonly operation?: string;
}

/** undefined: nothing was deployed here. */
export async function readState(layout: Layout, files: Files): Promise<State | undefined> {
  const text = await files.read(layout.state);
  if (text === undefined) return undefined;
  const mend = "end the environment's processes, remove that file and deploy again";
  let state: { schema?: unknown };
  try {
    state = JSON.parse(text);
  } catch (cause) {
    throw new UserError('the state of the process target is damaged', { where: layout.state, mend, cause });
  }
  if (typeof state !== 'object' || state === null || state.schema !== 1) {
    throw new UserError(`the state of the process target has schema ${state?.schema}; this version knows 1`, {
      where: layout.state,
      mend: 'use the version of Fairway that wrote it, or a newer one',
    });
  }
  return state as State;
}
