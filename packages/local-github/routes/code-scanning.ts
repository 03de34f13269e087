import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { notFound, perRepository, type Route, reply } from './route.ts';

/** Takes SARIF uploads as GitHub does: gzip in base64, version 2.1.0 with runs. Makes no alerts of them. */
export function codeScanningRoutes(): Route[] {
  const stores = perRepository(() => new Map<string, { analyses_url: string }>());
  const path = '/repos/:owner/:repo/code-scanning/sarifs';
  return [
    {
      method: 'POST',
      path,
      async handle({ slug, apiUrl, body, upstream }) {
        const problem = problemOf(body);
        if (problem) return reply(400, { message: `Invalid request: ${problem}` });
        const commit = await upstream('GET', `/repos/${slug}/git/commits/${body.commit_sha}`);
        if (commit.status !== 200) return reply(404, { message: 'commit not found' });
        const id = randomUUID();
        const repository = `${apiUrl}/repos/${slug}`;
        stores(slug).set(id, { analyses_url: `${repository}/code-scanning/analyses?sarif_id=${id}` });
        return reply(202, { id, url: `${repository}/code-scanning/sarifs/${id}` });
      },
    },
    {
      method: 'GET',
      path: `${path}/:id`,
      async handle({ slug, params }) {
        const upload = stores(slug).get(params.id ?? '');
        return upload ? reply(200, { processing_status: 'complete', ...upload, errors: null }) : notFound();
      },
    },
  ];
}

/** The limit is of the compressed upload, in bytes. */
const LIMIT = 10 * 1024 * 1024;

function problemOf(body: Record<string, unknown> | undefined): string | undefined {
  const { commit_sha: commit, ref, sarif } = body ?? {};
  if (typeof commit !== 'string' || !/^[0-9a-f]{40}$/.test(commit)) return 'commit_sha is not a commit id';
  if (typeof ref !== 'string' || !/^refs\/(heads|tags|pull)\/.+$/.test(ref)) return 'ref is not a full ref';
  if (typeof sarif !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(sarif)) return 'sarif is not base64';
  const bytes = Buffer.from(sarif, 'base64');
  if (bytes.length > LIMIT) return 'sarif is larger than 10 MB';
  try {
    const log = JSON.parse(gunzipSync(bytes).toString('utf8'));
    if (log.version !== '2.1.0') return 'the SARIF version is not 2.1.0';
    return Array.isArray(log.runs) ? undefined : 'the SARIF log has no runs';
  } catch (error) {
    return `sarif is not gzip of JSON (${(error as Error).message})`;
  }
}
