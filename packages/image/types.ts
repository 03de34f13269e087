import type { Readable } from 'node:stream';

export const MEDIA_TYPES = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
  layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
} as const;

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

/** Points to a blob: what it is, its digest (`sha256:...`) and its size in bytes. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: Platform;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface ImageManifest {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface ImageIndex {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly manifests: readonly Descriptor[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** How the process is started; names as in the OCI image specification. */
export interface ProcessConfig {
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  /** `NAME=value` each. */
  readonly Env?: readonly string[];
  readonly WorkingDir?: string;
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly Healthcheck?: Healthcheck;
  readonly Volumes?: Readonly<Record<string, object>>;
  readonly StopSignal?: string;
  /** Steps that a Dockerfile builder runs when it builds on this image. */
  readonly OnBuild?: readonly string[] | null;
}

/** As Docker writes it; not part of the OCI specification, but engines read it. Times in nanoseconds. */
export interface Healthcheck {
  /** `['CMD', program, ...arguments]`, `['CMD-SHELL', command]` or `['NONE']`. */
  readonly Test: readonly string[];
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly StartPeriod?: number;
  readonly StartInterval?: number;
  readonly Retries?: number;
}

/** The config blob of an OCI image. */
export interface ImageConfig extends Platform {
  readonly created?: string;
  readonly config: ProcessConfig;
  readonly rootfs: { readonly type: 'layers'; readonly diff_ids: readonly string[] };
  readonly history?: readonly Readonly<Record<string, string | boolean>>[];
}

export interface WrittenBlob {
  readonly digest: string;
  readonly size: number;
  /** True when the store had it already; then nothing was written. */
  readonly existed: boolean;
}

/** Where images are kept: an OCI image layout on this machine, or a registry. */
export interface ImageStore {
  /** Words for messages: `the image layout /srv/images`. */
  readonly location: string;
  /** The reference of an image in this store, by digest. */
  reference(digest: string): string;
  /** Whether a blob of this digest and size is there; its bytes are not read. */
  has(blob: Pick<Descriptor, 'digest' | 'size'>): Promise<boolean>;
  /** The bytes as stored, not verified. UserError when the blob is not there. */
  read(digest: string): Promise<Readable>;
  /** Whole or not at all. The digest is computed on the way; memory does not depend on the size. */
  write(content: AsyncIterable<Uint8Array>): Promise<WrittenBlob>;
  /** The images the store lists, each with its tag in `org.opencontainers.image.ref.name`. */
  list(): Promise<readonly Descriptor[]>;
  /** Lists an image under a tag. Returns the digest the tag had before. */
  tag(name: string, image: Descriptor): Promise<string | undefined>;
}
