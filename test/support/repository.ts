import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitPorts } from '@fairway/release';
import { systemExec } from '@fairway/runtime';

/** A small real repository for tests: commits, tags and merges, without the user's git configuration. */
export interface Repository {
  readonly folder: string;
  readonly ports: GitPorts;
  git(...args: string[]): string;
  /** Returns the full id. */
  commit(message: string): string;
  tag(name: string): void;
}

export function makeRepository(folder = mkdtempSync(join(tmpdir(), 'fairway-release-'))): Repository {
  let second = 0;
  const git = (...args: string[]): string => {
    // One second apart, so that the order of commits is theirs and ids differ.
    const date = `2026-01-01T00:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z`;
    const env = {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    };
    return execFileSync('git', args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  };
  git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    ports: { exec: systemExec, context: { workspace: folder } },
    git,
    commit(message) {
      second++;
      git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '--cleanup=verbatim', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    tag: (name) => void git('tag', '-a', name, '-m', name),
  };
}
