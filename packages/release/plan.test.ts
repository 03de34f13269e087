import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeError, systemExec } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { makeRepository, type Repository } from '../../test/support/repository.ts';
import { countCommits, planRelease, renderNotes } from './index.ts';

const config = { tagPrefix: 'v', initialVersion: '0.1.0' };
const plan = ({ ports }: Pick<Repository, 'ports'>, revision = 'HEAD', version?: string) =>
  planRelease(ports, { revision, config, version });
const reasons = (skipped: readonly { title: string; why: string }[]) =>
  skipped.map(({ title, why }) => `${title}: ${why}`);

function released(): Repository {
  const repo = makeRepository();
  repo.commit('feat: start');
  repo.tag('v1.2.0');
  return repo;
}

describe('the release of a commit', () => {
  it('starts at the initial version', async () => {
    const repo = makeRepository();
    const commit = repo.commit('feat: start');
    expect(await plan(repo)).toMatchObject({
      version: '0.1.0',
      tag: 'v0.1.0',
      commit,
      previous: undefined,
      releasable: true,
    });
  });

  it('counts from the highest stable tag below it, and stays the same when its own tag comes', async () => {
    const repo = released();
    repo.tag('v1.3.0-rc.1');
    repo.tag('v1');
    repo.tag('other-9.0.0');
    repo.commit('fix: a');
    repo.commit('feat(api)!: b');
    const before = await plan(repo);
    expect(before).toMatchObject({ version: '2.0.0', previous: { tag: 'v1.2.0' }, bump: 'major' });
    repo.tag('v2.0.0');
    const after = await plan(repo);
    expect(after).toMatchObject({ version: '2.0.0', because: 'the commit is tagged v2.0.0' });
    expect(renderNotes(after)).toBe(renderNotes(before));
    // An older commit keeps its own answer.
    expect(await plan(repo, 'HEAD~1')).toMatchObject({ version: '1.2.1' });
  });

  it('takes the next patch version when nothing is releasable, with the reason for each commit', async () => {
    const repo = released();
    repo.commit('docs: a');
    repo.commit('whatever');
    repo.commit('');
    const result = await plan(repo);
    expect(result).toMatchObject({ version: '1.2.1', releasable: false });
    expect(reasons(result.skipped)).toEqual([
      ': empty message',
      'whatever: not a conventional commit',
      'docs: a: type "docs" makes no release',
    ]);
  });

  it('leaves out a commit and its revert, and tells the revert of something released', async () => {
    const repo = released();
    const start = repo.git('rev-parse', 'HEAD');
    const feature = repo.commit('feat: a');
    const back = repo.commit(`Revert "feat: a"\n\nThis reverts commit ${feature}.`);
    const result = await plan(repo);
    expect(result).toMatchObject({ version: '1.2.1', releasable: false, changes: [] });
    expect(reasons(result.skipped)).toEqual([
      `Revert "feat: a": reverts ${feature.slice(0, 7)}, which was in no release`,
      `feat: a: reverted by ${back.slice(0, 7)} before any release`,
    ]);
    repo.commit(`Reapply "feat: a"\n\nThis reverts commit ${back}.`);
    expect((await plan(repo)).changes).toMatchObject([{ type: 'feat', subject: 'a' }]);
    repo.commit(`Revert "feat: start"\n\nThis reverts commit ${start}.`);
    expect((await plan(repo)).changes).toMatchObject([
      { type: 'revert', subject: 'feat: start' },
      { type: 'feat' },
    ]);
  });

  it('skips merge commits and takes what they bring', async () => {
    const repo = released();
    repo.git('checkout', '-q', '-b', 'topic');
    repo.commit('feat: topic');
    repo.git('checkout', '-q', 'main');
    repo.commit('fix: main');
    repo.git('merge', '-q', '--no-ff', 'topic', '-m', 'feat: merged');
    const result = await plan(repo);
    expect(result.changes.map(({ subject }) => subject).sort()).toEqual(['main', 'topic']);
    expect(reasons(result.skipped)).toEqual(['feat: merged: merge commit']);
  });

  it('takes Release-As and an explicit version', async () => {
    const repo = released();
    repo.commit('chore: x\n\nRelease-As: 3.0.0');
    repo.commit('fix: y');
    expect(await plan(repo)).toMatchObject({ version: '3.0.0', releasable: true });
    expect(await plan(repo, 'HEAD', 'v4.0.0')).toMatchObject({ version: '4.0.0', tag: 'v4.0.0' });
  });

  it('counts commits between two, when git knows both', async () => {
    const repo = released();
    const from = repo.git('rev-parse', 'HEAD');
    const to = repo.commit('a');
    await expect(countCommits(repo.ports, from, to)).resolves.toBe(1);
    await expect(countCommits(repo.ports, to, from)).resolves.toBe(0);
    await expect(countCommits(repo.ports, 'f'.repeat(40), to)).resolves.toBeUndefined();
    await expect(countCommits(repo.ports, '--all', to)).resolves.toBeUndefined();
  });
});

describe('the notes', () => {
  it('are grouped, with links where there is a page', async () => {
    const repo = released();
    const ids = [
      repo.commit('fix: a <b> `<c>` & d'),
      repo.commit('feat(api)!: drop v1\n\nBREAKING CHANGE: use v2\n\nReally.'),
      repo.commit('perf: faster'),
    ].map((id) => id.slice(0, 7));
    const result = await plan(repo);
    expect(renderNotes(result)).toBe(`### Breaking changes

- **api:** use v2 (${ids[1]})

  Really.

### Features

- **api:** drop v1 (${ids[1]})

### Bug fixes

- a &lt;b> \`<c>\` &amp; d (${ids[0]})

### Performance

- faster (${ids[2]})
`);
    const url = 'https://github.com/acme/shop';
    const linked = renderNotes(result, { repositoryUrl: url });
    expect(linked).toContain(`[${ids[2]}](${url}/commit/`);
    expect(linked).toContain(`**All changes**: [v1.2.0...v2.0.0](${url}/compare/v1.2.0...v2.0.0)`);
  });
});

describe('bad ground', () => {
  const told = async (promise: Promise<unknown>) =>
    describeError(await promise.catch((error: unknown) => error)).text;

  it('no git', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'fairway-nogit-'));
    expect(await told(plan({ ports: { exec: systemExec, context: { workspace } } }))).toMatch(
      /is not a git repository[\s\S]*actions\/checkout/,
    );
  });

  it('no git program', async () => {
    const workspace = mkdtempSync(join(tmpdir(), 'fairway-nogit-'));
    const exec = {
      run: (_: string, args: readonly string[], o?: object) =>
        systemExec.run('git-that-is-not-there', args, o),
    };
    expect(await told(plan({ ports: { exec, context: { workspace } } }))).toMatch(
      /could not be started[\s\S]*install/,
    );
  });

  it('a revision that does not exist', async () => {
    const repo = released();
    expect(await told(plan(repo, 'v1.2.1'))).toMatch(
      /"v1\.2\.1" does not exist[\s\S]*did you mean "v1\.2\.0"/,
    );
    expect(await told(plan(repo, '--output=/tmp/x'))).toMatch(/does not exist/);
    expect(await told(plan(makeRepository()))).toMatch(/"HEAD" does not exist/);
  });

  it('a shallow clone', async () => {
    const repo = released();
    repo.commit('fix: a');
    const folder = mkdtempSync(join(tmpdir(), 'fairway-shallow-'));
    repo.git('clone', '-q', '--depth=1', `file://${repo.folder}`, folder);
    expect(await told(plan({ ports: { exec: systemExec, context: { workspace: folder } } }))).toMatch(
      /shallow[\s\S]*fetch-depth: 0/,
    );
  });

  it('a repository that is reached through a link works', async () => {
    const repo = released();
    const link = join(mkdtempSync(join(tmpdir(), 'fairway-link-')), 'repo');
    symlinkSync(repo.folder, link);
    expect(await plan({ ports: { exec: systemExec, context: { workspace: link } } })).toMatchObject({
      version: '1.2.0',
    });
  });
});
