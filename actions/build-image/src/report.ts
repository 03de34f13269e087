import type { Ports } from '@fairway/runtime';
import { formatSize } from '@fairway/schema';
import type { Built } from './built.ts';

export interface Told {
  readonly title: string;
  readonly version: string;
  /** Commit that is checked out. */
  readonly commit: string;
  /** Of the image, by digest. */
  readonly reference: string;
  /** `repository:tag` each. */
  readonly tags: readonly string[];
  /** What the tags were on before, by their name without the repository. */
  readonly moved: Readonly<Record<string, string>>;
}

/** Log, warnings and summary. */
export function reportBuild(
  built: Built,
  told: Told,
  { log, summary }: Pick<Ports, 'log' | 'summary'>,
): void {
  const { title, version, commit, tags, moved, reference } = told;
  const { digest } = built.image;
  const size = built.size === undefined ? '' : `, ${formatSize(built.size)}`;
  log.info(`${built.story} ${title} ${version}: ${digest}${size}`);
  if (built.replaced) log.warning(`Version ${version} was ${built.replaced} before and is ${digest} now.`);
  const older = built.revision !== undefined && built.revision !== commit ? built.revision : undefined;
  const labels = older ? ` Its labels name ${older.slice(0, 12)}, the commit that built it.` : '';
  if (older) log.info(`Commit ${commit.slice(0, 12)} changes nothing in the image.${labels}`);
  for (const tag of tags) {
    const before = moved[tag.slice(tag.lastIndexOf(':') + 1)];
    log.info(`Tagged ${tag}${before ? `, which was ${before} before` : ''}`);
  }
  const tagged = tags.length ? `, tagged ${tags.map((tag) => `\`${tag}\``).join(', ')}` : '';
  summary
    .heading(`Image of ${title} ${version}`)
    .paragraph(`${built.story} Commit \`${commit.slice(0, 12)}\`, digest \`${digest}\`.${labels}`)
    .paragraph(`\`${reference}\`${tagged}`);
  if (built.layers.length === 0) return;
  const rows = built.layers.map(({ what, size: bytes, digest: layer, note }) => [
    `\`${what}\``,
    formatSize(bytes),
    `\`${layer.slice(0, 19)}\``,
    note,
  ]);
  const sum = built.size === undefined ? [] : [['**all**', formatSize(built.size), '', '']];
  summary.table(['Layer', 'Size', 'Digest', ''], [...rows, ...sum]);
}
