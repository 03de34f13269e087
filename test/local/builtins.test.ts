import { describe, expect, test } from 'vitest';
import { commit, git, jobOf, repository, run } from './support/repository.ts';

describe('actions/checkout', () => {
  test('one commit by default, everything with fetch-depth 0; no credentials; outputs', async () => {
    const workflow = jobOf(`
- run: test -z "$(ls -A)"
- id: c
  uses: actions/checkout@v5
  with: { persist-credentials: false }
- run: echo "shallow $(git rev-list --count HEAD) $(git branch --show-current) [$(git tag)] \${{ steps.c.outputs.commit }}"
- uses: actions/checkout@v5
  with: { fetch-depth: 0, path: full }
- run: git config user.email t@example.com && git config user.name t && echo "full $(git rev-list --count HEAD) [$(git tag)]"
  working-directory: full
- run: git push -q origin HEAD:refs/fairway/app/dev
  working-directory: full
- uses: actions/checkout@v5
  with: { ref: v1, path: old }
- run: echo "old $(cat x)"
  working-directory: old`);
    const folder = repository({ '.github/workflows/test.yml': workflow, x: 'one' });
    git(folder, 'tag', 'v1');
    const sha = commit(folder, { x: 'two' });
    const ran = await run('', { repository: folder });
    expect(ran.conclusion).toBe('success');
    expect(ran.lines).toEqual(expect.arrayContaining([`shallow 1 main [] ${sha}`, 'full 2 [v1]', 'old one']));
    expect(git(folder, 'rev-parse', 'refs/fairway/app/dev')).toBe(sha);
  });

  test('another repository, when it is mapped', async () => {
    const other = repository({ file: 'from elsewhere' });
    const steps = jobOf(`
- uses: actions/checkout@v5
  with: { repository: acme/other, path: other }
- run: cat other/file`);
    const ran = await run(steps, { repositories: { 'acme/other': other } });
    expect(ran.lines).toContain('from elsewhere');
    const without = await run(steps);
    expect(without.job('a').annotations[0]?.message).toContain(
      "map it with repositories: { 'acme/other': '<folder>' }",
    );
  });
});

describe('artifacts', () => {
  test('what one job uploads another downloads; hidden files stay behind', async () => {
    const ran = await run(`on: push
jobs:
  up:
    runs-on: x
    steps:
      - run: mkdir -p out/sub && echo 1 > out/a.txt && echo 2 > out/sub/b.txt && echo 3 > out/.hidden && echo 4 > out/c.log
      - uses: actions/upload-artifact@v4
        with: { name: all, path: out }
      - uses: actions/upload-artifact@v4
        with:
          name: texts
          path: |
            out/**/*.txt
            !out/a.txt
      - uses: actions/upload-artifact@v4
        with: { name: none, path: nothing, if-no-files-found: ignore }
      - uses: actions/upload-artifact@v4
        continue-on-error: true
        with: { name: all, path: out }
      - uses: actions/upload-artifact@v4
        continue-on-error: true
        with: { name: strict, path: nothing, if-no-files-found: error }
  down:
    needs: up
    runs-on: x
    steps:
      - uses: actions/download-artifact@v5
        with: { name: all, path: got }
      - run: echo "got $(cd got && find . -type f | sort | tr '\\n' ' ')"
      - uses: actions/download-artifact@v5
        with: { path: every }
      - run: echo "every $(cd every && find . -type f | sort | tr '\\n' ' ')"
      - uses: actions/download-artifact@v5
        with: { pattern: te*, merge-multiple: true, path: merged }
      - run: echo "merged $(cd merged && find . -type f | tr '\\n' ' ')"
      - uses: actions/download-artifact@v5
        with: { name: absent }
`);
    expect(ran.lines).toContain('got ./a.txt ./c.log ./sub/b.txt ');
    expect(ran.lines).toContain('every ./all/a.txt ./all/c.log ./all/sub/b.txt ./texts/sub/b.txt ');
    expect(ran.lines).toContain('merged ./sub/b.txt ');
    const messages = ran.jobs.flatMap((job) => job.annotations.map((item) => item.message));
    expect(messages).toEqual([
      "an artifact with the name 'all' already exists in this run",
      'No files were found with the provided path: nothing. No artifacts will be uploaded.',
      "Unable to find an artifact with the name 'absent'; this run has: all, texts",
    ]);
    expect(ran.conclusion).toBe('failure');
  });
});
