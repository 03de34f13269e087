import { join } from 'node:path';
import { UserError } from '@fairway/runtime';
import { credentialKeys, type Place } from './place.ts';
import type { RegistryPorts } from './ports.ts';

/** Who asks. `from` says in words where it was found, for messages. */
export type Credentials =
  | { readonly username: string; readonly password: string; readonly from?: string }
  | { readonly identityToken: string; readonly from?: string };

interface DockerConfig {
  readonly auths?: Readonly<Record<string, StoredAuth>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

interface StoredAuth {
  readonly auth?: string;
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
}

/**
 * Credentials of a place from the Docker config: its credential helper, the credentials store, then `auths`.
 * undefined: there are none. Throws UserError when the file or a helper is broken: to go on without would
 * end in a puzzling refusal.
 */
export async function dockerCredentials(
  place: Place,
  ports: RegistryPorts,
): Promise<Credentials | undefined> {
  const folder = ports.context.dockerConfig;
  if (folder === undefined) return undefined;
  const path = join(folder, 'config.json');
  const config = readConfig(await ports.files.read(path), path);
  if (!config) return undefined;
  const keys = credentialKeys(place);
  const helper = first(keys, config.credHelpers);
  if (helper) return await fromHelper(helper.value, [helper.key], ports, path);
  if (config.credsStore) {
    const found = await fromHelper(config.credsStore, hostKeys(keys), ports, path);
    if (found) return found;
  }
  const stored = first(keys, config.auths);
  return stored && fromAuth(stored.value, stored.key, path);
}

function readConfig(text: string | undefined, path: string): DockerConfig | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Not the parser's message: it quotes the text, and the text holds credentials.
  }
  throw new UserError('the Docker config is not valid JSON', {
    where: path,
    mend: 'mend the file, or log in again with docker login',
  });
}

function first<T>(keys: readonly string[], record: Readonly<Record<string, T>> | undefined) {
  for (const key of keys) {
    const value = record?.[key];
    if (value !== undefined) return { key, value };
  }
  return undefined;
}

function fromAuth(stored: StoredAuth, key: string, path: string): Credentials | undefined {
  const from = `"${key}" of ${path}`;
  if (stored.identitytoken) return { identityToken: stored.identitytoken, from };
  const pair = stored.auth ? Buffer.from(stored.auth, 'base64').toString('utf8') : undefined;
  const colon = pair?.indexOf(':') ?? -1;
  if (pair !== undefined && colon < 1) {
    throw new UserError(`the credentials ${from} are not base64 of user:password`, {
      where: path,
      mend: 'log in again with docker login',
    });
  }
  const username = pair?.slice(0, colon) ?? stored.username;
  // Some writers pad the password with zero bytes.
  const password = pair?.slice(colon + 1).replace(/\0+$/, '') ?? stored.password;
  return username && password !== undefined ? { username, password, from } : undefined;
}

/** Credential stores know hosts, not repositories. */
const hostKeys = (keys: readonly string[]): string[] =>
  keys.filter((key) => key.startsWith('https://') || !key.includes('/'));

async function fromHelper(
  name: string,
  servers: readonly string[],
  { exec, signal }: RegistryPorts,
  path: string,
): Promise<Credentials | undefined> {
  if (!/^[A-Za-z0-9._-]+$/.test(name)) {
    throw new UserError(`"${name}" is not the name of a credential helper`, { where: path });
  }
  const command = `docker-credential-${name}`;
  for (const server of servers) {
    const { stdout, exitCode } = await exec.run(command, ['get'], { input: server, okCodes: [0, 1], signal });
    if (exitCode === 0) return readAnswer(stdout, `${command} for ${server}`);
    // Helpers say "not found" on standard output; every other failure is one.
    if (!/not found|no credentials/i.test(stdout)) {
      throw new UserError(`${command} failed: ${stdout.trim().split('\n')[0] || 'it says nothing'}`, {
        where: path,
        mend: `run "echo ${server} | ${command} get" by hand, or log in again with docker login`,
      });
    }
  }
  return undefined;
}

function readAnswer(stdout: string, from: string): Credentials | undefined {
  let answer: { Username?: unknown; Secret?: unknown };
  try {
    answer = JSON.parse(stdout);
  } catch {
    // The answer may hold the secret: it is not quoted.
    throw new UserError(`${from} did not answer with JSON`, { mend: 'update the credential helper' });
  }
  const { Username: username, Secret: secret } = answer;
  if (typeof username !== 'string' || typeof secret !== 'string' || !secret) return undefined;
  return username === '<token>' ? { identityToken: secret, from } : { username, password: secret, from };
}
