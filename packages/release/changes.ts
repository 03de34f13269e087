import { type ConventionalLine, type ParsedMessage, parseMessage } from './conventional.ts';
import type { RawCommit } from './history.ts';

export interface Change extends ConventionalLine {
  readonly sha: string;
}

export interface Skipped {
  readonly sha: string;
  readonly title: string;
  readonly why: string;
}

export interface Selection {
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly skipped: readonly Skipped[];
  /** The newest `Release-As:` footer. */
  readonly releaseAs: { readonly version: string; readonly sha: string } | undefined;
}

/** Types that make a release by themselves; any type does with a breaking change. */
export const RELEASABLE = ['feat', 'fix', 'perf', 'revert'] as const;

interface Entry {
  readonly commit: RawCommit;
  readonly message: ParsedMessage;
}

/** Sorts commits (newest first) into what the notes tell and what they leave out, with the reason. */
export function selectChanges(commits: readonly RawCommit[]): Selection {
  const entries = commits.map((commit) => ({ commit, message: parseMessage(commit.message) }));
  const cancelled = cancelReverts(entries.filter(({ commit }) => commit.parents.length < 2));
  const changes: Change[] = [];
  const skipped: Skipped[] = [];
  let releaseAs: Selection['releaseAs'];
  for (const { commit, message } of entries) {
    const { sha } = commit;
    if (message.releaseAs) releaseAs ??= { version: message.releaseAs, sha };
    const why = cancelled.get(sha) ?? reasonToSkip(commit, message);
    if (why) skipped.push({ sha, title: message.title, why });
    else changes.push(...told(message).map((line) => ({ ...line, sha })));
  }
  return { changes, skipped, releaseAs };
}

/** Newest first, so that a reverted revert leaves the first commit standing. */
function cancelReverts(entries: readonly Entry[]): Map<string, string> {
  const cancelled = new Map<string, string>();
  const isId = idLookup(entries);
  for (const [i, { commit, message }] of entries.entries()) {
    const { reverts } = message;
    if (!reverts || cancelled.has(commit.sha)) continue;
    const standing = (entry: Entry | undefined): entry is Entry =>
      entry !== undefined && !cancelled.has(entry.commit.sha) && entry.commit.sha !== commit.sha;
    const targets = reverts.ids.length
      ? reverts.ids.map(isId)
      : [entries.slice(i + 1).find((entry) => standing(entry) && entry.message.title === reverts.title)];
    const here = targets.filter(standing);
    for (const target of here) {
      cancelled.set(target.commit.sha, `reverted by ${short(commit.sha)} before any release`);
    }
    // A revert of something released changes what users have: it is told.
    if (here.length === targets.length) {
      const names = here.map((target) => short(target.commit.sha)).join(', ');
      cancelled.set(commit.sha, `reverts ${names}, which was in no release`);
    }
  }
  return cancelled;
}

/** Finds commits by id or its beginning (at least 7 characters). */
function idLookup(entries: readonly Entry[]): (id: string) => Entry | undefined {
  const byPrefix = new Map(entries.map((entry) => [entry.commit.sha.slice(0, 7), entry]));
  return (id) => {
    const entry = byPrefix.get(id.slice(0, 7));
    return entry?.commit.sha.startsWith(id) ? entry : undefined;
  };
}

function reasonToSkip({ parents }: RawCommit, message: ParsedMessage): string | undefined {
  if (parents.length > 1) return 'merge commit';
  if (!message.title) return 'empty message';
  if (told(message).length) return undefined;
  const [line] = message.lines;
  return line ? `type "${line.type}" makes no release` : 'not a conventional commit';
}

/** The lines worth telling; a revert without the conventional form is told as one. */
function told({ lines, reverts, title }: ParsedMessage): ConventionalLine[] {
  if (reverts && lines.length === 0) {
    return [{ type: 'revert', scope: undefined, subject: reverts.title || title, breaking: undefined }];
  }
  return lines.filter(
    ({ type, breaking }) => breaking !== undefined || RELEASABLE.some((name) => name === type),
  );
}

export const short = (sha: string): string => sha.slice(0, 7);
