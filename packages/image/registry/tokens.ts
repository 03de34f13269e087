import { RemoteError, UserError } from '@fairway/runtime';
import type { Challenge } from './challenge.ts';
import type { Credentials } from './credentials.ts';
import { failureOf, networkFailure, placeOf } from './failure.ts';
import type { RegistryPorts } from './ports.ts';
import type { Scopes } from './scopes.ts';
import { type Response, readBytes, type Transport } from './transport.ts';

export interface Token {
  readonly value: string;
  readonly scopes: Scopes;
  /** Milliseconds since 1970 from which it is not used any more. */
  readonly renewAt: number;
}

export interface TokenSource {
  readonly challenge: Challenge & { readonly scheme: 'bearer' };
  readonly credentials: Credentials | undefined;
  /** Of the registry: its credentials go over no weaker line than its own. */
  readonly registry: URL;
  readonly transport: Transport;
  readonly ports: RegistryPorts;
}

/** What the token server says when it does not say how long a token lives, in seconds. */
const DEFAULT_LIFE = 60;

/**
 * Fetches a token from the server the registry named; one try, as part of a request that is tried again.
 * Throws UserError when it refuses the credentials.
 */
export async function fetchToken(source: TokenSource, scopes: Scopes): Promise<Token> {
  const { ports, registry } = source;
  const realm = realmUrl(source);
  const action = `get a token for ${registry.host}`;
  const asked = ports.clock.now();
  const response = await request(source, realm, scopes).catch((error: unknown) => {
    ports.signal.throwIfAborted();
    throw networkFailure(error, action, realm);
  });
  if (response.status === 401 || response.status === 403) throw refused(response, source);
  if (response.status !== 200) throw await failureOf(response, action, ports.clock.now());
  const bytes = await readBytes(response.body, 1_048_576, 'refuse').catch((error: unknown) => {
    ports.signal.throwIfAborted();
    throw networkFailure(error, action, realm);
  });
  const { value, life } = readToken(bytes, realm);
  ports.mask(value);
  // Early enough that it does not expire on the way, yet even the shortest one is used once.
  const margin = Math.min(10_000, life * 250);
  return { value, scopes, renewAt: asked + life * 1_000 - margin };
}

function realmUrl({ challenge, registry }: TokenSource): URL {
  const realm = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined;
  const allowed = registry.protocol === 'http:' ? ['http:', 'https:'] : ['https:'];
  if (realm && allowed.includes(realm.protocol)) return realm;
  throw new RemoteError(`${registry.host} names no usable token server`, {
    where: realm ? placeOf(realm) : registry.origin,
    mend: `the token server of a registry must have an ${allowed.join('// or ')}// address`,
  });
}

async function request(source: TokenSource, realm: URL, scopes: Scopes): Promise<Response> {
  const { challenge, credentials, transport, ports } = source;
  const { signal } = ports;
  if (credentials && 'identityToken' in credentials) {
    const form = Buffer.from(
      new URLSearchParams({
        grant_type: 'refresh_token',
        service: challenge.service ?? '',
        client_id: 'fairway',
        scope: scopes.join(' '),
        refresh_token: credentials.identityToken,
      }).toString(),
    );
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(form.length),
    };
    return await transport.send({ method: 'POST', url: realm, headers, body: () => once(form), signal });
  }
  const url = new URL(realm);
  if (challenge.service !== undefined) url.searchParams.set('service', challenge.service);
  for (const one of scopes) url.searchParams.append('scope', one);
  const headers: Record<string, string> = credentials ? { Authorization: basic(credentials) } : {};
  return await transport.send({ method: 'GET', url, headers, signal });
}

export const basic = ({ username, password }: { username: string; password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

export async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function readToken(bytes: Buffer, realm: URL): { value: string; life: number } {
  const where = placeOf(realm);
  try {
    const answer = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    const value = answer.token || answer.access_token;
    // A header must not get a line of its own from it.
    if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) {
      const life = Number(answer.expires_in);
      return { value, life: life > 0 ? life : DEFAULT_LIFE };
    }
  } catch {
    // The answer is not quoted: it may hold a token.
  }
  throw new RemoteError('the token server answered without a token', {
    where,
    mend: 'check the address of the registry; this may be a login page',
  });
}

function refused(response: Response, { credentials, registry }: TokenSource): UserError {
  response.body.resume();
  return refusal(credentials, registry.host, placeOf(response.url));
}

/** The registry or its token server does not accept who we are. */
export function refusal(credentials: Credentials | undefined, host: string, where: string): UserError {
  if (!credentials) {
    return new UserError(`${host} needs credentials, and there are none for it`, {
      where,
      mend: 'give a user name and password as inputs (from secrets), or log in with docker login first',
    });
  }
  const who = 'username' in credentials ? `user "${credentials.username}"` : 'the identity token';
  return new UserError(`${host} refuses the credentials of ${who}`, {
    where,
    mend: `check those from ${credentials.from ?? 'the inputs'}: they are wrong, have expired, or lack a right`,
  });
}
