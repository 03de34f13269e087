import { readFile } from 'node:fs/promises';
import { type RetryPolicy, UserError } from '@fairway/runtime';
import { RegistryClient } from './client.ts';
import type { Credentials } from './credentials.ts';
import { networkFailure, speaksPlainHttp } from './failure.ts';
import { Patience } from './patience.ts';
import { type Place, parsePlace } from './place.ts';
import type { RegistryPorts } from './ports.ts';
import { RegistryStore } from './store.ts';
import { Transport } from './transport.ts';

export interface RegistryOptions {
  /** `ghcr.io/acme/storefront`; without a host it is Docker Hub's. */
  readonly repository: string;
  readonly ports: RegistryPorts;
  /** Default: those of the Docker config. */
  readonly credentials?: Credentials;
  /** Plain HTTP. Without it only a registry on this machine may speak it. */
  readonly insecure?: boolean;
  /** PEM file of certificate authorities that are trusted besides the system's. */
  readonly caFile?: string;
  /** Default: a minute from the last progress. */
  readonly retry?: RetryPolicy;
  /** Milliseconds without a byte before a connection is given up. Default 60 s. */
  readonly idle?: number;
}

const PATIENCE: RetryPolicy = { deadline: 60_000, firstPause: 250, maxPause: 15_000 };

/**
 * Opens a repository. Nothing is asked of the registry yet, except that one on this machine is asked
 * whether it speaks TLS. Throws UserError.
 */
export async function openRegistry(options: RegistryOptions): Promise<RegistryStore> {
  const { repository, ports, credentials, insecure = false, caFile, idle } = options;
  const place = parsePlace(repository);
  const retry = options.retry ?? PATIENCE;
  const transport = new Transport({
    ...(caFile === undefined ? {} : { ca: await readAuthorities(caFile) }),
    ...(idle === undefined ? {} : { idle }),
  });
  const plain = insecure || (place.loopback && (await isPlain(place, transport, ports, retry)));
  const registry = new URL(`${plain ? 'http' : 'https'}://${place.host}`);
  return new RegistryStore(
    new RegistryClient({ place, registry, transport, ports, retry, ...(credentials ? { credentials } : {}) }),
  );
}

async function readAuthorities(path: string): Promise<string> {
  const mend = 'name a PEM file of certificate authorities';
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UserError(`the certificate authorities cannot be read: ${cause.message}`, {
      where: path,
      mend,
      cause,
    });
  });
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new UserError('the file of certificate authorities holds no certificate', { where: path, mend });
}

/** A wrong certificate is no reason to speak plain HTTP: only an answer that is no TLS at all is. */
async function isPlain(place: Place, transport: Transport, ports: RegistryPorts, retry: RetryPolicy) {
  const url = new URL(`https://${place.host}/v2/`);
  const { signal } = ports;
  return await new Patience(ports.clock, retry, signal).try(async () => {
    try {
      const response = await transport.send({ method: 'GET', url, headers: {}, signal });
      response.body.resume();
      return false;
    } catch (error) {
      signal.throwIfAborted();
      if (speaksPlainHttp(error)) return true;
      throw networkFailure(error, `reach the registry ${place.host}`, url);
    }
  });
}
