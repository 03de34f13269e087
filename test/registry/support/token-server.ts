import { createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

export interface TokenAsk {
  readonly method: string;
  readonly scopes: readonly string[];
  readonly authorization: string | undefined;
  readonly form: URLSearchParams | undefined;
}

export interface TokenServer {
  readonly realm: string;
  readonly asks: TokenAsk[];
  /** What the next tokens are like. */
  behaviour: TokenBehaviour;
  stop(): Promise<void>;
}

export interface TokenBehaviour {
  /** Seconds the server says; undefined: nothing. */
  readonly expiresIn?: number;
  /** Seconds from now when the registry stops accepting it (it grants a minute more by itself). */
  readonly life?: number;
  readonly field?: 'token' | 'access_token';
  /** Which of the asked rights are granted. Default: all, to alice and to the identity token. */
  readonly grant?: (user: string | undefined, actions: string[], name: string) => string[];
  readonly status?: number;
}

const LEEWAY = 60;

/** Signs tokens that a real registry checks with the certificate in `folder` (see makeCertificate). */
export async function startTokenServer(
  folder: string,
  service: string,
  issuer: string,
): Promise<TokenServer> {
  const key = createPrivateKey(await readFile(join(folder, 'key.pem')));
  const certificate = new X509Certificate(await readFile(join(folder, 'cert.pem')));
  const header = { typ: 'JWT', alg: 'ES256', x5c: [certificate.raw.toString('base64')] };
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = request.method === 'POST' ? new URLSearchParams(body) : undefined;
    const scopes = form ? (form.get('scope') ?? '').split(' ') : url.searchParams.getAll('scope');
    const { authorization } = request.headers;
    state.asks.push({ method: request.method ?? '', scopes, authorization, form });
    const user = userOf(authorization, form);
    const { behaviour } = state;
    if (behaviour.status || user === null) {
      response.writeHead(behaviour.status ?? 401, { 'Content-Type': 'application/json' });
      return void response.end('{"errors":[{"code":"UNAUTHORIZED","message":"wrong password"}]}');
    }
    const now = Math.floor(Date.now() / 1_000);
    const access = scopes.map((scope) => {
      const [type = '', name = '', actions = ''] = scope.split(':');
      const asked = actions.split(',');
      const granted = behaviour.grant ? behaviour.grant(user, asked, name) : user ? asked : [];
      return { type, name, actions: granted };
    });
    const exp = now + (behaviour.life ?? 300 + LEEWAY) - LEEWAY;
    const claims = {
      iss: issuer,
      sub: user ?? '',
      aud: service,
      exp,
      nbf: now - 600,
      iat: now,
      jti: randomUUID(),
      access,
    };
    const text = `${encode(header)}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString(
      'base64url',
    );
    const answer = { [behaviour.field ?? 'token']: `${text}.${signature}`, expires_in: behaviour.expiresIn };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const state: TokenServer = {
    realm: `http://127.0.0.1:${port}/token`,
    asks: [],
    behaviour: {},
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return state;
}

/** undefined: nobody; null: wrong. */
function userOf(
  authorization: string | undefined,
  form: URLSearchParams | undefined,
): string | undefined | null {
  if (form) return form.get('refresh_token') === 'identity-of-alice' ? 'alice' : null;
  if (!authorization) return undefined;
  const pair = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString('utf8');
  return pair === 'alice:pass:word with ümlaut' ? 'alice' : null;
}
