import { RemoteError, type RetryPolicy, UserError } from '@fairway/runtime';
import { Authorizer } from './authorizer.ts';
import type { Credentials } from './credentials.ts';
import { failureOf, networkFailure, oneLine, placeOf } from './failure.ts';
import { Patience } from './patience.ts';
import type { Place } from './place.ts';
import type { RegistryPorts } from './ports.ts';
import type { Scopes } from './scopes.ts';
import { type Response, readBytes, type Transport } from './transport.ts';

export interface Ask {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Of the distribution API, from `/v2/` on; or where the registry pointed us. */
  readonly url: string | URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Opened for each try; its length must be given in `Content-Length`. */
  readonly body?: () => AsyncIterable<Uint8Array>;
  /** The rights this needs. */
  readonly scopes: Scopes;
  /** In words, for messages: `push the manifest sha256:...`. */
  readonly action: string;
  /** Statuses that are answers and not failures. */
  readonly ok: readonly number[];
  /** Default: the run's. */
  readonly signal?: AbortSignal;
  /** Milliseconds without a byte, when the answer may take longer than usual. */
  readonly idle?: number;
}

export interface ClientOptions {
  readonly place: Place;
  readonly registry: URL;
  readonly transport: Transport;
  readonly ports: RegistryPorts;
  readonly retry: RetryPolicy;
  readonly credentials?: Credentials;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 5;

/** Asks one registry: authorizes, follows redirects, and turns what is not an answer into errors. */
export class RegistryClient {
  readonly place: Place;
  readonly registry: URL;
  readonly #options: ClientOptions;
  readonly #authorizer: Authorizer;
  readonly #warned = new Set<string>();

  constructor(options: ClientOptions) {
    this.#options = options;
    this.place = options.place;
    this.registry = options.registry;
    this.#authorizer = new Authorizer(options);
  }

  get ports(): RegistryPorts {
    return this.#options.ports;
  }

  patience(signal: AbortSignal = this.ports.signal): Patience {
    return new Patience(this.ports.clock, this.#options.retry, signal);
  }

  /** As `once`, tried again after 429, 5xx and network faults. Only for what may be done twice. */
  ask(ask: Ask): Promise<Response> {
    return this.patience(ask.signal).try(() => this.once(ask));
  }

  /** As `ask`, with the whole body of the answer, which is small. */
  async read(ask: Ask, limit: number): Promise<{ response: Response; bytes: Buffer }> {
    return await this.patience(ask.signal).try(async () => {
      const response = await this.once(ask);
      const bytes = await readBytes(response.body, limit, 'refuse').catch((error: unknown) => {
        this.ports.signal.throwIfAborted();
        throw networkFailure(error, ask.action, response.url);
      });
      return { response, bytes };
    });
  }

  /** One try. The caller reads the body of the answer. Throws UserError and RegistryError. */
  async once(ask: Ask): Promise<Response> {
    const response = await this.#authorized(ask);
    this.#warn(response);
    if (ask.ok.includes(response.status)) return response;
    const ours = response.url.origin === this.registry.origin;
    const { status } = response;
    const failure = await failureOf(response, ask.action, this.ports.clock.now());
    if (ours && (status === 403 || (status === 404 && failure.code === 'NAME_UNKNOWN'))) {
      throw new UserError(failure.message, {
        where: placeOf(response.url),
        mend:
          status === 403
            ? `the credentials for ${this.registry.host} lack this right on ${this.place.name}: grant it, or use others`
            : `check the name ${this.place.repository}, or create the repository first: this registry does not do it on a push`,
        cause: failure,
      });
    }
    throw failure;
  }

  /** Where a `Location` points: absolute or relative, with its query. Throws RemoteError without one. */
  location(response: Response, action: string): URL {
    const header = response.headers.location;
    if (!header || !URL.canParse(header, response.url.href)) {
      throw new RemoteError(`could not ${action}: the registry named no location to go on`, {
        where: placeOf(response.url),
        mend: 'check that this is a container registry and that no proxy drops the Location header',
      });
    }
    const target = new URL(header, response.url);
    // Behind a proxy that ends TLS some registries write http: into it. The line stays as strong as it was.
    if (target.hostname === this.registry.hostname && this.registry.protocol === 'https:') {
      if (target.protocol === 'http:' && target.port === '') target.port = this.registry.port;
      target.protocol = 'https:';
    }
    if (this.registry.protocol === 'https:' && target.protocol !== 'https:') {
      throw new RemoteError(
        `could not ${action}: the registry points to ${target.protocol}// from https://`,
        {
          where: placeOf(target),
          mend: 'mend the address the registry gives out: what follows would not be protected',
        },
      );
    }
    return target;
  }

  async #authorized(ask: Ask): Promise<Response> {
    let { scopes } = ask;
    // Once to learn the challenge, once for a token that has just expired.
    for (let round = 0; ; round++) {
      const header = await this.#authorizer.header(scopes);
      const response = await this.#follow(ask, header);
      if (response.status !== 401 || response.url.origin !== this.registry.origin) return response;
      response.body.resume();
      if (round === 2) throw await this.#authorizer.refusal(placeOf(response.url));
      scopes = await this.#authorizer.learn(response.headers['www-authenticate'], header, scopes);
    }
  }

  async #follow(ask: Ask, authorization: string | undefined): Promise<Response> {
    let url = new URL(ask.url, this.registry);
    for (let hops = 0; ; hops++) {
      const response = await this.#send(ask, url, authorization);
      if (!REDIRECTS.has(response.status)) return response;
      response.body.resume();
      const target = this.location(response, ask.action);
      const safe = ask.method === 'GET' || ask.method === 'HEAD';
      const same = target.origin === url.origin && response.status >= 307;
      if (hops < MAX_REDIRECTS && (safe || same)) url = target;
      else throw badRedirect(ask, url, target, hops);
    }
  }

  async #send(ask: Ask, url: URL, authorization: string | undefined): Promise<Response> {
    const { method, body, idle, signal = this.ports.signal } = ask;
    const options = { ...(body ? { body } : {}), ...(idle ? { idle } : {}) };
    const headers: Record<string, string> = {
      'User-Agent': 'fairway',
      'Accept-Encoding': 'identity',
      ...ask.headers,
    };
    // Credentials of the registry are for the registry alone, not for the storage it points to.
    if (authorization && url.origin === this.registry.origin) headers.Authorization = authorization;
    try {
      return await this.#options.transport.send({ method, url, headers, signal, ...options });
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw networkFailure(error, ask.action, url);
    }
  }

  #warn({ headers, url }: Response): void {
    if (url.origin !== this.registry.origin) return;
    for (const [, text = ''] of String(headers.warning ?? '').matchAll(/299\s+\S+\s+"((?:[^"\\]|\\.)*)"/g)) {
      if (this.#warned.has(text)) continue;
      this.#warned.add(text);
      this.ports.log.warning(`${this.registry.host} warns: ${oneLine(text.replace(/\\(.)/g, '$1'))}`);
    }
  }
}

function badRedirect({ method, action }: Ask, from: URL, to: URL, hops: number): RemoteError {
  const what = hops >= MAX_REDIRECTS ? 'too many redirects' : `${method} was redirected to ${placeOf(to)}`;
  return new RemoteError(`could not ${action}: ${what}`, {
    where: placeOf(from),
    mend: 'write the address of the registry itself; what is pushed is not sent to another place than that',
  });
}
