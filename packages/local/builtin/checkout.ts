import { mkdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { git, positionOf } from '../git.ts';
import type { JobState } from '../job/state.ts';
import type { BuiltinInput, BuiltinReport } from './index.ts';

/** The inputs of actions/checkout that mean something here, or mean nothing and do no harm. */
export const CHECKOUT_INPUTS: Record<string, BuiltinInput> = {
  repository: true,
  ref: true,
  path: true,
  'fetch-depth': true,
  'fetch-tags': true,
  // Nothing is persisted: the folder needs no credentials.
  'persist-credentials': true,
  token: true,
  // The workspace is always fresh.
  clean: true,
  'show-progress': true,
  'set-safe-directory': true,
  submodules: ['', 'false'],
  lfs: ['', 'false'],
};

/** actions/checkout: fetches a commit of the repository's folder into the workspace, as deep as asked. */
export async function checkout(
  job: JobState,
  inputs: Record<string, string>,
  report: BuiltinReport,
): Promise<Record<string, string>> {
  const { run } = job;
  const slug = inputs.repository || run.source.repository;
  const source = await run.catalog.sourceOf(slug, inputs.ref ?? '');
  if (!source)
    throw new Error(
      `repository '${slug}' is not on this machine: map it with repositories: { '${slug}': '<folder>' }`,
    );
  const own = slug.toLowerCase() === run.source.repository.toLowerCase();
  const position =
    own && !inputs.ref ? run.source : await positionOf(source.folder, inputs.ref || undefined, run.baseEnv);
  const folder = resolve(job.folders.workspace, inputs.path ?? '');
  if (relative(job.folders.workspace, folder).startsWith('..')) {
    throw new Error(`path '${inputs.path}' is not below the workspace`);
  }
  await mkdir(folder, { recursive: true });
  const call = (...args: string[]) => git(folder, ['-c', 'advice.detachedHead=false', ...args], run.baseEnv);
  await call('init', '-q', '-b', 'main');
  await call('remote', 'add', 'origin', source.folder);
  await call('config', 'gc.auto', '0');
  await fetchInto(call, position.sha, inputs);
  const branch = /^refs\/heads\/(.+)$/.exec(position.ref)?.[1];
  if (branch) {
    await call('update-ref', `refs/remotes/origin/${branch}`, position.sha);
    await call('checkout', '-q', '--force', '-B', branch, `refs/remotes/origin/${branch}`);
  } else {
    const tag = position.ref.startsWith('refs/tags/') ? position.ref : undefined;
    if (tag) await call('update-ref', tag, position.sha);
    await call('checkout', '-q', '--force', '--detach', position.sha);
  }
  report.log(`Checked out ${position.sha} (${position.ref}) of ${slug}`);
  return { ref: position.ref, commit: position.sha };
}

type Git = (...args: string[]) => Promise<string>;

async function fetchInto(call: Git, sha: string, inputs: Record<string, string>): Promise<void> {
  const depth = Number(inputs['fetch-depth'] || '1');
  if (!Number.isInteger(depth) || depth < 0)
    throw new Error(`fetch-depth must be a whole number, not '${inputs['fetch-depth']}'`);
  // A server that allows any commit to be fetched, as GitHub's does.
  const upload = '--upload-pack=git -c uploadpack.allowAnySHA1InWant=true upload-pack';
  const everything = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'];
  if (depth === 0) await call('fetch', '-q', '--no-tags', upload, 'origin', ...everything, sha);
  else {
    const tags = inputs['fetch-tags'] === 'true' ? ['+refs/tags/*:refs/tags/*'] : [];
    await call('fetch', '-q', '--no-tags', `--depth=${depth}`, upload, 'origin', sha, ...tags);
  }
}
