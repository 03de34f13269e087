import { RemoteError } from '@fairway/runtime';
import { type Challenge, parseChallenge } from './challenge.ts';
import { type Credentials, dockerCredentials } from './credentials.ts';
import type { Place } from './place.ts';
import type { RegistryPorts } from './ports.ts';
import { covers, mergeScopes, type Scopes } from './scopes.ts';
import { basic, fetchToken, refusal, type Token } from './tokens.ts';
import type { Transport } from './transport.ts';

export interface AuthorizerOptions {
  readonly place: Place;
  readonly registry: URL;
  readonly transport: Transport;
  readonly ports: RegistryPorts;
  /** Default: those of the Docker config, read when the registry first asks for some. */
  readonly credentials?: Credentials;
}

/** Answers the challenges of one registry, and keeps its tokens until they expire. */
export class Authorizer {
  readonly #options: AuthorizerOptions;
  #challenge: Challenge | undefined;
  #credentials: Promise<Credentials | undefined> | undefined;
  #tokens: Token[] = [];
  /** Tokens that are being fetched: parallel uploads share one. */
  readonly #fetching = new Map<string, Promise<Token>>();

  constructor(options: AuthorizerOptions) {
    this.#options = options;
  }

  /** The `Authorization` header for these rights; undefined as long as the registry asked for none. */
  async header(wanted: Scopes): Promise<string | undefined> {
    const challenge = this.#challenge;
    if (!challenge) return undefined;
    if (challenge.scheme === 'bearer') return `Bearer ${(await this.#token(challenge, wanted)).value}`;
    const credentials = await this.#who();
    const { registry } = this.#options;
    if (!credentials) throw refusal(undefined, registry.host, registry.origin);
    if ('username' in credentials) return basic(credentials);
    throw refusal(credentials, registry.host, registry.origin);
  }

  /**
   * Takes in a 401. Returns the rights to ask for in the next try. Throws UserError when what was sent was
   * fresh: then another try would be refused too.
   */
  async learn(header: string | undefined, sent: string | undefined, wanted: Scopes): Promise<Scopes> {
    const { registry } = this.#options;
    const challenge = parseChallenge(header);
    if (!challenge) {
      throw new RemoteError(`${registry.host} answered 401 without a challenge that we know`, {
        where: registry.origin,
        mend: 'Bearer and Basic are supported: check the set-up of the registry',
        status: 401,
      });
    }
    if (sent?.startsWith('Basic ') && challenge.scheme === 'basic') {
      throw refusal(await this.#who(), registry.host, registry.origin);
    }
    this.#challenge = challenge;
    this.#tokens = this.#tokens.filter(({ value }) => sent !== `Bearer ${value}`);
    return challenge.scheme === 'bearer' ? mergeScopes(wanted, challenge.scopes) : wanted;
  }

  /** For messages about a refusal. */
  async refusal(where: string): Promise<Error> {
    return refusal(await this.#who(), this.#options.registry.host, where);
  }

  async #token(challenge: Challenge & { scheme: 'bearer' }, wanted: Scopes): Promise<Token> {
    const { clock } = this.#options.ports;
    this.#tokens = this.#tokens.filter(({ renewAt }) => renewAt > clock.now());
    const held = this.#tokens.find(({ scopes }) => covers(scopes, wanted));
    if (held) return held;
    const scopes = mergeScopes(wanted);
    const key = scopes.join(' ');
    let fetching = this.#fetching.get(key);
    if (!fetching) {
      fetching = this.#fetch(challenge, scopes).finally(() => this.#fetching.delete(key));
      this.#fetching.set(key, fetching);
    }
    return await fetching;
  }

  async #fetch(challenge: Challenge & { scheme: 'bearer' }, scopes: Scopes): Promise<Token> {
    const token = await fetchToken({ ...this.#options, challenge, credentials: await this.#who() }, scopes);
    this.#tokens.push(token);
    return token;
  }

  #who(): Promise<Credentials | undefined> {
    this.#credentials ??= this.#find();
    return this.#credentials;
  }

  async #find(): Promise<Credentials | undefined> {
    const { place, ports, credentials } = this.#options;
    const found = credentials ?? (await dockerCredentials(place, ports));
    if (found) ports.mask('username' in found ? found.password : found.identityToken);
    return found;
  }
}
