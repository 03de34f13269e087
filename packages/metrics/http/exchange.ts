import { type HttpOptions, retry, type Tls } from '@fairway/runtime';
import { RemoteError, UserError } from '@fairway/runtime/errors';
import type { MetricContext } from '../types.ts';

export interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for one try. */
  readonly timeout: number;
  /** The question changes nothing on the other side, so it may be asked again after a fault. */
  readonly harmless: boolean;
  readonly tls?: Tls | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it came from, without query and secrets. */
  readonly place: string;
}

interface Judgement {
  /** Refused because of a limit, though the status does not say so. */
  limited?(answer: Answer): boolean;
  /** Milliseconds until a limit ends, if the answer tells. */
  pause?(answer: Answer, now: number): number | undefined;
}

/** Figures need no more; a page that never ends must not fill the memory. */
const LARGEST = 5_000_000;
/** Milliseconds for limits to end. Faults are given one more `timeout`: a look that fails is made again. */
const PATIENCE = 20_000;
const PASSING = [408, 425, 500, 502, 503, 504];

/**
 * One question and its answer, whatever the status. Redirects are refused: they would carry keys in headers of
 * a vendor's own to another place. Throws RemoteError when nothing answers, the answer is too large, breaks off
 * or leads elsewhere.
 */
export async function exchange(
  { http, clock }: Pick<MetricContext['ports'], 'http' | 'clock'>,
  request: Request,
  signal: AbortSignal | undefined,
  { limited, pause }: Judgement = {},
): Promise<Answer> {
  const { url, method, headers, body, timeout, harmless, tls } = request;
  const init: HttpOptions = {
    ...{ method, headers, timeout, redirect: 'manual', retry: false },
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
    ...(tls ? { tls } : {}),
  };
  const place = placeOf(url);
  const begin = clock.now();
  const unread = (answer: Answer) => answer.status === 429 || limited?.(answer) === true;
  try {
    return await retry(
      async () => {
        const answer = await read(await http.fetch(url, init), place, method, signal);
        const passing = unread(answer) || (harmless && PASSING.includes(answer.status));
        if (passing) throw new Passing(answer);
        return answer;
      },
      (error) => {
        const now = clock.now();
        if (error instanceof Passing && unread(error.answer))
          return after(pause?.(error.answer, now), error.answer);
        const passes = error instanceof Passing || (error instanceof RemoteError && error.retryable);
        return harmless && passes && now - begin < timeout ? {} : undefined;
      },
      {
        clock,
        ...(signal ? { signal } : {}),
        policy: { deadline: PATIENCE, firstPause: 250, maxPause: 5_000 },
      },
    );
  } catch (error) {
    if (error instanceof Passing) return error.answer;
    throw error;
  }
}

/** Ends the tries; its answer is what the caller gets. */
class Passing extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`HTTP ${answer.status}`);
    this.answer = answer;
  }
}

function after(pause: number | undefined, { headers }: Answer): { after?: number } {
  const header = headers.get('retry-after');
  const told = pause ?? (header && /^\d+$/.test(header) ? Number(header) * 1_000 : undefined);
  return told === undefined ? {} : { after: told };
}

/** The address without what may be secret: user, password, query. */
export function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

async function read(
  response: Response,
  place: string,
  method: string,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    const to = headers.get('location');
    const where = to && URL.canParse(to, place) ? new URL(to, place).origin : 'elsewhere';
    throw new RemoteError(`${method} ${place} answers ${status} and leads to ${where}`, {
      mend: 'configure the address that it leads to, if that is right: keys are not carried along',
      status,
    });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      // Leaving the loop ends the connection.
      if (size > LARGEST)
        throw new RemoteError(`${place} answers with more than ${LARGEST} bytes`, { status });
      chunks.push(chunk);
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof RemoteError) throw error;
    throw new RemoteError(`the answer of ${place} broke off`, { status, retryable: true, cause: error });
  }
  return { status, headers, text: Buffer.concat(chunks).toString('utf8'), place };
}

/** The JSON of an answer; undefined where it is none. */
export function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A refusal in words. `message`: what the service says itself, if it can be read. */
export function refusal({ status, place, text }: Answer, message?: string, mend?: string): RemoteError {
  const said = message ?? excerpt(text);
  return new RemoteError(`${place} answers ${status}${said ? `: ${said}` : ''}`, {
    status,
    ...(mend ? { mend } : {}),
  });
}

/** An answer that should have been JSON. */
export function notJson({ status, place, text, headers }: Answer): RemoteError {
  const type = headers.get('content-type')?.split(';')[0] ?? 'no type';
  return new RemoteError(`${place} answers ${status} with no JSON (${type}): ${excerpt(text) || 'nothing'}`, {
    status,
  });
}

/** The beginning, on one line. */
export function excerpt(text: string): string {
  const line = text.slice(0, 2_000).replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 197)}...` : line;
}

/** For people. What is no error of ours was met while an answer was read that has another form than all others. */
export function reasonOf(error: unknown): string {
  if (error instanceof RemoteError || error instanceof UserError) {
    return error.mend ? `${error.message}. ${error.mend}` : error.message;
  }
  return `the answer has another form than expected (${error instanceof Error ? error.message : String(error)})`;
}
