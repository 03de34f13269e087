import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalGitHub, startGitHub } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'fairway-github-'));
const git = (...args: string[]) =>
  execFileSync(
    'git',
    [
      '-C',
      folder,
      '-c',
      'user.name=Ann',
      '-c',
      'user.email=ann@example.com',
      '-c',
      'commit.gpgsign=false',
      ...args,
    ],
    {
      encoding: 'utf8',
    },
  ).trim();
let github: LocalGitHub;

const api = async (method: string, path: string, body?: unknown, token = github.token) => {
  const response = await fetch(`${github.apiUrl}/repos/acme/shop${path}`, {
    method,
    headers: { authorization: `token ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
};

beforeAll(async () => {
  git('init', '-q', '-b', 'trunk');
  writeFileSync(join(folder, 'a.txt'), 'one\n');
  writeFileSync(join(folder, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
  git('add', '.');
  git('commit', '-q', '-m', 'feat: one\n\nbody with ünïcode', '--date', '2026-01-02T03:04:05+0530');
  git('tag', '-a', 'v1.0.0', '-m', 'first');
  writeFileSync(join(folder, 'a.txt'), 'two\n');
  git('commit', '-q', '-am', 'fix: two');
  github = await startGitHub({ repositories: [{ slug: 'acme/shop', folder }, { slug: 'acme/ops' }] });
});

afterAll(async () => {
  await github?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('local GitHub', () => {
  it('has the commits, branches and tags of the folder, by the same ids', async () => {
    const head = git('rev-parse', 'HEAD');
    expect((await api('GET', '/commits/trunk')).body.sha).toBe(head);
    expect((await api('GET', '/git/ref/heads/trunk')).body.object.sha).toBe(head);
    const { object } = (await api('GET', '/git/ref/tags/v1.0.0')).body;
    const tag = (await api('GET', `/git/tags/${object.sha}`)).body;
    expect(tag).toMatchObject({ tag: 'v1.0.0', object: { sha: git('rev-parse', 'v1.0.0^{commit}') } });
    expect((await api('GET', '')).body.default_branch).toBe('trunk');
    const compared = (await api('GET', '/compare/v1.0.0...trunk')).body;
    expect(compared.commits.map((one: { sha: string }) => one.sha)).toEqual([head]);
  });

  it('takes what is new in the folder when told', async () => {
    git('commit', '-q', '--allow-empty', '-m', 'chore: three');
    git('tag', 'light');
    await github.sync('acme/shop');
    expect((await api('GET', '/commits/trunk')).body.sha).toBe(git('rev-parse', 'HEAD'));
    expect((await api('GET', '/git/ref/tags/light')).status).toBe(200);
  });

  it('keeps to the rules of refs', async () => {
    const [head, parent] = [git('rev-parse', 'HEAD'), git('rev-parse', 'HEAD~1')];
    const ref = 'refs/test/rules';
    expect((await api('POST', '/git/refs', { ref, sha: head })).status).toBe(201);
    const again = await api('POST', '/git/refs', { ref, sha: head });
    expect([again.status, again.body.message]).toEqual([422, 'Reference already exists']);
    const back = await api('PATCH', '/git/refs/test/rules', { sha: parent, force: false });
    expect([back.status, back.body.message]).toEqual([422, 'Update is not a fast-forward']);
  });

  it('refuses another token and a repository that is not there', async () => {
    expect((await api('GET', '', undefined, 'wrong')).status).toBe(401);
    expect((await api('GET', '/../nothing/deployments')).status).toBe(404);
  });

  it('tags what a release publishes', async () => {
    const head = git('rev-parse', 'HEAD');
    const release = await api('POST', '/releases', { tag_name: 'v2.0.0', target_commitish: 'trunk' });
    expect(release.status).toBe(201);
    expect((await api('GET', '/git/ref/tags/v2.0.0')).body.object.sha).toBe(head);
    expect((await api('GET', '/releases/latest')).body.tag_name).toBe('v2.0.0');
    const draft = await api('POST', '/releases', { tag_name: 'v3.0.0', draft: true });
    expect((await api('GET', '/git/ref/tags/v3.0.0')).status).toBe(404);
    await api('PATCH', `/releases/${draft.body.id}`, { draft: false });
    expect((await api('GET', '/git/ref/tags/v3.0.0')).status).toBe(200);
  });

  it('records requests and injects faults', async () => {
    const end = github.fault({
      method: 'GET',
      path: '/branches',
      skip: 1,
      times: 1,
      status: 429,
      headers: { 'retry-after': '1' },
    });
    expect((await api('GET', '/branches')).status).toBe(200);
    expect((await api('GET', '/branches')).status).toBe(429);
    expect((await api('GET', '/branches')).status).toBe(200);
    end();
    github.fault({ method: 'POST', path: '/git/refs', reset: 'after' });
    const sha = git('rev-parse', 'HEAD');
    await expect(api('POST', '/git/refs', { ref: 'refs/test/after', sha })).rejects.toThrow();
    expect((await api('GET', '/git/ref/test/after')).status).toBe(200);
    github.fault({ method: 'POST', path: '/git/refs', reset: 'before' });
    await expect(api('POST', '/git/refs', { ref: 'refs/test/before', sha })).rejects.toThrow();
    expect((await api('GET', '/git/ref/test/before')).status).toBe(404);
    const path = '/repos/acme/shop/git/ref/test/before';
    expect(github.requests().at(-1)).toEqual({ method: 'GET', path, status: 404 });
  });

  it('refuses commits whose ids cannot be kept', async () => {
    const raw = git('cat-file', 'commit', 'HEAD').replace('\n\n', '\nencoding latin1\n\n');
    const id = execFileSync('git', ['-C', folder, 'hash-object', '-t', 'commit', '-w', '--stdin'], {
      input: raw,
      encoding: 'utf8',
    });
    git('branch', 'odd', id.trim());
    await expect(github.sync('acme/shop')).rejects.toThrow(/header "encoding"/);
    git('branch', '-D', 'odd');
  });
});
