import { readlink, realpath } from 'node:fs/promises';
import { get } from 'node:http';
import { sep } from 'node:path';
import type { Files } from '@fairway/runtime/files';
import type { Observed, Verification } from '../types.ts';
import { controlOf } from './control.ts';
import { identify } from './identity.ts';
import { type Layout, revisionFolder, revisionId } from './paths.ts';
import { readRecord, tampering } from './unpack.ts';

/** During a split some answers come from the candidate; the live one is asked for this often. */
const TRIES = 100;

export interface VerifyOptions {
  readonly url: string;
  readonly health: string;
  readonly files: Files;
  readonly inspect: () => Promise<Observed>;
}

/** Reads what really runs: the process, its folder, its files, and the answer clients get. */
export async function verifyProcess(
  layout: Layout,
  digest: string,
  { url, health, files, inspect }: VerifyOptions,
): Promise<Verification> {
  const observed = await inspect();
  const { live } = observed;
  const no = (message: string): Verification => ({ ok: false, message, observed });
  if (!live) return no('nothing is deployed');
  const name = `${live.digest} (version ${live.version})`;
  if (live.digest !== digest) return no(`serves ${name}, not ${digest}`);
  if (!live.healthy) return no(`${name} is not healthy: ${live.reason}`);
  const problem =
    (await wrongProcess(layout, digest, files)) ??
    (await wrongFiles(layout, digest, files)) ??
    (await wrongAnswer(`${url}${health}`, revisionId(digest)));
  if (problem) return no(`${name}: ${problem}`);
  return { ok: true, message: `serves ${name}, healthy`, observed };
}

async function wrongProcess(layout: Layout, digest: string, files: Files): Promise<string | undefined> {
  const status = await (await controlOf(layout, files))?.status();
  const pid = status?.live?.pid;
  if (pid === undefined || !identify(pid)) return 'its process has ended';
  if (process.platform !== 'linux') return undefined;
  const folder = await realpath(revisionFolder(layout, digest));
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '(unknown)');
  return cwd.startsWith(folder + sep) ? undefined : `pid ${pid} works in ${cwd}, not in ${folder}`;
}

async function wrongFiles(layout: Layout, digest: string, files: Files): Promise<string | undefined> {
  const record = await readRecord(layout, digest, files);
  if (record?.digest !== digest) return 'the record of its files is missing';
  const differences = await tampering(layout, record);
  return differences.length ? `its files are not those of the image: ${differences.join(', ')}` : undefined;
}

async function wrongAnswer(url: string, revision: string): Promise<string | undefined> {
  for (let i = 0; i < TRIES; i++) {
    const answer = await ask(url);
    if (typeof answer === 'string') return answer;
    if (answer.revision !== revision) continue;
    return answer.status >= 200 && answer.status < 300 ? undefined : `${url} answers ${answer.status}`;
  }
  return `${url} never reached it in ${TRIES} requests`;
}

/** One try without a retry: a failure is what is looked for. */
function ask(url: string): Promise<{ status: number; revision: unknown } | string> {
  return new Promise((resolve) => {
    const sent = get(url, { agent: false, timeout: 5_000 }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, revision: response.headers['x-fairway-revision'] });
    });
    sent.on('timeout', () => sent.destroy(new Error('timed out')));
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve(`${url} does not answer (${error.code ?? error.message})`),
    );
  });
}
