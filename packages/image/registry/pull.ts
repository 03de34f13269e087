import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { RemoteError } from '@fairway/runtime';
import type { Descriptor } from '../types.ts';
import type { RegistryClient } from './client.ts';
import { networkFailure, placeOf } from './failure.ts';
import { scope } from './scopes.ts';
import type { Response } from './transport.ts';

type Wanted = Pick<Descriptor, 'digest'> & Partial<Pick<Descriptor, 'size'>>;

/**
 * A blob as a stream; undefined when the repository has none of this digest. A connection that breaks is
 * taken up where it broke. The stream fails with RemoteError at its end (or before) when digest or size
 * differ: use nothing of it before it has ended.
 */
export async function pullBlob(client: RegistryClient, wanted: Wanted): Promise<Readable | undefined> {
  const first = await openBlob(client, wanted.digest, 0);
  if (first.status === 404) {
    first.body.resume();
    return undefined;
  }
  return Readable.from(verified(client, wanted, first), { objectMode: false });
}

async function openBlob(client: RegistryClient, digest: string, offset: number): Promise<Response> {
  const { name } = client.place;
  return await client.ask({
    method: 'GET',
    url: `/v2/${name}/blobs/${digest}`,
    headers: offset > 0 ? { Range: `bytes=${offset}-` } : {},
    scopes: [scope(name, 'pull')],
    action: `pull the blob ${digest}`,
    ok: offset > 0 ? [200, 206] : [200, 404],
  });
}

async function* verified(
  client: RegistryClient,
  { digest, size }: Wanted,
  first: Response,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const expected = size ?? contentLength(first);
  let got = 0;
  for await (const chunk of continued(client, digest, first)) {
    got += chunk.length;
    if (expected !== undefined && got > expected) break;
    hash.update(chunk);
    yield chunk;
  }
  const actual = `sha256:${hash.digest('hex')}`;
  if (actual === digest && (expected === undefined || got === expected)) return;
  const mend = 'a proxy or a mirror may be at fault: pull again, or push the image again';
  const where = placeOf(first.url);
  if (expected !== undefined && got !== expected) {
    const relation = got > expected ? 'more than' : `${got} of`;
    throw new RemoteError(`the blob ${digest} came with ${relation} ${expected} bytes`, { where, mend });
  }
  throw new RemoteError(`the blob ${digest} came with other content: its digest is ${actual}`, {
    where,
    mend,
  });
}

/** The bytes of all connections it takes. */
async function* continued(client: RegistryClient, digest: string, first: Response): AsyncGenerator<Buffer> {
  const patience = client.patience();
  let response = first;
  let got = 0;
  for (;;) {
    // A registry that knows no ranges starts anew: what we have is passed over.
    let skip = response.status === 206 ? 0 : got;
    const before = got;
    try {
      for await (const chunk of response.body as AsyncIterable<Buffer>) {
        const fresh = chunk.subarray(Math.min(skip, chunk.length));
        skip -= chunk.length - fresh.length;
        got += fresh.length;
        if (fresh.length > 0) yield fresh;
      }
      return;
    } catch (error) {
      client.ports.signal.throwIfAborted();
      if (got > before) patience.progress();
      await patience.after(networkFailure(error, `pull the blob ${digest}`, response.url));
      response = await openBlob(client, digest, got);
      const start = /^bytes (\d+)-/.exec(response.headers['content-range'] ?? '')?.[1];
      if (response.status === 206 && Number(start) !== got) {
        throw new RemoteError(`the registry sent another part of the blob ${digest} than asked for`, {
          where: placeOf(response.url),
          mend: 'pull again',
        });
      }
    }
  }
}

function contentLength({ headers }: Response): number | undefined {
  const length = headers['content-length'];
  return length === undefined ? undefined : Number(length);
}
