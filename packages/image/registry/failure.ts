import { RemoteError, UserError } from '@fairway/runtime';
import { type Response, readText, SourceFailure } from './transport.ts';

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** An answer of the registry that is an error. */
export class RegistryError extends RemoteError {
  /** First error code of the distribution protocol, such as `BLOB_UNKNOWN`; empty without one. */
  readonly code: string;
  /** Milliseconds the registry asked to wait. */
  readonly after: number | undefined;

  constructor(message: string, detail: ErrorDetail) {
    super(message, detail);
    this.code = detail.code;
    this.after = detail.after;
  }
}

interface ErrorDetail {
  readonly code: string;
  readonly after: number | undefined;
  readonly status: number;
  readonly retryable: boolean;
  readonly where: string;
  readonly mend: string;
}

const MEND: Record<number, string> = {
  404: 'check the name of the repository and the tag or digest; some registries say so without permission',
  405: 'the registry does not allow this (it may be a read-only mirror): use another one',
  413: 'a proxy before the registry limits the size of a request: raise its limit',
  429: 'the registry limits the rate of requests: run again later, or log in for a higher limit',
};

const MEND_CODE: Record<string, string> = {
  DIGEST_INVALID: 'the bytes were damaged on the way, or are not those of the digest: build the image again',
  MANIFEST_BLOB_UNKNOWN: 'the registry lost a blob that it had: run again',
  MANIFEST_INVALID: 'this registry does not take such an image: see its documentation for media types',
};

/** Reads the answer to its end and says what it means. `action` in words: `push a blob to ghcr.io/acme/x`. */
export async function failureOf(response: Response, action: string, now: number): Promise<RegistryError> {
  const text = await readText(response).catch(() => '');
  const { code, message } = protocolError(text);
  const { status } = response;
  const said = [code, message].filter((part) => part !== '').join(': ');
  return new RegistryError(`could not ${action}: HTTP ${status}${said ? ` (${said})` : ''}`, {
    code,
    status,
    after: retryAfter(response.headers['retry-after'], now),
    // The last two: the registry lost (a part of) an upload, or is still storing what came before the line
    // broke. It can be resumed or begun again.
    retryable: PASSING.has(status) || status === 416 || /^BLOB_UPLOAD_(UNKNOWN|INVALID)$/.test(code),
    where: placeOf(response.url),
    mend: MEND_CODE[code] ?? MEND[status] ?? general(status),
  });
}

const general = (status: number): string =>
  status >= 500
    ? 'the registry fails: see its status page or its log, and run again later'
    : 'check that this is the address of a container registry; its log says more';

/** The first of `errors` of the answer; otherwise its first line, so that a proxy's page is told too. */
function protocolError(text: string): { code: string; message: string } {
  try {
    const [error] = (JSON.parse(text) as { errors?: { code?: unknown; message?: unknown }[] }).errors ?? [];
    if (error) return { code: oneLine(error.code), message: oneLine(error.message) };
  } catch {
    // Not JSON.
  }
  return { code: '', message: text.startsWith('<') ? '' : oneLine(text.split('\n')[0]) };
}

/** A registry's words are quoted, but it must not write lines of our log. */
export const oneLine = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, 300)
    : '';

/** Seconds or a date -> milliseconds. */
function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** Without its query, which may hold a signature. */
export const placeOf = (url: URL): string => `${url.origin}${url.pathname}`;

/** What a thrown network error means. An error of ours or of the source is passed on as it is. */
export function networkFailure(error: unknown, action: string, url: URL): unknown {
  if (error instanceof SourceFailure) return error.cause;
  if (error instanceof RemoteError || error instanceof UserError) return error;
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  const where = url.origin;
  if (/^(ERR_TLS|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code)) {
    return new UserError(`could not ${action}: the certificate is not trusted (${message})`, {
      where,
      mend: 'name the file of the certificate authority, or mend the certificate of the registry',
      cause: error,
    });
  }
  if (speaksPlainHttp(error)) {
    return new UserError(`could not ${action}: the registry does not speak TLS`, {
      where,
      mend: 'allow plain HTTP for this registry explicitly, or give it a certificate',
      cause: error,
    });
  }
  return new RemoteError(`could not ${action}: the connection failed (${message || code})`, {
    where,
    mend: 'check that the registry is up and can be reached from this machine',
    retryable: code !== 'ENOTFOUND',
    cause: error,
  });
}

export function speaksPlainHttp(error: unknown): boolean {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  return (
    code === 'ERR_SSL_WRONG_VERSION_NUMBER' || /wrong version number|packet length too long/.test(message)
  );
}
