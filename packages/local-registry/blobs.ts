import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { blobPath, type Exchange, Refusal, type Storage } from './storage.ts';

export async function answerBlob({ storage, request, response, name }: Exchange): Promise<void> {
  const path = blobPath(storage, name);
  const { size } = await stat(path).catch(() => {
    throw new Refusal(404, 'BLOB_UNKNOWN', `no blob ${name}`);
  });
  response.writeHead(200, { 'content-length': size, 'docker-content-digest': name });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
}

/** POST begins an upload, PATCH adds a chunk, PUT ends it, GET tells how far it is, DELETE gives up. */
export async function answerUpload(exchange: Exchange): Promise<void> {
  const { storage, request, response, url, repository } = exchange;
  const id = exchange.name || randomUUID();
  const path = join(storage.folder, `upload-${id}`);
  if (request.method === 'POST') storage.uploads.set(id, 0);
  const before = storage.uploads.get(id);
  if (before === undefined) throw new Refusal(404, 'BLOB_UPLOAD_UNKNOWN', `no upload ${id}`);
  if (request.method === 'DELETE') {
    await forget(storage, id, path);
    response.writeHead(204).end();
    return;
  }
  if (request.method === 'PATCH' || request.method === 'PUT') await receive(exchange, id, path, before);
  const digest = url.searchParams.get('digest');
  if (request.method === 'PUT') {
    await keep(storage, id, path, digest ?? '');
    response.writeHead(201, {
      location: `/v2/${repository}/blobs/${digest}`,
      'docker-content-digest': digest ?? '',
    });
  } else {
    const end = Math.max(0, (storage.uploads.get(id) ?? 0) - 1);
    const status = request.method === 'GET' ? 204 : 202;
    response.writeHead(status, { location: `/v2/${repository}/blobs/uploads/${id}`, range: `0-${end}` });
  }
  response.end();
}

async function receive(
  { storage, request }: Exchange,
  id: string,
  path: string,
  before: number,
): Promise<void> {
  const start = /^(\d+)-/.exec(request.headers['content-range'] ?? '')?.[1];
  if (start !== undefined && Number(start) !== before) {
    throw new Refusal(416, 'BLOB_UPLOAD_INVALID', `the upload is at ${before}, not at ${start}`);
  }
  await pipeline(request, createWriteStream(path, { flags: 'a' }));
  storage.uploads.set(id, (await stat(path)).size);
}

async function keep(storage: Storage, id: string, path: string, digest: string): Promise<void> {
  const final = blobPath(storage, digest);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (`sha256:${hash.digest('hex')}` !== digest) {
    await forget(storage, id, path);
    throw new Refusal(400, 'DIGEST_INVALID', `what was uploaded is not ${digest}`);
  }
  await rename(path, final);
  storage.uploads.delete(id);
}

async function forget(storage: Storage, id: string, path: string): Promise<void> {
  storage.uploads.delete(id);
  await rm(path, { force: true });
}
