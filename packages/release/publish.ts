import type { GitHub } from '@fairway/runtime';
import type { GitPorts } from './git.ts';
import { gitTags } from './git-tags.ts';
import { githubTags } from './github-tags.ts';

/** Where tags are made. */
export interface Tags {
  /** Words for messages: `acme/storefront on GitHub`. */
  readonly location: string;
  /** The commit that the tag stands on; undefined when there is no such tag. */
  find(tag: string): Promise<string | undefined>;
  /**
   * Makes an annotated tag, atomically. `false`: the name was taken by somebody else in between, and
   * nothing was changed.
   */
  create(tag: string, commit: string, message: string, date: Date): Promise<boolean>;
}

/** GitHub's tags where there is a GitHub; else those of git: the origin's when it is on this machine. */
export async function openTags(ports: GitPorts, github: GitHub | undefined, actor: string): Promise<Tags> {
  return github ? githubTags(github) : gitTags(ports, actor);
}
