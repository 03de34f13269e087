import type { EnvironmentState, Release } from '@fairway/ledger';
import { describeError, GateError } from '@fairway/runtime';
import { ROLLED_BACK } from './record.ts';
import type { Site } from './site.ts';

const short = (digest: string) => digest.slice(0, 19);

/** The environments before this one must have, or have had, this very digest: the same image is promoted. */
export async function guardOrder(
  { settings, environment, ledger }: Site,
  { digest, version }: Release,
): Promise<void> {
  for (const before of settings.after ?? []) {
    const state = await ledger.read(before);
    if (state.live?.digest === digest) continue;
    const undone = state.lastStopped?.release.digest === digest ? state.lastStopped : undefined;
    // It may have moved on while this promotion waited for an approval.
    const was = undone
      ? undefined
      : (await ledger.history(before, 200)).find((e) => e.state.live?.digest === digest);
    if (was) continue;
    const there = state.live ? `${state.live.version} (${short(state.live.digest)})` : 'nothing';
    throw new GateError(
      `${version} (${short(digest)}) was never live in ${before}, which comes before ${environment}; live there: ${there}` +
        (undone ? `; it was stopped there: ${undone.why}` : ''),
      {
        where: `${before} in ${ledger.location}`,
        mend: `promote the same digest: deploy it to ${before} first, or set skip-order: true`,
      },
    );
  }
}

/** A release that a person rolled back does not come back because an old job is run again. */
export function guardStopped(
  site: Site,
  { lastStopped }: EnvironmentState,
  { digest, version }: Release,
): void {
  if (lastStopped?.release.digest !== digest) return;
  const { why, at } = lastStopped;
  if (!why.startsWith(ROLLED_BACK)) {
    site.ports.log.warning(
      `${version} was stopped in ${site.environment} at ${at} (${why}) and is tried again`,
    );
    return;
  }
  throw new GateError(
    `${version} (${short(digest)}) was taken back from ${site.environment} at ${at}: ${why}`,
    {
      where: `${site.environment} in ${site.ledger.location}`,
      mend: 'release a new commit that mends it, or set allow-stopped: true to deploy it all the same',
    },
  );
}

/** An older commit must not overwrite a newer one: refuses an ancestor of what is live, or in flight. */
export async function guardAncestor(
  site: Site,
  live: Release | undefined,
  wanted: Release,
  token: string,
  which = 'live',
): Promise<void> {
  if (!live || live.commit === wanted.commit) return;
  const relation =
    (await byGit(site, wanted.commit, live.commit)) ?? (await byApi(site, wanted.commit, live.commit, token));
  if (relation === 'newer') return;
  const where = `${site.environment} in ${site.ledger.location}`;
  if (relation === 'older') {
    throw new GateError(
      `commit ${wanted.commit.slice(0, 12)} is older than ${live.commit.slice(0, 12)} (${live.version}), which is ${which}`,
      { where, mend: 'to go back use the rollback action; to deploy it all the same set allow-older: true' },
    );
  }
  throw new GateError(
    `cannot tell whether commit ${wanted.commit.slice(0, 12)} is older than ${live.commit.slice(0, 12)}, which is ${which}`,
    {
      where,
      mend: 'check out the history (actions/checkout with fetch-depth: 0), or set allow-older: true',
    },
  );
}

type Relation = 'older' | 'newer' | undefined;

async function byGit({ ports: { exec, context } }: Site, wanted: string, live: string): Promise<Relation> {
  const git = (...args: string[]) => exec.run('git', args, { cwd: context.workspace, okCodes: [0, 1, 128] });
  const { exitCode } = await git('merge-base', '--is-ancestor', wanted, live);
  if (exitCode === 0) return 'older';
  if (exitCode !== 1) return undefined;
  // In a shallow clone the way from one to the other may be cut off.
  const { stdout } = await git('rev-parse', '--is-shallow-repository');
  return stdout.trim() === 'false' ? 'newer' : undefined;
}

async function byApi({ ports }: Site, wanted: string, live: string, token: string): Promise<Relation> {
  try {
    const github = await ports.github(token);
    if (!github) return undefined;
    const { data } = await github.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      owner: github.owner,
      repo: github.repo,
      basehead: `${live}...${wanted}`,
    });
    const { status } = data as { status: string };
    return status === 'behind' || status === 'identical' ? 'older' : 'newer';
  } catch (error) {
    ports.log.info(`GitHub could not compare the commits: ${describeError(error).text}`);
    return undefined;
  }
}
