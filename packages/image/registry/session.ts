import { RemoteError } from '@fairway/runtime';
import type { RegistryClient } from './client.ts';
import { placeOf, RegistryError } from './failure.ts';
import { mergeScopes, type Scopes, scope } from './scopes.ts';
import type { Response } from './transport.ts';

export type Body = () => AsyncIterable<Uint8Array>;

/** An upload in the registry: where it goes on, and how many bytes are there. */
export class UploadSession {
  readonly #client: RegistryClient;
  readonly #action: string;
  readonly #signal: AbortSignal;
  readonly scopes: Scopes;
  #location: URL;
  /** Bytes the registry has. */
  offset = 0;
  /** Bytes below which the registry takes no chunk but the last. */
  readonly minChunk: number;

  private constructor(client: RegistryClient, response: Response, start: Start) {
    this.#client = client;
    this.#action = start.action;
    this.#signal = start.signal;
    this.scopes = start.scopes;
    this.#location = client.location(response, start.action);
    this.minChunk = Number(response.headers['oci-chunk-min-length'] ?? 0) || 0;
  }

  static async start(client: RegistryClient, start: Start): Promise<UploadSession> {
    const response = await post(client, start, '', [202]);
    return new UploadSession(client, response, start);
  }

  /** Takes the blob over from another repository of the registry; an upload when that did not work. */
  static async mount(client: RegistryClient, start: Start, { digest, from }: Mount) {
    const scopes = mergeScopes(start.scopes, [scope(from, 'pull')]);
    const query = `?${new URLSearchParams({ mount: digest, from })}`;
    const response = await post(client, { ...start, scopes }, query, [201, 202]);
    return response.status === 201 ? undefined : new UploadSession(client, response, start);
  }

  /** Sends `length` bytes that follow those the registry has. */
  async append(body: Body, length: number): Promise<void> {
    const end = this.offset + length;
    const response = await this.#once('PATCH', this.#location, [202], body, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(length),
      'Content-Range': `${this.offset}-${end - 1}`,
    });
    this.#location = this.#client.location(response, this.#action);
    this.offset = received(response) ?? end;
  }

  /** Ends the upload, with the last `length` bytes when there are some. */
  async commit(digest: string, body?: Body, length = 0): Promise<void> {
    const url = new URL(this.#location);
    url.searchParams.set('digest', digest);
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(length),
      ...(length > 0 && this.offset > 0
        ? { 'Content-Range': `${this.offset}-${this.offset + length - 1}` }
        : {}),
    };
    const response = await this.#once('PUT', url, [201, 204], length > 0 ? body : undefined, headers);
    const stored = response.headers['docker-content-digest'];
    if (stored === undefined || stored === digest) return;
    throw new RemoteError(`could not ${this.#action}: the registry stored ${stored}`, {
      where: placeOf(response.url),
      mend: 'what was sent arrived damaged: push again, and check the way to the registry',
    });
  }

  /** Asks how far the registry got. `false`: it knows the upload no more. */
  async resume(): Promise<boolean> {
    const before = this.offset;
    const response = await this.#client.ask({
      method: 'GET',
      url: this.#location,
      scopes: this.scopes,
      action: this.#action,
      signal: this.#signal,
      ok: [204, 202, 404],
    });
    response.body.resume();
    if (response.status === 404) return false;
    if (response.headers.location) this.#location = this.#client.location(response, this.#action);
    this.offset = received(response) ?? before;
    return true;
  }

  /** Best effort: what stays is removed by the registry some day. */
  async abort(): Promise<void> {
    // Also when the run is cancelled, so not with its signal.
    const signal = AbortSignal.timeout(3_000);
    const ask = { url: this.#location, scopes: this.scopes, action: 'end the upload', signal };
    const response = await this.#client
      .once({ ...ask, method: 'DELETE', ok: [200, 202, 204] })
      .catch(() => undefined);
    response?.body.resume();
  }

  /** At the end a registry may read all of it again: a minute, and a second for each 10 MB. */
  #idle(method: 'PUT' | 'PATCH', length: number): { idle?: number } {
    return method === 'PUT' ? { idle: 60_000 + (this.offset + length) / 10_000 } : {};
  }

  async #once(
    method: 'PUT' | 'PATCH',
    url: URL,
    ok: readonly number[],
    body: Body | undefined,
    headers: Record<string, string>,
  ): Promise<Response> {
    const idle = this.#idle(method, Number(headers['Content-Length']));
    const rest = { scopes: this.scopes, action: this.#action, signal: this.#signal, ok, headers, ...idle };
    const response = await this.#client.once({ method, url, ...rest, ...(body ? { body } : {}) });
    response.body.resume();
    return response;
  }
}

interface Start {
  readonly action: string;
  readonly signal: AbortSignal;
  readonly scopes: Scopes;
}

export interface Mount {
  readonly digest: string;
  /** Path of the other repository. */
  readonly from: string;
}

async function post(client: RegistryClient, start: Start, query: string, ok: readonly number[]) {
  const url = `/v2/${client.place.name}/blobs/uploads/${query}`;
  const response = await client.ask({
    ...start,
    method: 'POST',
    url,
    headers: { 'Content-Length': '0' },
    ok,
  });
  response.body.resume();
  return response;
}

/** `Range: 0-99` says 100 bytes; `0-0` is what registries say of none. */
function received({ headers }: Response): number | undefined {
  const end = /^(?:bytes=)?0-(\d+)$/.exec(headers.range ?? '')?.[1];
  return end === undefined ? undefined : end === '0' ? 0 : Number(end) + 1;
}

/** The registry got other bytes than the digest says. */
export const isDamaged = (error: unknown): boolean =>
  error instanceof RegistryError && error.code === 'DIGEST_INVALID';
