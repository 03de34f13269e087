import { type GitHub, RemoteError } from '@fairway/runtime';

export interface ReleaseDraft {
  readonly tag: string;
  readonly commit: string;
  readonly name: string;
  /** Markdown. */
  readonly body: string;
  readonly prerelease: boolean;
  /** Leaves the release as a draft. */
  readonly draft: boolean;
}

export interface PublishedRelease {
  readonly id: number;
  readonly url: string;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'made by another run';
}

interface Found {
  id: number;
  html_url: string;
  draft: boolean;
  name: string | null;
  body?: string | null;
}

/**
 * Makes or updates the release of a tag, never a second one. A new release is a draft until `upload` has
 * put its assets there: a published one may be immutable.
 */
export async function publishRelease(
  github: GitHub,
  wanted: ReleaseDraft,
  upload: (releaseId: number) => Promise<void> = async () => undefined,
): Promise<PublishedRelease> {
  const existing = await find(github, wanted.tag);
  if (existing) return update(github, existing, wanted, upload);
  const { data: mine } = await github.request('POST /repos/{owner}/{repo}/releases', {
    ...names(github),
    tag_name: wanted.tag,
    target_commitish: wanted.commit,
    name: wanted.name,
    body: wanted.body,
    prerelease: wanted.prerelease,
    draft: true,
  });
  // GitHub allows several drafts of one tag: of two runs at once, the one with the lower id goes on.
  const [first] = await drafts(github, wanted.tag);
  const published = await byTag(github, wanted.tag);
  const winner = published ?? first ?? mine;
  if (winner.id !== mine.id) {
    await remove(github, mine.id);
    return { id: winner.id, url: winner.html_url, outcome: 'made by another run' };
  }
  await upload(mine.id);
  if (wanted.draft) return { id: mine.id, url: mine.html_url, outcome: 'created' };
  return { ...(await patch(github, mine.id, { draft: false })), outcome: 'created' };
}

async function update(
  github: GitHub,
  existing: Found,
  { name, body, prerelease, draft }: ReleaseDraft,
  upload: (releaseId: number) => Promise<void>,
): Promise<PublishedRelease> {
  if (existing.draft) await upload(existing.id);
  // A published release is never made a draft again: people may use it.
  const publish = existing.draft && !draft;
  if (!publish && existing.name === name && existing.body === body) {
    return { id: existing.id, url: existing.html_url, outcome: 'unchanged' };
  }
  const change = { name, body, prerelease, ...(publish ? { draft: false } : {}) };
  return { ...(await patch(github, existing.id, change)), outcome: 'updated' };
}

async function find(github: GitHub, tag: string): Promise<Found | undefined> {
  return (await byTag(github, tag)) ?? (await drafts(github, tag))[0];
}

/** Published releases only; GitHub does not find drafts by their tag. */
async function byTag(github: GitHub, tag: string): Promise<Found | undefined> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/releases/tags/{tag}', {
      ...names(github),
      tag,
    });
    return data;
  } catch (error) {
    if (error instanceof RemoteError && error.status === 404) return undefined;
    throw error;
  }
}

/** Drafts of the tag, oldest first. The newest hundred releases hold every draft that matters. */
async function drafts(github: GitHub, tag: string): Promise<Found[]> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/releases', {
    ...names(github),
    per_page: 100,
  });
  return data.filter((release) => release.draft && release.tag_name === tag).sort((a, b) => a.id - b.id);
}

async function patch(
  github: GitHub,
  id: number,
  change: { name?: string; body?: string; prerelease?: boolean; draft?: boolean },
): Promise<{ id: number; url: string }> {
  const { data } = await github.request('PATCH /repos/{owner}/{repo}/releases/{release_id}', {
    ...names(github),
    release_id: id,
    // `legacy`: by date and version, so that a fix of an old line does not become "latest".
    ...(change.draft === false ? { make_latest: 'legacy' as const } : {}),
    ...change,
  });
  return { id: data.id, url: data.html_url };
}

async function remove(github: GitHub, id: number): Promise<void> {
  await github.request('DELETE /repos/{owner}/{repo}/releases/{release_id}', {
    ...names(github),
    release_id: id,
  });
}

const names = ({ owner, repo }: GitHub) => ({ owner, repo });
