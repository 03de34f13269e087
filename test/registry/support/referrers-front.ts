import { createServer, request as forward } from 'node:http';

/**
 * Adds the referrers API to a registry that lacks it: keeps the manifests with a `subject` that are put
 * through it, and lists them in pages. `lag` lists show up only after so many looks.
 */
export async function startReferrersFront(port: number, lag = 0) {
  const entries = new Map<string, object[]>();
  const looks = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const subject = /\/referrers\/(sha256:[0-9a-f]+)$/.exec(url.pathname)?.[1];
    if (subject) {
      const look = (looks.get(subject) ?? 0) + 1;
      looks.set(subject, look);
      const all = look > lag ? (entries.get(subject) ?? []) : [];
      const page = Number(url.searchParams.get('page') ?? 0);
      const next = page + 1 < all.length ? { Link: `<${url.pathname}?page=${page + 1}>; rel="next"` } : {};
      response.writeHead(200, { 'Content-Type': 'application/vnd.oci.image.index.v1+json', ...next });
      return void response.end(JSON.stringify({ schemaVersion: 2, manifests: all.slice(page, page + 1) }));
    }
    const parts: Buffer[] = [];
    request.on('data', (chunk: Buffer) => parts.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const { method, headers } = request;
      const onward = forward({ host: '127.0.0.1', port, method, path: request.url, headers }, (answer) => {
        const extra: Record<string, string> = {};
        if (method === 'PUT' && url.pathname.includes('/manifests/')) {
          const manifest = JSON.parse(body.toString('utf8'));
          if (manifest.subject) {
            const { digest } = manifest.subject;
            const entry = {
              mediaType: manifest.mediaType,
              digest: answer.headers['docker-content-digest'],
              size: body.length,
              artifactType: manifest.artifactType,
              annotations: manifest.annotations,
            };
            entries.set(digest, [...(entries.get(digest) ?? []), entry]);
            extra['oci-subject'] = digest;
          }
        }
        response.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...extra });
        answer.pipe(response);
      });
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  return {
    host: `127.0.0.1:${address.port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
