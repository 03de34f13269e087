import type { AssembledImage, FoundImage, ImageBuild, ImageIdentity } from '@fairway/image';
import type { Ports } from '@fairway/runtime';
import { formatSize } from '@fairway/schema';

interface LayerRow {
  readonly what: string;
  readonly digest: string;
  readonly size: number;
  readonly note: string;
}

/** What both ways, building and finding, come to. */
export interface Built {
  readonly digest: string;
  readonly size: number;
  /** An image of this digest was there already. */
  readonly reused: boolean;
  /** In words: why there was no need to build, or what was built. */
  readonly story: string;
  /** The digest that the version named before. */
  readonly replaced: string | undefined;
  readonly layers: readonly LayerRow[];
}

export function fromScratch({ digest, size, existed, replaced, layers }: AssembledImage): Built {
  const files = layers.reduce((sum, layer) => sum + layer.files, 0);
  return {
    digest,
    size,
    reused: existed,
    replaced,
    story: existed
      ? `Built ${counted(files)}: the same digest was there already.`
      : `Built an image of ${counted(files)}.`,
    layers: layers.map((layer) => ({
      what: `${layer.from} -> ${layer.to}`,
      digest: layer.digest,
      size: layer.size,
      note: `${counted(layer.files)}, ${layer.existed ? 'unchanged' : 'written'}`,
    })),
  };
}

export function fromLayout({ digest, size, layers }: FoundImage, { files }: ImageBuild): Built {
  return {
    digest,
    size,
    reused: true,
    replaced: undefined,
    story: 'Not built: the layout has the image of this commit, built from the same inputs.',
    layers: layers.map((layer, i) => {
      const file = files[i];
      const what = typeof file === 'object' ? `${file.from} -> ${file.to}` : (file ?? '');
      return { what, digest: layer.digest, size: layer.size, note: 'reused' };
    }),
  };
}

/** Log, warnings and summary. `repository` is where the config wants the image to be. */
export function reportBuild(
  built: Built,
  { title, version, revision }: ImageIdentity,
  repository: string | undefined,
  { log, summary }: Pick<Ports, 'log' | 'summary'>,
): void {
  log.info(`${built.story} ${title} ${version}: ${built.digest}, ${formatSize(built.size)}`);
  if (built.replaced) {
    log.warning(`Version ${version} was ${built.replaced} before and is ${built.digest} now.`);
  }
  if (repository) {
    log.warning(
      `The image was not pushed to ${repository}: this version writes it into the layout on this machine only. Pushing comes with the registry client.`,
    );
  }
  summary
    .heading(`Image of ${title} ${version}`)
    .paragraph(`${built.story} Commit \`${revision.slice(0, 12)}\`, digest \`${built.digest}\`.`)
    .table(
      ['Layer', 'Size', 'Digest', ''],
      [
        ...built.layers.map(({ what, size, digest, note }) => [
          `\`${what}\``,
          formatSize(size),
          `\`${digest.slice(0, 19)}\``,
          note,
        ]),
        ['**all**', formatSize(built.size), '', ''],
      ],
    );
}

const counted = (files: number): string => `${files} file${files === 1 ? '' : 's'}`;
