import type { Context } from '@fairway/runtime';

/** What git and the event say, for the tags. */
export interface TagFacts {
  /** `main`; undefined when a tag or a pull request is built. */
  readonly branch?: string;
  /** Git tag that is built: `v1.2.3`. */
  readonly tag?: string;
  readonly pullRequest?: number;
  /** Branch a pull request goes to. */
  readonly baseRef?: string;
  readonly defaultBranch?: string;
  /** Name of the event: `push`, `schedule`. */
  readonly event: string;
  /** Full id. */
  readonly commit: string;
  /** Seconds since 1970. */
  readonly commitTime: number;
  /** Now, in ms since 1970. */
  readonly now: number;
  /** Version of the release when it is given and not read from the git tag. */
  readonly version?: string;
  /** A release above the version that is built, when this checkout knows one: `2.0.0`. */
  readonly newerRelease?: string;
  /** What stands before the version in git tags of releases: `v`, or `shop-v`. */
  readonly tagPrefix: string;
}

type Given = Pick<TagFacts, 'commit' | 'commitTime' | 'now' | 'version' | 'tagPrefix'>;

/** Reads ref and event. A pull request is never taken for the branch that its ref may name. */
export function tagFacts({ ref = '', event }: Pick<Context, 'ref' | 'event'>, given: Given): TagFacts {
  const payload = (event?.payload ?? {}) as Payload;
  const name = event?.name ?? '';
  const number = /^refs\/pull\/(\d+)\//.exec(ref)?.[1] ?? (isPull(name) ? payload.pull_request?.number : '');
  const pullRequest = number ? Number(number) : undefined;
  // pull_request_target runs with the ref of the branch it goes to.
  const pull = pullRequest !== undefined || isPull(name);
  const branch = pull ? undefined : after(ref, 'refs/heads/');
  const tag = after(ref, 'refs/tags/');
  const baseRef = payload.pull_request?.base?.ref ?? after(payload.base_ref ?? '', 'refs/heads/');
  const defaultBranch = payload.repository?.default_branch;
  return {
    ...given,
    event: name,
    ...(branch === undefined ? {} : { branch }),
    ...(tag === undefined ? {} : { tag }),
    ...(pullRequest === undefined ? {} : { pullRequest }),
    ...(baseRef === undefined ? {} : { baseRef }),
    ...(defaultBranch === undefined ? {} : { defaultBranch }),
  };
}

interface Payload {
  readonly pull_request?: { readonly number?: number; readonly base?: { readonly ref?: string } };
  readonly base_ref?: string | null;
  readonly repository?: { readonly default_branch?: string };
}

const isPull = (event: string): boolean => event.startsWith('pull_request');

const after = (text: string, prefix: string): string | undefined =>
  text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : undefined;
