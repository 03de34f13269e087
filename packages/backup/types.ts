import type { Readable } from 'node:stream';

/** One table as it was in the snapshot. */
export interface TableContent {
  readonly name: string;
  readonly rows: number;
  /** Hex; the same rows in any order give the same checksum. Keyed, so that it gives nothing away. */
  readonly checksum: string;
}

/** What a snapshot holds; a restored database must hold the same. */
export interface Content {
  /** Bytes of the dump before compression. */
  readonly bytes: number;
  /** Checksum of the definitions of tables, indexes, views and triggers. */
  readonly schema: string;
  readonly tables: readonly TableContent[];
}

/** An open, consistent snapshot. */
export interface Dump {
  /** Milliseconds since 1970: every change before this moment is in the snapshot. */
  readonly startedAt: number;
  /** `SQLite 3.51.0` */
  readonly engineVersion: string;
  readonly content: Content;
  /** The dump's bytes, once. */
  bytes(): Readable;
}

export interface Answer {
  readonly query: string;
  readonly value: number | undefined;
  readonly ok: boolean;
  /** `3, expected at least 1` */
  readonly message: string;
}

/** What a restored copy turned out to be. */
export interface Inspection {
  readonly content: Content;
  readonly answers: readonly Answer[];
  /** Sentences; empty when the copy is sound. */
  readonly problems: readonly string[];
}

/** A database that can be backed up. */
export interface Source {
  /** Words for messages. */
  readonly location: string;
  exists(): Promise<boolean>;
  /**
   * A consistent snapshot while others go on writing. `scratch` is an empty private folder; `key` is for the
   * checksums. Throws UserError when the source is damaged, locked or empty.
   */
  dump(scratch: string, key: Buffer, signal: AbortSignal): Promise<Dump>;
  /** Writes a dump's bytes as a new database file and syncs it. Refuses the source itself. */
  load(bytes: Readable, file: string, signal: AbortSignal): Promise<void>;
  /** Opens the copy and answers one query: the moment it is usable again. */
  firstQuery(file: string): Promise<void>;
  /** Checks a loaded copy; without a key the checksums are not comparable. */
  inspect(file: string, key: Buffer, signal: AbortSignal): Promise<Inspection>;
}

export interface Place {
  /** Where relative paths start; undefined when only absolute ones have a meaning. */
  readonly dataFolder: string | undefined;
}

/** One kind of database. */
export interface Engine<C> {
  readonly type: string;
  open(config: C, place: Place): Source;
  /** The engine's own file without a config: for a restore. */
  readonly anonymous: Source;
}

/** What is known of a backup, as the sidecar `<name>.json`. Everything in it may be public. */
export interface Manifest {
  readonly schema: 1;
  readonly name: string;
  readonly app: string;
  readonly environment: string;
  readonly engine: string;
  readonly engineVersion: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly size: number;
  readonly sha256: string;
  /** Public keys that can read the archive for good. */
  readonly recipients: readonly string[];
  readonly content: Content;
  /** Key of the checksums, encrypted to the same recipients (age, armored). */
  readonly checksumKey: string;
  readonly proof?: Proof;
}

export interface Proof {
  readonly at: string;
  /** `identity`: with the operators' own key. `throw-away`: with a key that existed only during the backup. */
  readonly by: 'identity' | 'throw-away';
  /** Milliseconds from opening the archive to the first answered query. */
  readonly rtoMs: number;
  /** Milliseconds from the snapshot to the end of the proof: what a disaster now would lose. */
  readonly rpoMs: number;
  readonly answers: readonly Answer[];
}

export interface Stored {
  readonly name: string;
  /** Whether the archive bears its good name, which only a proof gives. */
  readonly proven: boolean;
  readonly manifest: Manifest;
}

/** Where archives are kept. A name is that of the archive without `.unproven`. */
export interface Store {
  readonly location: string;
  /** Whole or not at all, as `<name>.unproven`. */
  put(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<{ size: number; sha256: string }>;
  describe(manifest: Manifest): Promise<void>;
  /** Gives an unproven archive its good name. */
  accept(name: string): Promise<void>;
  read(name: string, proven: boolean): Readable;
  /** Newest first; halves and foreign files are not in it. */
  list(): Promise<Stored[]>;
  remove(stored: Stored): Promise<void>;
  /** Removes what killed runs left half-written. */
  tidy(): Promise<void>;
  path(name: string, proven: boolean): string;
}
