import { type Log, UserError } from '@fairway/runtime';
import type { ImageConfig, ImageManifest, ImageStore } from '../types.ts';
import { readLayer } from '../unpack/layer-entries.ts';
import type { BuildRequest } from './types.ts';

/** A shorter value is in many files by chance. */
const LEAST = 8;

interface Needle {
  readonly id: string;
  readonly bytes: Buffer;
}

type LookAt = Parameters<typeof readLayer>[3];

/** The secrets of a request that can be looked for. Says in the log which cannot. */
export function needlesOf({ build, secrets = {} }: BuildRequest, log: Pick<Log, 'info'>): readonly Needle[] {
  const needles: Needle[] = [];
  for (const id of new Set(build.secrets ?? [])) {
    const bytes = Buffer.from((secrets[id] ?? '').trim());
    if (bytes.length >= LEAST) needles.push({ id, bytes });
    else log.info(`The secret "${id}" is too short to be looked for in the image.`);
  }
  return needles;
}

/**
 * Looks for the values in the config (with its history and environment) and in every file of every layer.
 * UserError that names the secret and the place: an image with a secret in it is not kept.
 */
export async function refuseLeaks(
  from: ImageStore,
  { layers }: Pick<ImageManifest, 'layers'>,
  config: { readonly bytes: Buffer; readonly document: ImageConfig },
  needles: readonly Needle[],
  signal: AbortSignal,
): Promise<void> {
  if (needles.length === 0) return;
  const inConfig = needles.find(({ bytes }) => config.bytes.includes(jsonText(bytes)));
  if (inConfig) throw leaked(inConfig, 'its environment, labels or history');
  for (const [i, layer] of layers.entries()) {
    const diffId = config.document.rootfs.diff_ids[i] ?? '';
    const look: LookAt = async ({ name, type }, content) => {
      const found = await search(content as unknown as AsyncIterable<Buffer>, needles);
      if (found) throw leaked(found, `the ${type === 'file' ? 'file' : 'entry'} /${name}`);
    };
    await readLayer(from, layer, diffId, look, signal);
  }
}

/** A value as it stands in a JSON document. */
const jsonText = (bytes: Buffer): string => JSON.stringify(bytes.toString()).slice(1, -1);

/** Reads to the end, also when something was found: the entries of an archive come one after the other. */
async function search(
  content: AsyncIterable<Buffer>,
  needles: readonly Needle[],
): Promise<Needle | undefined> {
  const keep = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
  let rest: Buffer = Buffer.alloc(0);
  let found: Needle | undefined;
  for await (const chunk of content) {
    if (found) continue;
    const window = Buffer.concat([rest, chunk]);
    found = needles.find(({ bytes }) => window.includes(bytes));
    rest = window.subarray(Math.max(0, window.length - keep));
  }
  return found;
}

function leaked({ id }: Needle, place: string): UserError {
  return new UserError(`the build secret "${id}" is in the image, in ${place}`, {
    where: 'image.build.secrets',
    mend: 'mount it (RUN --mount=type=secret) and keep no copy of it, nor of a file that holds it; the builder has it in its cache, so replace the secret when that cache is shared',
  });
}
