import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { unpackImage } from '@fairway/image';
import type { RegistryPorts } from '@fairway/image/registry';
import type { Release } from '@fairway/ledger';
import { describeError, UserError } from '@fairway/runtime/errors';
import { atomicWrite, type Files } from '@fairway/runtime/files';
import { type ProcessConfig, settingsOf } from './config.ts';
import { makeFolder } from './folder.ts';
import { type Layout, revisionFolder, revisionId } from './paths.ts';
import { searchPath } from './start.ts';
import type { Launch } from './state.ts';
import { compareTrees, makeReadOnly, readTree, type Tree } from './tree.ts';

/** `record.json` beside the unpacked image: what was unpacked, so that a change is seen later. */
export interface Record {
  readonly digest: string;
  readonly entrypoint: readonly string[];
  readonly workdir: string;
  readonly env: readonly string[];
  readonly tree: Tree;
}

export async function readRecord(layout: Layout, digest: string, files: Files): Promise<Record | undefined> {
  const text = await files.read(join(revisionFolder(layout, digest), 'record.json'));
  return text === undefined ? undefined : (JSON.parse(text) as Record);
}

/** What differs from what was unpacked, in words; empty when nothing does. */
export async function tampering(layout: Layout, record: Record): Promise<string[]> {
  return compareTrees(record.tree, await readTree(join(revisionFolder(layout, record.digest), 'root')));
}

/**
 * Unpacks the release's image beside the others, whole or not at all. One that is there and unchanged is
 * used again. Throws UserError, also for a disk that is full or read-only; what runs is not touched.
 */
export async function unpackRelease(layout: Layout, release: Release, ports: RegistryPorts): Promise<Record> {
  const { signal } = ports;
  const folder = revisionFolder(layout, release.digest);
  const temporary = `${folder}.${randomBytes(4).toString('hex')}.unpack`;
  try {
    const known = await readRecord(layout, release.digest, ports.files).catch(() => undefined);
    if (known && (await tampering(layout, known)).length === 0) return known;
    await makeFolder(temporary);
    const root = join(temporary, 'root');
    const { config } = await unpackImage(release.image, root, { signal, ports });
    const entrypoint = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
    if (entrypoint.length === 0) {
      throw new UserError(`the image of ${release.version} has no entrypoint`, {
        where: release.image,
        mend: 'set `entrypoint` in `image.build`',
      });
    }
    const tree = await readTree(root);
    await makeReadOnly(root, tree);
    const { Env: env = [], WorkingDir: workdir = '/' } = config;
    const record: Record = { digest: release.digest, entrypoint, workdir: workdir || '/', env, tree };
    await atomicWrite(join(temporary, 'record.json'), JSON.stringify(record));
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
    return record;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    if (signal.aborted) throw signal.reason;
    if (error instanceof UserError || !(error as NodeJS.ErrnoException).code) throw error;
    throw new UserError(
      `release ${release.version} could not be unpacked; what is live goes on serving\n${describeError(error).text}`,
      { where: layout.revisions, cause: error },
    );
  }
}

/** How the unpacked release is started: its entrypoint, with paths of the image mapped into its folder. */
export function launchOf(
  layout: Layout,
  {
    release,
    record,
    config,
    names,
  }: {
    release: Release;
    record: Record;
    config: ProcessConfig;
    names: { app: string; environment: string };
  },
): Launch {
  const root = join(revisionFolder(layout, release.digest), 'root');
  const imageEnv = Object.fromEntries(record.env.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  const [program = '', ...args] = record.entrypoint;
  const id = revisionId(release.digest);
  return {
    ...{ id, digest: release.digest, version: release.version, commit: release.commit },
    settings: settingsOf(config),
    argv: [programIn(root, program), ...args.map((word) => pathIn(root, word))],
    cwd: join(root, record.workdir),
    env: {
      LANG: 'C.UTF-8',
      HOME: layout.data,
      ...imageEnv,
      ...config.env,
      // An image's own PATH speaks of folders of the image.
      PATH: searchPath(config.env.PATH),
      HOST: '127.0.0.1',
      DATA_DIR: layout.data,
      FAIRWAY_APP: names.app,
      FAIRWAY_ENVIRONMENT: names.environment,
      FAIRWAY_VERSION: release.version,
      FAIRWAY_COMMIT: release.commit,
      FAIRWAY_DIGEST: release.digest,
      FAIRWAY_REVISION: id,
    },
    health: config.health,
    readyWithin: config.readyWithin,
    drain: config.drain,
  };
}

function pathIn(root: string, word: string): string {
  return isAbsolute(word) && existsSync(join(root, word)) ? join(root, word) : word;
}

/** `node` of the image is the Node of this machine. */
function programIn(root: string, program: string): string {
  const mapped = pathIn(root, program);
  return mapped === program && basename(program) === 'node' ? process.execPath : mapped;
}
