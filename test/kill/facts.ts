import type { Entry } from '@fairway/ledger';
import type { Observed } from '@fairway/targets';

/** A line of the preload: an effect, the share that it gives, or a death. */
export interface Effect {
  readonly name?: string;
  readonly weight?: number;
  readonly killed?: string;
}

/** The life of one process of a release. */
export interface Life {
  readonly what: 'start' | 'end';
  readonly version: string;
  readonly pid: number;
}

/** All that can be known of a scene from outside. */
export interface Facts {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly observed: Observed;
  /** The versions that clients got at the end. */
  readonly answers: readonly string[];
  readonly effects: readonly Effect[];
  readonly told: readonly { readonly moment: string; readonly version: string }[];
  readonly load: { readonly requests: number; readonly failed: number; readonly lost: readonly string[] };
  readonly story: readonly Life[];
}
