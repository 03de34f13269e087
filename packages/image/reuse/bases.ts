import { type Ports, RemoteError, UserError } from '@fairway/runtime';
import { stagesOf } from '../builders/dockerfile.ts';
import { openRegistry } from '../registry/index.ts';

/** Digests by the names they were found under; or why one has none. */
export type Bases = { readonly digests: Readonly<Record<string, string>> } | { readonly why: string };

/**
 * What the tags of base images point to now: one small request each. A base that is not found, or lies
 * elsewhere than in a registry, is a reason not to reuse: whether it changed cannot be told.
 */
export async function baseDigests(names: readonly string[], ports: Ports): Promise<Bases> {
  const digests: Record<string, string> = {};
  for (const name of new Set(names)) {
    const digest = await digestOf(name, ports);
    if (digest === undefined) return { why: `whether the base ${name} has changed cannot be told` };
    digests[name] = digest;
  }
  return { digests };
}

async function digestOf(name: string, ports: Ports): Promise<string | undefined> {
  const pinned = /@(sha256:[0-9a-f]{64})$/.exec(name)?.[1];
  if (pinned) return pinned;
  const [, repository, tag = 'latest'] = /^(.+?)(?::([\w][\w.-]{0,127}))?$/.exec(name) ?? [];
  if (!repository || /^(oci|oci-archive|docker-daemon|containers-storage):/.test(name)) return undefined;
  try {
    const registry = await openRegistry({ repository, ports });
    return (await registry.resolve(tag))?.digest;
  } catch (error) {
    // The build says what is wrong with its base; here it only cannot be compared.
    if (error instanceof UserError || error instanceof RemoteError) return undefined;
    throw error;
  }
}

/** The images that a Dockerfile starts from; undefined when an argument decides that is not known. */
export function basesOf(
  dockerfile: string,
  args: Readonly<Record<string, string>>,
): readonly string[] | undefined {
  const stages = stagesOf(dockerfile, args);
  const names: string[] = [];
  for (const [i, { from }] of stages.entries()) {
    if (from === undefined) return undefined;
    const earlier = stages.slice(0, i).some(({ name }) => name === from.toLowerCase());
    if (!earlier && from !== 'scratch') names.push(from);
  }
  // COPY --from=image and RUN --mount=from=image take from images too.
  for (const [, from = ''] of dockerfile.matchAll(/(?:--from=|[,=]from=)([^\s,]+)/g)) {
    const stage = stages.some(({ name }) => name === from.toLowerCase()) || /^\d+$/.test(from);
    if (from.includes('$')) return undefined;
    if (!stage && from !== 'scratch') names.push(from);
  }
  return names;
}
