import { CommandError, UserError } from '@fairway/runtime';
import { type GitPorts, git, revParse } from './git.ts';
import type { Tags } from './publish.ts';

const NO_OBJECT = '0'.repeat(40);

/**
 * Tags of the checkout, and of its origin when that is a folder on this machine. An origin elsewhere is
 * left alone: without GitHub there is no token to push with.
 */
export async function gitTags(ports: GitPorts, actor: string): Promise<Tags> {
  const origin = await localOrigin(ports);
  return {
    location: origin ? `${ports.context.workspace} and its origin ${origin}` : ports.context.workspace,
    find: (tag) => (origin ? findIn(ports, origin, tag) : revParse(ports, `refs/tags/${tag}`)),
    async create(tag, commit, message, date) {
      const local = await revParse(ports, `refs/tags/${tag}`);
      if (local !== undefined && local !== commit) throw elsewhere(tag, local, ports.context.workspace);
      const object = local
        ? await unpeeled(ports, tag)
        : await makeObject(ports, { tag, commit, message, date, actor });
      // The origin is what others see: it decides who was first.
      if (origin && !(await push(ports, origin, object, tag))) return false;
      return local ? origin !== undefined : createRef(ports, tag, object);
    },
  };
}

function elsewhere(tag: string, commit: string, workspace: string): UserError {
  return new UserError(
    `tag ${tag} of the checkout stands on commit ${commit.slice(0, 7)}, which the origin does not know`,
    {
      where: workspace,
      mend: `delete it if it is a left-over (git tag -d ${tag}), or push it`,
    },
  );
}

/** The tag's own object: for an annotated tag not its commit. */
async function unpeeled(ports: GitPorts, tag: string): Promise<string> {
  return (await git(ports, ['rev-parse', '--verify', `refs/tags/${tag}`])).stdout.trim();
}

async function localOrigin(ports: GitPorts): Promise<string | undefined> {
  const { stdout } = await git(ports, ['config', '--get', 'remote.origin.url'], { okCodes: [0, 1] });
  const url = stdout.trim();
  if (url.startsWith('file://')) return decodeURIComponent(new URL(url).pathname);
  return url.startsWith('/') || url.startsWith('./') || url.startsWith('../') ? url : undefined;
}

async function findIn(ports: GitPorts, origin: string, tag: string): Promise<string | undefined> {
  const ref = `refs/tags/${tag}`;
  const { stdout } = await git(ports, ['ls-remote', '--', origin, ref, `${ref}^{}`]);
  // The peeled line, if there is one, comes second: it names the commit of an annotated tag.
  return stdout.trim().split('\n').at(-1)?.split('\t')[0] || undefined;
}

interface TagObject {
  tag: string;
  commit: string;
  message: string;
  date: Date;
  actor: string;
}

/** The object alone, without `git tag`: that would need a configured identity. */
async function makeObject(
  ports: GitPorts,
  { tag, commit, message, date, actor }: TagObject,
): Promise<string> {
  const name = actor.replace(/[<>\n]/g, '') || 'fairway';
  const lines = [
    `object ${commit}`,
    'type commit',
    `tag ${tag}`,
    `tagger ${name} <${name.replace(/\s/g, '-')}@users.noreply.github.com> ${Math.floor(date.getTime() / 1_000)} +0000`,
    '',
    `${message.trim()}\n`,
  ];
  const { stdout } = await git(ports, ['mktag'], { input: lines.join('\n') });
  return stdout.trim();
}

/**
 * Without force, so that an existing tag is never moved. Runs of one second make the same object: git
 * calls a push of what is there a success, so its report (`*` new, `=` up to date) says who was first.
 */
async function push(ports: GitPorts, origin: string, object: string, tag: string): Promise<boolean> {
  try {
    const { stdout } = await git(ports, ['push', '--porcelain', '--', origin, `${object}:refs/tags/${tag}`]);
    return /^\*\t/m.test(stdout);
  } catch (error) {
    if (error instanceof CommandError && (await findIn(ports, origin, tag))) return false;
    throw error;
  }
}

/** `false`: the name is taken by now; the caller looks at the commit. */
async function createRef(ports: GitPorts, tag: string, object: string): Promise<boolean> {
  const ref = `refs/tags/${tag}`;
  try {
    await git(ports, ['update-ref', ref, object, NO_OBJECT]);
    return true;
  } catch (error) {
    if (error instanceof CommandError && (await revParse(ports, ref))) return false;
    throw error;
  }
}
