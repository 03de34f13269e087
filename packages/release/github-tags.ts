import { type GitHub, RemoteError } from '@fairway/runtime';
import type { Tags } from './publish.ts';

/** Tags of a repository on GitHub, through its git API. */
export function githubTags(github: GitHub): Tags {
  return {
    location: `${github.owner}/${github.repo} on GitHub`,
    find: (tag) => find(github, tag),
    async create(tag, commit, message, date) {
      const { data } = await github.request('POST /repos/{owner}/{repo}/git/tags', {
        ...names(github),
        tag,
        message,
        object: commit,
        type: 'commit',
        tagger: { name: 'github-actions[bot]', email: BOT, date: date.toISOString() },
      });
      try {
        await github.request('POST /repos/{owner}/{repo}/git/refs', {
          ...names(github),
          ref: `refs/tags/${tag}`,
          sha: data.sha,
        });
        return true;
      } catch (error) {
        // 422: the reference exists. The tag object stays behind, unreachable, and is collected.
        if (error instanceof RemoteError && error.status === 422 && (await find(github, tag))) return false;
        throw error;
      }
    },
  };
}

const BOT = '41898282+github-actions[bot]@users.noreply.github.com';

async function find(github: GitHub, tag: string): Promise<string | undefined> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
      ...names(github),
      ref: `tags/${tag}`,
    });
    let { type, sha } = data.object;
    // A tag may stand on a tag; the chain is short.
    for (let i = 0; type === 'tag' && i < 5; i++) {
      const { data: object } = await github.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', {
        ...names(github),
        tag_sha: sha,
      });
      ({ type, sha } = object.object);
    }
    return sha;
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  }
}

const names = ({ owner, repo }: GitHub) => ({ owner, repo });
