import { timingSafeEqual } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { describeError, UserError } from '@fairway/runtime/errors';
import type { Launch, Pin } from '../state.ts';
import { renderMetrics } from './prometheus.ts';
import type { Asker, Supervisor } from './supervisor.ts';

/** Body of every operation. */
interface Operation {
  readonly owner: string;
  readonly port?: number;
  readonly launch?: Launch;
  readonly digest?: string;
  readonly percent?: number;
  readonly pins?: readonly Pin[];
}

const LARGEST_BODY = 1024 * 1024;

export interface ControlOptions {
  readonly supervisor: Supervisor;
  readonly token: string;
  /** Called after each operation has been answered. */
  readonly afterwards: () => void;
  /** Ends the supervisor: everything it runs, and its state. */
  readonly down: () => Promise<void>;
}

/** The control API: JSON over a unix socket that only this user can open, with a token besides. */
export async function serveControl(path: string, options: ControlOptions): Promise<Server> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (process.getuid && lstatSync(dirname(path)).uid !== process.getuid()) {
    throw new UserError(`${dirname(path)} belongs to another user`, { mend: 'choose another FAIRWAY_HOME' });
  }
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, errorBody(error));
    });
  });
  const before = process.umask(0o177);
  try {
    await listen(server, path);
  } finally {
    process.umask(before);
  }
  chmodSync(path, 0o600);
  // An operation lasts as long as a release takes to become ready.
  server.requestTimeout = 0;
  return server;
}

async function answer(options: ControlOptions, request: IncomingMessage, response: ServerResponse) {
  const { supervisor } = options;
  if (!allowed(request, options.token)) return send(response, 403, errorBody(new UserError('wrong token')));
  const url = new URL(request.url ?? '/', 'http://supervisor');
  if (request.method === 'GET') return send(response, 200, await read(supervisor, url));
  const operation = (await bodyOf(request)) as Operation;
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort(new UserError('the one who asked has gone'));
  });
  const asker = { owner: operation.owner, signal: controller.signal };
  try {
    send(response, 200, (await perform(options, url.pathname, operation, asker)) ?? {});
  } catch (error) {
    // A full disk is the machine's state, not our mistake.
    send(response, describeError(error).unforeseen ? 500 : 409, errorBody(error));
  }
  options.afterwards();
}

async function read(supervisor: Supervisor, { pathname, searchParams }: URL): Promise<unknown> {
  if (pathname === '/status') return await supervisor.status();
  if (pathname === '/window') {
    const side = searchParams.get('side') === 'candidate' ? 'candidate' : 'live';
    const span = { from: Number(searchParams.get('from')), to: Number(searchParams.get('to')) };
    return { window: supervisor.window(side, searchParams.get('digest') ?? '', span) ?? 'no-release' };
  }
  throw new UserError(`unknown path ${pathname}`);
}

function perform({ supervisor, down }: ControlOptions, path: string, asked: Operation, asker: Asker) {
  const { port = 0, launch, digest = '', percent = 0, pins = [] } = asked;
  const exclusive = <T>(what: string, body: () => Promise<T>) => supervisor.exclusive(what, asker, body);
  if ((path === '/apply' || path === '/stage') && launch) {
    return exclusive(`${path.slice(1)} ${launch.version}`, () =>
      path === '/apply' ? supervisor.apply(port, launch, asker) : supervisor.stage(port, launch, asker),
    );
  }
  if (path === '/promote') return exclusive('promote', () => supervisor.promote(digest));
  if (path === '/discard') return exclusive('discard', () => supervisor.discard());
  if (path === '/weight') return exclusive(`weight ${percent}%`, () => supervisor.setWeight(percent));
  if (path === '/pins') return exclusive(`${pins.length} pins`, () => supervisor.setPins(pins));
  // Not exclusive: it must be possible to end an environment that hangs.
  if (path === '/down') return down();
  throw new UserError(`unknown operation ${path}`);
}

/** `/metrics` for Prometheus on a port of 127.0.0.1: the wanted one, or any. */
export async function serveAdmin(supervisor: Supervisor, wanted: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end('see /metrics\n');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(renderMetrics(supervisor.rows(), supervisor.scene.weight));
  });
  await listen(server, wanted).catch(() => listen(server, 0));
  const address = server.address();
  supervisor.scene.adminPort = typeof address === 'object' && address ? address.port : 0;
  return server;
}

function listen(server: Server, at: string | number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const done = () => {
      server.off('error', reject);
      resolve();
    };
    if (typeof at === 'string') server.listen(at, done);
    else server.listen({ port: at, host: '127.0.0.1', exclusive: true }, done);
  });
}

function allowed(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LARGEST_BODY) throw new UserError('the request is too large');
    chunks.push(chunk as Buffer);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify(body));
}

function errorBody(error: unknown) {
  if (error instanceof UserError) {
    return { error: { message: error.message, where: error.where, mend: error.mend } };
  }
  return { error: { message: describeError(error).text } };
}
