/**
 * Loaded into a job before its bundle (`NODE_OPTIONS=--import`). Counts what the process does to the outside
 * and ends it at a chosen one. The product knows nothing of it. By environment:
 * KILL_LOG: file that gets a line of JSON per effect; KILL_AT: number of the effect, from 0; KILL_WHEN: `before`,
 * `during` (it is on its way and the answer is not read) or `after`; KILL_BY: a signal; KILL_SHIFT: ms by which
 * the clock is ahead, so that a successor need not wait for the lease of the dead.
 */
import childProcess, { type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import files from 'node:fs/promises';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

type Call = (...args: unknown[]) => unknown;
type When = 'before' | 'during' | 'after';

const { KILL_LOG = '', KILL_AT = '-1', KILL_WHEN, KILL_BY = 'SIGKILL', KILL_SHIFT = '0' } = process.env;
const log = fs.openSync(KILL_LOG, 'a');
let count = 0;

const note = (line: object): void => void fs.writeSync(log, `${JSON.stringify(line)}\n`);

function die(name: string): void {
  note({ killed: name, when: KILL_WHEN });
  process.kill(process.pid, KILL_BY);
}

/** Whether to die in, or after, this effect. Does not return when it is to die before it. */
function begin(name: string): When | undefined {
  const mine = count++ === Number(KILL_AT) ? (KILL_WHEN as When) : undefined;
  if (mine === 'before') die(name);
  note({ name });
  return mine;
}

const real = {
  spawn: childProcess.spawn as unknown as Call,
  request: http.request as unknown as Call,
  rename: files.rename as unknown as Call,
  append: fs.appendFileSync as unknown as Call,
  fetch: globalThis.fetch as unknown as Call,
  now: Date.now,
};

function spawn(...args: unknown[]): ChildProcess {
  const [command, given] = args as [string, unknown];
  const words = Array.isArray(given) ? given : [];
  const start = () => real.spawn(...args) as ChildProcess;
  if (command === 'git') {
    if (words.includes('update-ref')) return watchMover(start());
    if (!words.includes('unpack-objects')) return start();
  }
  const name = command === 'git' ? 'git unpack-objects' : `spawn ${basename(command)}`;
  const mine = begin(name);
  const child = start();
  if (mine) child.once(mine === 'during' ? 'spawn' : 'close', () => die(name));
  return child;
}

/** `git update-ref --stdin`, kept running: each question it is asked moves the ledger. */
function watchMover(child: ChildProcess): ChildProcess {
  const name = 'git update-ref';
  const { stdin, stdout } = child;
  if (!stdin || !stdout) return child;
  const write = stdin.write.bind(stdin) as Call;
  let mine: When | undefined;
  stdin.write = ((text: string) => {
    mine = begin(name);
    return write(text, () => mine === 'during' && die(name));
  }) as typeof stdin.write;
  stdout.on('data', (chunk: Buffer) => {
    if (mine === 'after' && chunk.includes('commit: ok')) die(name);
  });
  return child;
}

/** Operations of the supervisor; looking at it is no effect. */
function request(...args: unknown[]): ClientRequest {
  const [{ method, socketPath, path }] = args as [{ method?: string; socketPath?: string; path?: string }];
  if (method !== 'POST' || !socketPath) return real.request(...args) as ClientRequest;
  const name = `POST ${path}`;
  const mine = begin(name);
  const sent = real.request(...args) as ClientRequest;
  if (mine === 'during') sent.once('finish', () => die(name));
  if (mine === 'after') sent.on('response', (answer: IncomingMessage) => answer.on('end', () => die(name)));
  // What is asked is known when it is sent; the weight belongs to the story.
  const end = sent.end.bind(sent) as Call;
  sent.end = ((body?: unknown) => {
    if (path === '/weight') note({ weight: JSON.parse(String(body)).percent });
    return end(body);
  }) as typeof sent.end;
  return sent;
}

async function fetched(...args: unknown[]): Promise<unknown> {
  const name = 'fetch';
  const mine = begin(name);
  const answer = await real.fetch(...args);
  if (mine) die(name);
  return answer;
}

async function rename(...args: unknown[]): Promise<void> {
  const name = `rename ${basename(String(args[1])).replace(/^[0-9a-f]{64}$/, 'revision')}`;
  const mine = begin(name);
  await real.rename(...args);
  if (mine) die(name);
}

const COMMAND_FILES = ['GITHUB_STATE', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'] as const;

function append(...args: unknown[]): void {
  const file = COMMAND_FILES.find((name) => process.env[name] === args[0]);
  if (!file) return void real.append(...args);
  const mine = begin(file);
  real.append(...args);
  if (mine) die(file);
}

Object.assign(childProcess, { spawn });
Object.assign(http, { request });
Object.assign(files, { rename });
Object.assign(fs, { appendFileSync: append });
Object.assign(globalThis, { fetch: fetched });
Date.now = () => real.now() + Number(KILL_SHIFT);
syncBuiltinESMExports();
