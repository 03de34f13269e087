import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalGitHub, startGitHub } from '@fairway/local-github';
import {
  connectGitHub,
  context,
  describeError,
  memoryLog,
  Summary,
  systemClock,
  systemExec,
  systemFiles,
  systemHttp,
} from '@fairway/runtime';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeRepository, type Repository } from '../../../test/support/repository.ts';
import { run } from './run.ts';

const CONFIG = 'version: 1\napp: shop\nenvironments: { dev: { target: { process: { port: 8081 } } } }\n';

function shop(): Repository {
  const repo = makeRepository();
  writeFileSync(join(repo.folder, 'fairway.yml'), CONFIG);
  repo.git('add', '.');
  repo.commit('feat: start');
  return repo;
}

interface Given {
  version?: string;
  revision?: string;
  dryRun?: boolean;
  draft?: boolean;
}

function notesIn(folder: string, hub?: { github: LocalGitHub; slug: string }) {
  const log = memoryLog();
  const http = systemHttp(systemClock);
  const [owner = '', repo = ''] = hub?.slug.split('/') ?? [];
  const url = hub ? { GITHUB_API_URL: hub.github.apiUrl, GITHUB_SERVER_URL: hub.github.serverUrl } : {};
  const ports = {
    context: context({ GITHUB_WORKSPACE: folder, GITHUB_ACTOR: 'ada', GITHUB_REPOSITORY: hub?.slug, ...url }),
    exec: systemExec,
    clock: systemClock,
    files: systemFiles,
    log,
    summary: new Summary(),
    github: (token: string) =>
      hub && connectGitHub({ apiUrl: hub.github.apiUrl, token, http, repository: { owner, repo } }),
  };
  const notes = (inputs: Given = {}) =>
    run({ revision: 'HEAD', token: hub?.github.token ?? 't', dryRun: false, draft: false, ...inputs }, ports);
  return { notes, log };
}

const told = async (promise: Promise<unknown>) =>
  describeError(
    await promise.then(
      () => 'no error',
      (error: unknown) => error,
    ),
  ).text;

describe('with git alone', () => {
  it('makes an annotated tag once, and says where the notes are', async () => {
    const repo = shop();
    const { notes, log } = notesIn(repo.folder);
    const first = await notes();
    expect(first).toMatchObject({ version: '0.1.0', tag: 'v0.1.0', created: 'true', releaseUrl: '' });
    expect(first.notes).toContain('### Features');
    expect(repo.git('cat-file', '-t', 'v0.1.0')).toBe('tag');
    expect(repo.git('rev-parse', 'v0.1.0^{commit}')).toBe(repo.git('rev-parse', 'HEAD'));
    expect(repo.git('tag', '-n99', '-l', 'v0.1.0')).toContain('### Features');
    expect(log.lines.join('\n')).toContain('There is no GitHub here');
    expect(await notes()).toEqual({ ...first, created: 'false' });
  });

  it('makes nothing in a dry run, and nothing when nothing is to release', async () => {
    const repo = shop();
    const { notes, log } = notesIn(repo.folder);
    expect(await notes({ dryRun: true })).toMatchObject({ version: '0.1.0', created: 'false' });
    expect(log.lines.join('\n')).toMatch(/Dry run: v0\.1\.0 would be made/);
    await notes();
    repo.commit('docs: a');
    expect(await notes()).toMatchObject({ version: '0.1.1', created: 'false' });
    expect(log.lines.join('\n')).toMatch(/Nothing to release: no commit since v0\.1\.0/);
    expect(repo.git('tag')).toBe('v0.1.0');
    // The version that a promotion carried is tagged whatever the commits say.
    expect(await notes({ version: '0.1.1' })).toMatchObject({ tag: 'v0.1.1', created: 'true' });
  });

  it('never moves a tag', async () => {
    const repo = shop();
    const { notes } = notesIn(repo.folder);
    await notes();
    const before = repo.git('rev-parse', 'v0.1.0');
    repo.commit('feat: more');
    expect(await told(notes({ version: '0.1.0' }))).toMatch(/tag v0\.1\.0 stands on commit .*never moved/s);
    expect(repo.git('rev-parse', 'v0.1.0')).toBe(before);
  });

  it('tags the origin on this machine, for other checkouts too', async () => {
    const origin = shop();
    const clone = mkdtempSync(join(tmpdir(), 'fairway-clone-'));
    origin.git('clone', '-q', origin.folder, clone);
    await notesIn(clone).notes();
    expect(origin.git('cat-file', '-t', 'v0.1.0')).toBe('tag');
    const other = mkdtempSync(join(tmpdir(), 'fairway-clone-'));
    origin.git('clone', '-q', '--no-tags', origin.folder, other);
    expect(await notesIn(other).notes({ version: '0.1.0' })).toMatchObject({ created: 'false' });
    origin.commit('feat: more');
    origin.git('-C', other, 'pull', '-q', '--no-tags');
    expect(await told(notesIn(other).notes({ version: '0.1.0' }))).toMatch(/v0\.1\.0 stands on commit/);
  });

  it('lets one of several runs at once make the tag', async () => {
    const origin = shop();
    const clones = Array.from({ length: 4 }, () => {
      const clone = mkdtempSync(join(tmpdir(), 'fairway-clone-'));
      origin.git('clone', '-q', origin.folder, clone);
      return notesIn(clone);
    });
    const results = await Promise.all(clones.map(({ notes }) => notes()));
    expect(results.filter(({ created }) => created === 'true')).toHaveLength(1);
    const losers = clones
      .flatMap(({ log }) => log.lines)
      .filter((l) => /Another run was faster|on this commit already/.test(l));
    expect(losers).toHaveLength(3);
  });

  it('says when the origin cannot be written', async () => {
    const origin = shop();
    const clone = mkdtempSync(join(tmpdir(), 'fairway-clone-'));
    origin.git('clone', '-q', origin.folder, clone);
    rmSync(origin.folder, { recursive: true });
    const text = await told(notesIn(clone).notes());
    expect(text).toMatch(/git exited with 128/);
    expect(text).not.toMatch(/bug in Fairway/);
  });
});

describe('with GitHub', () => {
  let github: LocalGitHub;
  let repo: Repository;
  const slug = 'acme/shop';
  beforeAll(async () => {
    repo = shop();
    github = await startGitHub({ repositories: [{ slug, folder: repo.folder }] });
  });
  afterAll(() => github.close());
  let ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends) end();
    ends = [];
  });
  const disturb = (rule: Parameters<LocalGitHub['fault']>[0]) => ends.push(github.fault(rule));
  const next = async (message: string): Promise<string> => {
    const sha = repo.commit(message);
    await github.sync(slug);
    return sha;
  };
  const api = async (path: string) => {
    const headers = { authorization: `Bearer ${github.token}` };
    const response = await fetch(`${github.apiUrl}/repos/${slug}/${path}`, { headers });
    return { status: response.status, body: (await response.json()) as never };
  };
  const releases = async (tag: string) =>
    (
      (await api('releases?per_page=100')).body as { tag_name: string; draft: boolean; body: string }[]
    ).filter(({ tag_name }) => tag_name === tag);
  const here = () => notesIn(repo.folder, { github, slug });

  it('tags, publishes, and does nothing the second time', async () => {
    const sha = await next('feat: one');
    const first = await here().notes({ version: '1.0.0' });
    expect(first).toMatchObject({ created: 'true', tag: 'v1.0.0' });
    expect(first.releaseUrl).toContain(slug);
    const ref = (await api('git/ref/tags/v1.0.0')).body as { object: { type: string; sha: string } };
    expect(ref.object.type).toBe('tag');
    expect(((await api(`git/tags/${ref.object.sha}`)).body as { object: { sha: string } }).object.sha).toBe(
      sha,
    );
    expect(await releases('v1.0.0')).toMatchObject([{ draft: false, body: first.notes }]);
    const before = github.requests().length;
    const again = here();
    expect(await again.notes({ version: '1.0.0' })).toEqual({ ...first, created: 'false' });
    expect(
      github
        .requests()
        .slice(before)
        .every(({ method }) => method === 'GET'),
    ).toBe(true);
    expect(again.log.lines.join('\n')).toMatch(/unchanged/);
  });

  it('refuses a tag of another commit and a dry run makes nothing', async () => {
    await next('feat: two');
    expect(await told(here().notes({ version: '1.0.0' }))).toMatch(/v1\.0\.0 stands on commit/);
    await here().notes({ version: '1.5.0', dryRun: true });
    expect((await api('git/ref/tags/v1.5.0')).status).toBe(404);
    expect(await releases('v1.5.0')).toEqual([]);
  });

  it('keeps a draft until it is published, and updates it then', async () => {
    await next('feat: three');
    await here().notes({ version: '2.0.0', draft: true });
    expect(await releases('v2.0.0')).toMatchObject([{ draft: true }]);
    await here().notes({ version: '2.0.0' });
    expect(await releases('v2.0.0')).toMatchObject([{ draft: false }]);
  });

  it('goes on where a run died between the tag and the release', async () => {
    await next('feat: four');
    disturb({ method: 'POST', path: '/releases', status: 500 });
    expect(await told(here().notes({ version: '3.0.0' }))).toMatch(/GitHub answered 500/);
    expect(await here().notes({ version: '3.0.0' })).toMatchObject({ created: 'false' });
    expect(await releases('v3.0.0')).toHaveLength(1);
  });

  it('goes on where the answer to the new tag was lost', async () => {
    await next('feat: five');
    disturb({ method: 'POST', path: '/git/refs', reset: 'after' });
    expect(await told(here().notes({ version: '4.0.0' }))).not.toBe('no error');
    await here().notes({ version: '4.0.0' });
    expect(await releases('v4.0.0')).toMatchObject([{ draft: false }]);
  });

  it('makes one tag and one release when several runs come at once', async () => {
    await next('feat: six');
    const runs = Array.from({ length: 4 }, here);
    const results = await Promise.all(runs.map(({ notes }) => notes({ version: '5.0.0' })));
    expect(results.filter(({ created }) => created === 'true')).toHaveLength(1);
    expect(await releases('v5.0.0')).toMatchObject([{ draft: false }]);
    const lines = runs.flatMap(({ log }) => log.lines);
    expect(lines.filter((line) => /was faster|already/.test(line))).toHaveLength(3);
  });

  it('makes one release when several runs have seen that there is none', async () => {
    await next('feat: seven');
    // All of them look before the first one writes.
    disturb({ method: 'POST', path: /\/releases$/, delay: 300, times: 4 });
    const runs = Array.from({ length: 4 }, here);
    await Promise.all(runs.map(({ notes }) => notes({ version: '5.1.0' })));
    expect(await releases('v5.1.0')).toMatchObject([{ draft: false }]);
    const lines = runs.flatMap(({ log }) => log.lines);
    expect(lines.filter((line) => /: created\./.test(line))).toHaveLength(1);
    expect(lines.filter((line) => /: made by another run\./.test(line))).toHaveLength(3);
  });

  it('says that the token was refused', async () => {
    disturb({ status: 401, times: 9 });
    expect(await told(here().notes({ version: '6.0.0' }))).toMatch(/GitHub refused the token/);
  });
});
