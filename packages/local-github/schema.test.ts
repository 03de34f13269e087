import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { Ajv, type AnySchema } from 'ajv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalGitHub, startGitHub } from './index.ts';

/** GitHub's published description, as far as this test reads it. */
interface OpenApi {
  paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
}
interface Response {
  $ref?: string;
  content?: Record<string, { schema: AnySchema }>;
}

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.deref.json');
const published = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const BASE = '/repos/{owner}/{repo}';
const checked: string[] = [];
let github: LocalGitHub;
let sha: string;

beforeAll(async () => {
  github = await startGitHub({ repositories: [{ slug: 'acme/shop' }] });
  sha = (await call('GET', '/commits/{ref}', { ref: 'main' })).sha;
});
afterAll(() => github?.close());

/** Makes the request and checks its answer against the schema of that endpoint and status. */
async function call(
  method: string,
  path: string,
  params: Record<string, unknown> = {},
  status = 200,
  body?: unknown,
) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const response = await fetch(`${github.apiUrl}/repos/acme/shop${filled}`, {
    method,
    headers: { authorization: `Bearer ${github.token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: this is what the schema checks.
  const answer = (await response.json()) as any;
  expect([response.status, answer.message]).toEqual([status, status < 300 ? undefined : answer.message]);
  const endpoint = published.paths[`${BASE}${path}`]?.[method.toLowerCase()];
  const schema = endpoint?.responses[String(status)]?.content?.['application/json']?.schema;
  if (!schema) throw new Error(`GitHub does not document ${method} ${path} with ${status}`);
  const valid = ajv.compile(nullable(schema) as AnySchema);
  expect(valid(answer) || valid.errors, `${method} ${path}`).toBe(true);
  checked.push(`${method} ${path}`);
  return answer;
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema lists the type null. */
function nullable(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(nullable);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable: canBeNull, ...rest } = schema as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, nullable(value)]));
  return canBeNull === true ? { anyOf: [{ type: 'null' }, inner] } : inner;
}

it('deployments and statuses', async () => {
  const deployment = await call('POST', '/deployments', {}, 201, {
    ref: 'main',
    environment: 'dev',
    description: 'x',
  });
  const one = { deployment_id: deployment.id };
  await call('GET', '/deployments/{deployment_id}', one);
  await call('GET', '/deployments');
  const state = { state: 'success', environment_url: 'https://dev.example.com' };
  await call('POST', '/deployments/{deployment_id}/statuses', one, 201, state);
  await call('GET', '/deployments/{deployment_id}/statuses', one);
  await call('POST', '/deployments/{deployment_id}/statuses', one, 422, { state: 'done' });
  const long = { state: 'success', description: 'x'.repeat(141) };
  await call('POST', '/deployments/{deployment_id}/statuses', one, 422, long);
});

it('environments', async () => {
  const name = { environment_name: 'a/b c' };
  await call('PUT', '/environments/{environment_name}', name, 200, { wait_timer: 5 });
  await call('GET', '/environments/{environment_name}', name);
  expect((await call('GET', '/environments')).total_count).toBe(1);
});

it('SARIF uploads', async () => {
  const pack = (log: unknown) => gzipSync(JSON.stringify(log)).toString('base64');
  const upload = { commit_sha: sha, ref: 'refs/heads/main', sarif: pack({ version: '2.1.0', runs: [] }) };
  const { id } = await call('POST', '/code-scanning/sarifs', {}, 202, upload);
  await call('GET', '/code-scanning/sarifs/{sarif_id}', { sarif_id: id });
  for (const sarif of [pack({ version: '2.0.0', runs: [] }), pack({}), 'bm90IGd6aXA=', '%%%', undefined]) {
    const response = await fetch(`${github.apiUrl}/repos/acme/shop/code-scanning/sarifs`, {
      method: 'POST',
      headers: { authorization: `token ${github.token}` },
      body: JSON.stringify({ ...upload, sarif }),
    });
    expect(response.status).toBe(400);
  }
});

it('pull requests of a commit, and the releases that are tagged', async () => {
  expect(await call('GET', '/commits/{commit_sha}/pulls', { commit_sha: sha })).toEqual([]);
  const release = await call('POST', '/releases', {}, 201, { tag_name: 'v1.0.0' });
  await call('PATCH', '/releases/{release_id}', { release_id: release.id }, 200, { body: 'notes' });
});

it('checked every endpoint of ours', () => {
  expect(new Set(checked).size).toBe(14);
});
