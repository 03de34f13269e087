import { parseReference } from '@fairway/image';
import type { EnvironmentState, Release } from '@fairway/ledger';
import { resolveCommit } from '@fairway/release';
import type { Ports } from '@fairway/runtime';
import { guardAncestor, guardOrder, guardStopped } from './guards.ts';
import type { Site } from './site.ts';

export interface WantedInputs {
  /** By digest. */
  readonly image: string;
  readonly version: string;
  /** Commit, branch or tag. */
  readonly revision: string;
}

/** The release that the inputs name. Throws UserError for an image that is not named by its digest. */
export async function releaseOf({ image, version, revision }: WantedInputs, ports: Ports): Promise<Release> {
  const { digest } = parseReference(image);
  const commit = /^[0-9a-f]{40}$/.test(revision) ? revision : await resolveCommit(ports, revision);
  return { version, commit, image, digest };
}

export interface GuardOptions {
  readonly allowOlder: boolean;
  readonly allowStopped: boolean;
  readonly skipOrder: boolean;
  readonly token: string;
}

/** All reasons not to go on, before anything is changed. What is live already passes. */
export async function guard(
  site: Site,
  state: EnvironmentState,
  wanted: Release,
  { allowOlder, allowStopped, skipOrder, token }: GuardOptions,
): Promise<void> {
  if (state.live?.digest === wanted.digest) return;
  if (!skipOrder) await guardOrder(site, wanted);
  if (!allowStopped) guardStopped(site, state, wanted);
  if (!allowOlder) await guardAncestor(site, state.live, wanted, token);
}
