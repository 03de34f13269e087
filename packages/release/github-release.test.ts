import { type GitHub, RemoteError } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { publishRelease } from './index.ts';

interface Stored {
  id: number;
  tag_name: string;
  draft: boolean;
  name: string;
  body: string;
  html_url: string;
}

/**
 * GitHub's rules for releases, in memory: drafts are not found by their tag and a tag may have several of
 * them, but only one published release. (The emulator of the other tests refuses a second draft.)
 */
function hub() {
  const stored: Stored[] = [];
  let last = 0;
  const routes: Record<string, (input: Stored & { tag: string; release_id: number }) => unknown> = {
    'GET /repos/{owner}/{repo}/releases/tags/{tag}': ({ tag }) =>
      stored.find((release) => !release.draft && release.tag_name === tag) ?? refuse(404),
    'GET /repos/{owner}/{repo}/releases': () => [...stored].reverse(),
    'POST /repos/{owner}/{repo}/releases': (input) => {
      const release = { ...input, id: ++last, html_url: `https://x/${last}` };
      stored.push(release);
      return release;
    },
    'PATCH /repos/{owner}/{repo}/releases/{release_id}': ({ release_id, ...change }) => {
      const release = stored.find(({ id }) => id === release_id) ?? refuse(404);
      const other = stored.find((r) => !r.draft && r.tag_name === release.tag_name && r !== release);
      if (change.draft === false && other) refuse(422);
      return Object.assign(release, change);
    },
    'DELETE /repos/{owner}/{repo}/releases/{release_id}': ({ release_id }) => {
      stored.splice(
        stored.findIndex(({ id }) => id === release_id),
        1,
      );
    },
  };
  const request = async (route: string, input: never) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
    return { data: routes[route]?.(input) };
  };
  return { stored, github: { owner: 'o', repo: 'r', request } as unknown as GitHub };
}

function refuse(status: number): never {
  throw new RemoteError(`GitHub answered ${status}`, { status });
}

const wanted = { tag: 'v1.0.0', commit: 'c', name: 'v1.0.0', body: 'notes', prerelease: false, draft: false };

describe('a release', () => {
  it('stays one, whoever comes at once', async () => {
    for (let round = 0; round < 20; round++) {
      const { stored, github } = hub();
      const results = await Promise.all(Array.from({ length: 3 }, () => publishRelease(github, wanted)));
      expect(stored).toMatchObject([{ draft: false, tag_name: 'v1.0.0' }]);
      expect(new Set(results.map(({ id }) => id))).toEqual(new Set([stored[0]?.id]));
    }
  });

  it('has its assets before it is published', async () => {
    const { stored, github } = hub();
    const seen: boolean[] = [];
    await publishRelease(github, wanted, async (id) => {
      seen.push(stored.find((release) => release.id === id)?.draft ?? false);
    });
    expect(seen).toEqual([true]);
    expect(stored[0]?.draft).toBe(false);
  });

  it('stays a draft when the assets fail, and the next run publishes that one', async () => {
    const { stored, github } = hub();
    const broken = publishRelease(github, wanted, () => Promise.reject(new Error('no space')));
    await expect(broken).rejects.toThrow('no space');
    expect(stored).toMatchObject([{ draft: true }]);
    await expect(publishRelease(github, wanted)).resolves.toMatchObject({ outcome: 'updated' });
    expect(stored).toMatchObject([{ draft: false }]);
  });

  it('is updated, not doubled, and left alone when it is the same', async () => {
    const { stored, github } = hub();
    await publishRelease(github, wanted);
    await expect(publishRelease(github, { ...wanted, body: 'better' })).resolves.toMatchObject({
      outcome: 'updated',
    });
    await expect(publishRelease(github, { ...wanted, body: 'better' })).resolves.toMatchObject({
      outcome: 'unchanged',
    });
    expect(stored).toMatchObject([{ body: 'better', draft: false }]);
  });
});
