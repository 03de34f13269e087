import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBlob, answerUpload } from './blobs.ts';
import { answerManifest, answerReferrers, answerTags } from './manifests.ts';
import { Refusal, type Storage } from './storage.ts';

export interface LocalRegistry {
  /** `127.0.0.1:<port>`, the first part of image names. */
  readonly host: string;
  close(): Promise<void>;
}

/**
 * A registry for the demo, where no server is installed: the distribution protocol's pull, push, tags and
 * referrers on 127.0.0.1, kept in a folder. No authentication, no deletion, no mounts (an upload is asked
 * for instead, as the protocol allows). Tests of the client run against a real registry.
 */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  await mkdir(folder, { recursive: true });
  const storage: Storage = { folder, manifests: new Map(), tags: new Map(), uploads: new Map() };
  const server = createServer((request, response) => {
    answer(storage, request, response).catch((error: unknown) => refuse(response, error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const ROUTES = [
  { pattern: /^\/v2\/(.+)\/blobs\/uploads\/([^/]*)$/, answer: answerUpload },
  { pattern: /^\/v2\/(.+)\/blobs\/([^/]+)$/, answer: answerBlob },
  { pattern: /^\/v2\/(.+)\/manifests\/([^/]+)$/, answer: answerManifest },
  { pattern: /^\/v2\/(.+)\/tags\/(list)$/, answer: answerTags },
  { pattern: /^\/v2\/(.+)\/referrers\/([^/]+)$/, answer: answerReferrers },
];

async function answer(storage: Storage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://registry');
  if (url.pathname === '/v2/') {
    response.end('{}');
    return;
  }
  for (const route of ROUTES) {
    const match = route.pattern.exec(url.pathname);
    if (!match) continue;
    const [, repository = '', name = ''] = match;
    return route.answer({ storage, request, response, url, repository, name });
  }
  throw new Refusal(404, 'NAME_UNKNOWN', `nothing is at ${url.pathname}`);
}

function refuse(response: ServerResponse, error: unknown): void {
  const { status, code } = error instanceof Refusal ? error : { status: 500, code: 'UNKNOWN' };
  const message = error instanceof Error ? error.message : String(error);
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ errors: [{ code, message }] }));
}
