import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

export interface Manifest {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

export interface Storage {
  /** Blobs lie here, by digest. */
  readonly folder: string;
  /** `<repository>@<digest>` -> manifest. */
  readonly manifests: Map<string, Manifest>;
  /** `<repository>:<tag>` -> digest. */
  readonly tags: Map<string, string>;
  /** Upload id -> bytes received. */
  readonly uploads: Map<string, number>;
}

export interface Exchange {
  readonly storage: Storage;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly repository: string;
  /** Digest, tag or upload id. */
  readonly name: string;
}

/** An error in the protocol's words. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The file of a blob; refuses what is no digest, so that no name leads out of the folder. */
export function blobPath({ folder }: Storage, digest: string): string {
  if (!/^sha256:[0-9a-f]{64}$/.test(digest))
    throw new Refusal(400, 'DIGEST_INVALID', `${digest} is no digest`);
  return join(folder, digest.replace(':', '-'));
}

export const digestOf = (bytes: Buffer): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
