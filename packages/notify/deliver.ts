import { type Clock, type Http, RemoteError } from '@fairway/runtime';

export interface Delivery {
  /** Mostly a secret: no message shows any part of it. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
}

const AGAIN = new Set([429, 500, 502, 503, 504]);
/** Milliseconds before the second try, unless the service says how long. */
const PAUSE = 300;
/** Longer is not worth waiting for: a notice must not hold anything up. */
const PATIENCE = 3_000;

/**
 * Posts, a second time when the service is busy or at fault, and returns the text of the answer. Redirects are
 * not followed: a secret goes where it was meant to. Throws RemoteError for everything but 2xx.
 */
export async function deliver(
  { http, clock }: { http: Http; clock: Clock },
  delivery: Delivery,
  signal: AbortSignal,
): Promise<string> {
  const first = await post(http, delivery, signal);
  if (!AGAIN.has(first.status)) return await accepted(first, delivery);
  const asked = Number(first.headers.get('retry-after') ?? Number.NaN) * 1_000;
  const pause = Number.isFinite(asked) && asked > 0 ? asked : PAUSE;
  if (pause > PATIENCE) return await accepted(first, delivery);
  await clock.sleep(pause, signal).catch(() => undefined);
  if (signal.aborted) return await accepted(first, delivery);
  return await accepted(await post(http, delivery, signal), delivery);
}

async function post(http: Http, { url, headers, body }: Delivery, signal: AbortSignal): Promise<Response> {
  try {
    return await http.fetch(url, {
      method: 'POST',
      headers: { 'user-agent': 'fairway', ...headers, 'content-type': 'application/json; charset=utf-8' },
      body,
      redirect: 'manual',
      retry: false,
      whole: true,
      signal,
    });
  } catch (error) {
    // Its own message, and its cause's, may show the URL.
    throw new RemoteError(`no answer (${signal.aborted ? 'timed out' : codeOf(error)})`, { retryable: true });
  }
}

function codeOf(error: unknown): string {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') return one.code;
  }
  return 'the connection failed';
}

async function accepted(response: Response, delivery: Delivery): Promise<string> {
  const { status } = response;
  const text = await response.text();
  if (response.ok) return text;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    throw new RemoteError('it answers with a redirect, which is not followed: give it the final URL', {
      status,
    });
  }
  const said = withoutSecrets(text, delivery).replace(/\s+/g, ' ').trim().slice(0, 200);
  throw new RemoteError(`it answers ${status}${said ? `: ${said}` : ''}`, { status });
}

/** An answer may repeat parts of the URL or of our headers, and these are secrets. */
function withoutSecrets(text: string, { url, headers = {} }: Delivery): string {
  const { host, pathname, search, searchParams, username, password } = new URL(url);
  const ofUrl = [
    url,
    host,
    pathname,
    search,
    username,
    password,
    ...pathname.split('/'),
    ...searchParams.values(),
  ];
  const parts = [...ofUrl, ...Object.values(headers).flatMap((value) => [value, ...value.split(' ')])];
  const long = parts.flatMap((part) => [part, decode(part)]).filter((part) => part.length >= SHORT);
  return long
    .sort((a, b) => b.length - a.length)
    .reduce((hidden, part) => hidden.replaceAll(part, '***'), text);
}

/** Shorter parts would hide ordinary words. */
const SHORT = 6;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
