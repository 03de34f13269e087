import type { Tls } from '@fairway/runtime';
import { UserError } from '@fairway/runtime/errors';
import type { HttpAuth, HttpTls } from './kinds-http.ts';
import type { MetricContext } from './types.ts';

/** The headers that say who asks. Secrets are read at once: a job without them fails before it measures. */
export function authHeaders(auth: HttpAuth | undefined, context: MetricContext): Record<string, string> {
  // A line break at the end, as of a file, is no part of a secret that travels in a header.
  const secret = (name: string) => context.secret(name).trim();
  if (auth?.bearer !== undefined) return { authorization: `Bearer ${secret(auth.bearer)}` };
  if (auth?.header) return { [auth.header.name]: secret(auth.header.value) };
  if (!auth?.basic) return {};
  const { user, password } = auth.basic;
  return { authorization: `Basic ${Buffer.from(`${user}:${secret(password)}`).toString('base64')}` };
}

/** Certificates of `providers.<name>.tls`; their files are read once, with the first question. */
export function certificatesOf(
  name: string,
  tls: HttpTls | undefined,
  url: string,
  context: MetricContext,
): () => Promise<Tls | undefined> {
  if (!tls || Object.keys(tls).length === 0) return async () => undefined;
  if (!url.startsWith('https:')) {
    throw new UserError(`\`tls\` of the provider ${name} needs an https address`, { mend: 'correct `url`' });
  }
  const secretKey = tls.keySecret === undefined ? undefined : context.secret(tls.keySecret);
  const read = async (path: string | undefined) => {
    if (path === undefined) return undefined;
    const text = await context.ports.files.read(path);
    if (text !== undefined) return text;
    throw new UserError(`there is no file ${path}`, {
      where: `providers.${name}.tls`,
      mend: 'correct its path',
    });
  };
  let files: Promise<Tls> | undefined;
  const readAll = async (): Promise<Tls> => {
    const [ca, cert, key = secretKey] = await Promise.all([tls.ca, tls.cert, tls.key].map(read));
    return { ...(ca ? { ca } : {}), ...(cert ? { cert } : {}), ...(key ? { key } : {}) };
  };
  return () => {
    files ??= readAll();
    return files;
  };
}
