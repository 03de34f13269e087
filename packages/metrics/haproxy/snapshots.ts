import { createHash } from 'node:crypto';
import { RuntimeSocket } from '@fairway/routers/haproxy/socket';
import { UserError } from '@fairway/runtime/errors';
import { read, type Snapshot, totalsOf, withSnapshot, written } from './counters.ts';
import type { HaproxyConnection } from './kinds.ts';

/** What this process has seen, where HAProxy keeps nothing; by socket and backend. */
const seen = new Map<string, { readonly process: string; readonly snapshots: readonly Snapshot[] }>();
/** One after the other: each reads, and writes what it has read and more. */
const turns = new Map<string, Promise<unknown>>();

/** The totals at both ends of a window. */
export interface Ends {
  /** The first known at `from` or later; undefined: there is none before `to`. */
  readonly first: Snapshot | undefined;
  readonly last: Snapshot;
  /** Why HAProxy itself keeps nothing from one process to the next. */
  readonly forgets?: string;
}

/**
 * HAProxy counts since it started, and a window needs its totals at both ends. So each look leaves a snapshot
 * where the counters are, in a variable of HAProxy's own process (`proc.fairway_...`): the next look finds it,
 * in whatever process, and a reload forgets both together.
 */
export class Snapshots {
  readonly #socket: RuntimeSocket;
  readonly #connection: HaproxyConnection;
  readonly #now: () => number;
  readonly #key: string;

  constructor(connection: HaproxyConnection, now: () => number) {
    const { socket, backend, live, candidate } = connection;
    this.#connection = connection;
    this.#socket = new RuntimeSocket(socket);
    this.#now = now;
    this.#key = [socket, backend, live, candidate].join(' ');
  }

  /** All that ask for the same end of a window get the same totals. */
  async ends(from: number, to: number, signal?: AbortSignal): Promise<Ends> {
    const before = turns.get(this.#key) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(() => this.#ends(from, to, signal));
    turns.set(this.#key, turn);
    return await turn;
  }

  async #ends(from: number, to: number, signal?: AbortSignal): Promise<Ends> {
    const kept = await this.#kept(signal);
    const known = kept.find(({ at }) => at >= to);
    const last = known ?? (await this.#read(kept.at(-1), signal));
    const all = known ? kept : withSnapshot(kept, last);
    const forgets = known ? undefined : await this.#keep(all, signal);
    const first = all.find(({ at }) => at >= from && at < last.at);
    return { first, last, ...(forgets ? { forgets } : {}) };
  }

  async #read(before: Snapshot | undefined, signal?: AbortSignal): Promise<Snapshot> {
    const { backend, live, candidate } = this.#connection;
    const stat = await this.#socket.read(`show stat ${backend} 4 -1`, signal);
    return {
      at: this.#now(),
      live: totalsOf(stat, backend, live, before?.live),
      candidate: totalsOf(stat, backend, candidate, before?.candidate),
    };
  }

  get #variable(): string {
    const { backend, live, candidate } = this.#connection;
    const names = createHash('sha256').update(`${backend} ${live} ${candidate}`).digest('hex');
    return `proc.fairway_${names.slice(0, 16)}`;
  }

  /** What HAProxy keeps; else what this process does, of the same HAProxy. */
  async #kept(signal?: AbortSignal): Promise<readonly Snapshot[]> {
    const text = await this.#socket.read(`get var ${this.#variable}`, signal).catch(refused);
    const [, value] = /value=<([^>]*)>/.exec(text) ?? [];
    if (value !== undefined) return read(value);
    const mine = seen.get(this.#key);
    return mine && mine.process === (await this.#process(signal)) ? mine.snapshots : [];
  }

  /** Why HAProxy does not keep it; then this process does, and no other one finds it. */
  async #keep(snapshots: readonly Snapshot[], signal?: AbortSignal): Promise<string | undefined> {
    const command = `experimental-mode on; set var ${this.#variable} expr str(${written(snapshots)})`;
    // HAProxy says nothing when it has done it.
    const problem = await this.#socket.read(command, signal).catch(refused);
    if (problem === '') seen.delete(this.#key);
    else seen.set(this.#key, { process: await this.#process(signal), snapshots });
    return problem === '' ? undefined : problem.slice(0, 200);
  }

  /** A reload is another process, which counts from 0. */
  async #process(signal?: AbortSignal): Promise<string> {
    const info = await this.#socket.read('show info', signal);
    return /^Pid: (\d+)$/m.exec(info)?.[1] ?? '';
  }
}

/** A refusal in words; anything else is an error. */
function refused(error: unknown): string {
  if (error instanceof UserError) return error.message;
  throw error;
}
