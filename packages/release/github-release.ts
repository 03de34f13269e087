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
  const mine = await createDraft(github, wanted);
  // GitHub allows several drafts of one tag: of two runs at once, the one with the lower id goes on.
  const winner = (await ofTag(github, wanted.tag))[0] ?? mine;
  if (!mine || winner?.id !== mine.id) {
    if (mine) await remove(github, mine.id);
    if (!winner) throw new RemoteError(`the release of ${wanted.tag} vanished`, { retryable: true });
    return { id: winner.id, url: winner.html_url, outcome: 'made by another run' };
  }
  await upload(mine.id);
  if (wanted.draft) return { id: mine.id, url: mine.html_url, outcome: 'created' };
  return { ...(await patch(github, mine.id, { draft: false })), outcome: 'created' };
}

/** undefined: another run has published the release of this tag meanwhile (422). */
async function createDraft(github: GitHub, wanted: ReleaseDraft): Promise<Found | undefined> {
  try {
    const { data } = await github.request('POST /repos/{owner}/{repo}/releases', {
      ...names(github),
      tag_name: wanted.tag,
      target_commitish: wanted.commit,
      name: wanted.name,
      body: wanted.body,
      prerelease: wanted.prerelease,
      draft: true,
    });
    return data;
  } catch (error) {
    const taken = error instanceof RemoteError && error.status === 422;
    if (taken && (await find(github, wanted.tag))) return undefined;
    throw error;
  }
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
  return (await byTag(github, tag)) ?? (await ofTag(github, tag))[0];
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

/**
 * The published release and the drafts of a tag, in one request so that none is missed while it changes
 * from one to the other. Published first, then oldest. The newest hundred releases hold those that matter.
 */
async function ofTag(github: GitHub, tag: string): Promise<Found[]> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/releases', {
    ...names(github),
    per_page: 100,
  });
  const mine = data.filter((release) => release.tag_name === tag);
  return mine.sort((a, b) => Number(a.draft) - Number(b.draft) || a.id - b.id);
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
