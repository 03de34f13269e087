export type Ecosystem = 'npm' | 'deb' | 'apk' | 'pypi' | 'golang';

/** A package as its own metadata names it. Texts come out of the image: they are checked, not trusted. */
export interface FoundPackage {
  readonly ecosystem: Ecosystem;
  /** With its scope or namespace: `@acme/shop`, `golang.org/x/net`. */
  readonly name: string;
  readonly version: string;
  /** As written there. */
  readonly license?: string;
  /** As the package manager names it: `amd64`, `x86_64`. */
  readonly architecture?: string;
  /** What it was built from, where that has another name or version: advisories name this one. */
  readonly source?: { readonly name: string; readonly version?: string };
}

export interface Distribution {
  /** `ID` of os-release: `debian`, `alpine`. */
  readonly id: string;
  /** `VERSION_ID`: `12`, `3.20.1`; absent in Debian's testing. */
  readonly version?: string;
}

/** What one file of the image tells. */
export interface FileFacts {
  readonly packages?: readonly FoundPackage[];
  /** What a lock file names: only what is there when nothing is installed beside it. */
  readonly locked?: readonly FoundPackage[];
  readonly distribution?: Distribution;
  /** Why (a part of) the file could not be read. */
  readonly problem?: string;
}

/** A file that may tell of packages; `path` has no leading slash. */
export interface FileHead {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
}

/** Reads one form of package metadata. */
export interface Cataloger {
  readonly name: string;
  wants(file: FileHead): boolean;
  /** Never throws because of what the file holds. Need not read to the end. */
  read(content: AsyncIterable<Uint8Array>, file: FileHead): Promise<FileFacts>;
}

export interface Component extends FoundPackage {
  readonly purl: string;
  /** Files that tell of it, sorted. */
  readonly paths: readonly string[];
}

/** What is in an image (or any tree of files). */
export interface Inventory {
  /** One for each package URL, sorted by it. */
  readonly components: readonly Component[];
  readonly distribution?: Distribution;
  /** Files that should tell of packages and could not be read, sorted. Then the list may lack some. */
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
  /** Files there are, known or not. */
  readonly files: number;
}
