import type { Descriptor } from '@fairway/image';
import type { BuildFacts } from '@fairway/image/attest';
import type { BuiltImage } from '@fairway/image/builders';
import type { FoundImage } from '@fairway/image/reuse';

export interface LayerRow {
  readonly what: string;
  readonly digest: string;
  /** Bytes, compressed. */
  readonly size: number;
  readonly note: string;
}

/** What all ways, building, finding and merging, come to. */
export interface Built {
  readonly image: Descriptor;
  /** Bytes of the layers; undefined when only a registry knows. */
  readonly size: number | undefined;
  /** An image of this digest was there already. */
  readonly reused: boolean;
  /** In words: why there was no need to build, or what was built. */
  readonly story: string;
  /** The digest that the version named before, in the layout. */
  readonly replaced: string | undefined;
  readonly layers: readonly LayerRow[];
  /** Commit that the labels name; undefined when they name none. */
  readonly revision: string | undefined;
  readonly key: string | undefined;
  /** The manifest or index as the registry has it; then the image need not be in the layout. */
  readonly pushed: Buffer | undefined;
  /** How this run built it; undefined when it did not. */
  readonly making: BuildFacts | undefined;
}

export function fromBuilder(
  { builder, size, existed, replaced, layers }: BuiltImage & { readonly builder: string },
  image: Descriptor,
  key: string | undefined,
  making: BuildFacts,
): Built {
  const files = layers.reduce((sum, layer) => sum + (layer.files ?? 0), 0);
  const what = builder === 'assemble' ? counted(files) : `${layers.length} layers by ${builder}`;
  return {
    ...{ image, size, reused: existed, replaced, key, making, revision: making.revision, pushed: undefined },
    story: existed ? `Built ${what}: the same digest was there already.` : `Built an image of ${what}.`,
    layers: layers.map((layer) => {
      const state = layer.existed ? 'unchanged' : 'written';
      const note = layer.files === undefined ? state : `${counted(layer.files)}, ${state}`;
      return { what: layer.what, digest: layer.digest, size: layer.size, note };
    }),
  };
}

export function fromLayout(found: FoundImage, key: string, replaced: string | undefined): Built {
  const story = 'Not built: the layout has the image that was built from the same inputs.';
  return { ...reused(found, key), story, replaced, pushed: undefined };
}

export function fromRegistry(found: FoundImage & { readonly bytes: Buffer }, key: string): Built {
  const story = 'Not built: the registry has the image that was built from the same inputs.';
  return { ...reused(found, key), story, replaced: undefined, pushed: found.bytes };
}

function reused({ image, size, layers, revision }: FoundImage, key: string) {
  const rows = layers.map((layer, i) => ({
    ...{ what: `layer ${i + 1}`, digest: layer.digest, size: layer.size, note: 'reused' },
  }));
  return { image, size, reused: true, layers: rows, revision, key, making: undefined };
}

const counted = (files: number): string => `${files} file${files === 1 ? '' : 's'}`;
