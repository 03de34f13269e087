import { RemoteError, UserError } from '@fairway/runtime';
import type { RegistryClient } from './client.ts';
import { RegistryError } from './failure.ts';
import { scope } from './scopes.ts';
import { isDamaged, UploadSession } from './session.ts';
import { type BlobSource, Cursor } from './source.ts';

export interface PushOptions {
  /** Another repository of this registry that has the blob: nothing is sent then. */
  readonly mountFrom?: string;
  /** Bytes in one request; a blob up to this size goes in one. Default 64 MiB. */
  readonly chunkSize?: number;
  readonly signal?: AbortSignal;
}

/** How the blob came into the registry. */
export type Pushed = 'existed' | 'mounted' | 'sent';

export const CHUNK_SIZE = 64 * 1024 * 1024;

/** Whether the repository has the blob. */
export async function hasBlob(client: RegistryClient, digest: string, push = false): Promise<boolean> {
  const { name } = client.place;
  const response = await client.ask({
    method: 'HEAD',
    url: `/v2/${name}/blobs/${digest}`,
    scopes: [push ? scope(name, 'pull', 'push') : scope(name, 'pull')],
    action: `look for the blob ${digest}`,
    ok: [200, 404],
  });
  response.body.resume();
  return response.status === 200;
}

/** Brings a blob into the repository, resuming after faults. Throws UserError and RemoteError. */
export async function pushBlob(
  client: RegistryClient,
  source: BlobSource,
  options: PushOptions = {},
): Promise<Pushed> {
  if (await hasBlob(client, source.digest, true)) return 'existed';
  const upload = new Upload(client, source, options);
  return await upload.run();
}

class Upload {
  readonly #client: RegistryClient;
  readonly #source: BlobSource;
  readonly #options: PushOptions;
  readonly #cursor: Cursor;
  readonly #signal: AbortSignal;
  #session: UploadSession | undefined;
  #sentAgain = false;

  constructor(client: RegistryClient, source: BlobSource, options: PushOptions) {
    this.#client = client;
    this.#source = source;
    this.#options = options;
    this.#cursor = new Cursor(source);
    this.#signal = options.signal
      ? AbortSignal.any([options.signal, client.ports.signal])
      : client.ports.signal;
  }

  async run(): Promise<Pushed> {
    const { mountFrom } = this.#options;
    if (mountFrom) {
      this.#session = await this.#mount(mountFrom);
      if (!this.#session) return 'mounted';
    }
    const patience = this.#client.patience(this.#signal);
    try {
      for (;;) {
        try {
          this.#session ??= await UploadSession.start(this.#client, this.#start());
          await this.#send(this.#session, () => patience.progress());
          return 'sent';
        } catch (error) {
          if (isDamaged(error)) await this.#again(error);
          else {
            await patience.after(error);
            if (await this.#resume(error)) return 'sent';
          }
        }
      }
    } catch (error) {
      await this.#session?.abort();
      throw error;
    } finally {
      await this.#cursor.close();
    }
  }

  /** Without the right to read the other repository the blob is sent as any other. */
  async #mount(from: string): Promise<UploadSession | undefined> {
    const mount = { digest: this.#source.digest, from };
    return await UploadSession.mount(this.#client, this.#start(), mount).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      return UploadSession.start(this.#client, this.#start());
    });
  }

  #start() {
    return {
      action: `push the blob ${this.#source.digest}`,
      scopes: [scope(this.#client.place.name, 'pull', 'push')],
      signal: this.#signal,
    };
  }

  async #send(session: UploadSession, progress: () => void): Promise<void> {
    const { digest, size } = this.#source;
    const chunk = Math.max(this.#options.chunkSize ?? CHUNK_SIZE, session.minChunk);
    const part = (length: number) => {
      const { offset } = session;
      return () => this.#cursor.take(offset, length);
    };
    if (session.offset === 0 && size <= chunk) return await session.commit(digest, part(size), size);
    while (session.offset < size) {
      const before = session.offset;
      const length = Math.min(chunk, size - before);
      await session.append(part(length), length);
      if (session.offset > before) progress();
      else throw stuck(digest, before);
    }
    await session.commit(digest);
  }

  /** Returns true when the registry has it all after all: the answer got lost, not the bytes. */
  async #resume(error: unknown): Promise<boolean> {
    const session = this.#session;
    if (!session) return false;
    const before = session.offset;
    const known = await session.resume();
    if (!known && (await hasBlob(this.#client, this.#source.digest, true))) return true;
    const lost = error instanceof RegistryError && error.status === 416 && session.offset === before;
    if (!known || lost || session.offset > this.#source.size) {
      if (known) await session.abort();
      this.#session = undefined;
    }
    return false;
  }

  /** A damaged line, or a registry that puts a resumed upload together wrongly: once more from the start. */
  async #again(error: unknown): Promise<void> {
    if (this.#sentAgain) throw error;
    this.#sentAgain = true;
    await this.#session?.abort();
    this.#session = undefined;
  }
}

function stuck(digest: string, offset: number): RemoteError {
  return new RemoteError(`the registry does not take the blob ${digest} past byte ${offset}`, {
    mend: 'see the log of the registry',
    retryable: true,
  });
}
