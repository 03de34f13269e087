import type { Context, Ports } from '@fairway/runtime';
import type { ResolvedBase } from '../assemble/base.ts';
import type { ImageIdentity } from '../assemble/index.ts';
import type { ImageBuild } from '../kinds.ts';
import type { ImageStore } from '../types.ts';
import type { BuilderName } from './fields.ts';

export interface BuildRequest {
  /** Absolute folder that the build section's paths are relative to. */
  readonly context: string;
  readonly build: ImageBuild;
  readonly identity: ImageIdentity;
  /** What `resolveBase` found for `build.base`; for assemble only. */
  readonly base?: ResolvedBase;
  /** Takes the image, tagged with the version. */
  readonly store: ImageStore;
  /** Values of the secrets that the build section names, by id. */
  readonly secrets?: Readonly<Record<string, string>>;
}

export interface BuiltLayer {
  /** In words: files or the instruction that made it. */
  readonly what: string;
  readonly digest: string;
  /** Bytes, compressed. */
  readonly size: number;
  /** The store had it already. */
  readonly existed: boolean;
  /** How many files went in, where the builder knows. */
  readonly files?: number;
}

export interface BuiltImage {
  /** By digest: `oci:<folder>@sha256:...` for a layout. */
  readonly reference: string;
  /** Of the manifest; of the index when there are several platforms. */
  readonly digest: string;
  /** Bytes of the layers, compressed; a layer of several platforms counts once. */
  readonly size: number;
  readonly layers: readonly BuiltLayer[];
  /** The manifest of each platform, in the order of the config. */
  readonly platforms: readonly { readonly platform: string; readonly digest: string }[];
  /** The store had an image of this very digest already. */
  readonly existed: boolean;
  /** The digest that the version tag pointed to before, when it was another one. */
  readonly replaced: string | undefined;
}

/** What a builder needs of the world. */
export type BuilderPorts = Pick<Ports, 'exec' | 'log' | 'signal' | 'mask'> & {
  readonly context: Pick<Context, 'temp'>;
};

/** Why a builder cannot be used here, and how to mend that. */
export interface Missing {
  readonly why: string;
  readonly mend: string;
}

/** Builds an image of the request into its store. The same rules hold for all: see test/builders. */
export interface Builder {
  readonly name: BuilderName;
  /** undefined when this machine has what the builder needs. */
  missing(ports: BuilderPorts): Promise<Missing | undefined>;
  /**
   * The store has the whole image and its tag at the end, or no new tag. UserError for what the user can
   * mend, CommandError with the end of the builder's log, its secrets redacted.
   */
  build(request: BuildRequest, ports: BuilderPorts): Promise<BuiltImage>;
}
