import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const has = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Whether the lane `registry` can run here. */
export const haveRegistry = has('docker-registry') && has('htpasswd') && has('openssl');
export const haveSkopeo = has('skopeo');

export interface RegistrySetup {
  readonly users?: Readonly<Record<string, string>>;
  readonly tls?: boolean;
  /** Tokens: where they are made, and the file of the certificate that checks them. */
  readonly token?: {
    readonly realm: string;
    readonly service: string;
    readonly issuer: string;
    readonly bundle: string;
  };
}

export interface TestRegistry {
  /** `127.0.0.1:<port>`. */
  readonly host: string;
  readonly port: number;
  readonly folder: string;
  /** Of the self-made authority; with `tls` only. */
  readonly caFile: string;
  log(): string;
  stop(): Promise<void>;
}

/** Starts a real registry on a free port of 127.0.0.1, with its data in a folder of its own. */
export async function startRegistry(setup: RegistrySetup = {}): Promise<TestRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-registry-'));
  const port = await freePort();
  if (setup.tls) await makeCertificate(folder);
  const config = await configOf(setup, folder, port);
  await writeFile(join(folder, 'config.json'), JSON.stringify(config));
  // YAML holds JSON: no writer is needed.
  // On Linux the kernel ends it with this process, also when that is killed.
  const bound = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'KILL', '--'] : [];
  const [program = '', ...args] = [...bound, 'docker-registry', 'serve', join(folder, 'config.json')];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-200_000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !log.includes('listening on'); tries++) {
    if (tries > 400 || child.exitCode !== null) {
      await stop();
      throw new Error(`docker-registry did not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return { host: `127.0.0.1:${port}`, port, folder, caFile: join(folder, 'ca.pem'), log: () => log, stop };
}

async function configOf({ users, tls, token }: RegistrySetup, folder: string, port: number): Promise<object> {
  await mkdir(join(folder, 'data'));
  const auth: Record<string, object> = {};
  if (users) {
    const path = join(folder, 'htpasswd');
    await writeFile(path, '');
    // -i: the password by standard input.
    for (const [user, password] of Object.entries(users)) await htpasswd(path, user, password);
    auth.htpasswd = { realm: 'test, with "quotes"', path };
  }
  if (token) {
    const { realm, service, issuer, bundle } = token;
    auth.token = { realm, service, issuer, rootcertbundle: bundle };
  }
  return {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: join(folder, 'data') },
      delete: { enabled: true },
      maintenance: { uploadpurging: { enabled: false } },
    },
    http: {
      addr: `127.0.0.1:${port}`,
      // Fixed: by default it makes one up at each start.
      secret: 'test',
      ...(tls ? { tls: { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') } } : {}),
    },
    ...(Object.keys(auth).length ? { auth } : {}),
  };
}

async function htpasswd(path: string, user: string, password: string): Promise<void> {
  const child = run('htpasswd', ['-iBC', '4', path, user]);
  child.child.stdin?.end(password);
  await child;
}

/** An authority and a certificate for 127.0.0.1 and localhost. */
export async function makeCertificate(folder: string): Promise<void> {
  const at = (name: string) => join(folder, name);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await run('openssl', [
    ...['req', '-x509', ...key, '-keyout', at('ca-key.pem'), '-out', at('ca.pem')],
    ...['-days', '2', '-subj', '/CN=Test authority'],
  ]);
  await run('openssl', [
    ...['req', ...key, '-keyout', at('key.pem'), '-out', at('request.pem'), '-subj', '/CN=localhost'],
  ]);
  await writeFile(at('extensions'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  await run('openssl', [
    ...['x509', '-req', '-in', at('request.pem'), '-CA', at('ca.pem'), '-CAkey', at('ca-key.pem')],
    ...['-CAcreateserial', '-days', '2', '-extfile', at('extensions'), '-out', at('cert.pem')],
  ]);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
