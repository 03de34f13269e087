import { join } from 'node:path';
import { checkedOutCommit, type ImageIdentity } from '@fairway/image';
import {
  defaultRules,
  describeImage,
  imageTags,
  licenseOf,
  newerRelease,
  tagFacts,
  versionOf,
} from '@fairway/image/metadata';
import type { Ports } from '@fairway/runtime';
import semver from 'semver';
import type { Inputs, Settings } from './settings.ts';

export interface Named {
  readonly identity: ImageIdentity;
  /** Labels that are no annotations. */
  readonly labels: Readonly<Record<string, string>>;
  /** For the registry. */
  readonly tags: readonly string[];
}

/** What the commit and the event make of the image: version, labels, tags. Throws UserError. */
export async function nameImage(inputs: Inputs, settings: Settings, ports: Ports): Promise<Named> {
  const { exec, context, clock, files, log } = ports;
  const commit = await checkedOutCommit(exec, settings.context, inputs.revision);
  const facts = tagFacts(context, {
    ...{ commit: commit.id, commitTime: commit.time, now: clock.now(), tagPrefix: settings.tagPrefix },
    ...(inputs.version !== undefined && semver.valid(inputs.version) ? { version: inputs.version } : {}),
  });
  const { repository, serverUrl } = context;
  const { identity, labels } = describeImage(
    {
      title: settings.app,
      version: inputs.version ?? semver.valid(versionOf(facts)) ?? `sha-${commit.id.slice(0, 12)}`,
      revision: commit.id,
      created: commit.time,
      ...(repository && serverUrl ? { source: `${serverUrl}/${repository.owner}/${repository.repo}` } : {}),
    },
    settings.labels,
    licenseOf(await files.read(join(settings.context, 'package.json'))),
  );
  if (!settings.repository || !settings.tagged) return { identity, labels, tags: [] };
  const newer = newerRelease(await releaseTags(settings, ports), facts);
  const known = newer === undefined ? facts : { ...facts, newerRelease: newer };
  const { tags, notes } = imageTags(settings.rules ?? defaultRules(facts), settings.flavor, known);
  // Rules of ours that do not apply are no news.
  for (const note of notes) if (settings.rules || note.startsWith('latest ')) log.info(note);
  if (tags.length) return { identity, labels, tags };
  const fallback = `sha-${commit.id.slice(0, 12)}`;
  log.warning(`No tag rule applies to this event and commit: the image is tagged ${fallback}.`);
  return { identity, labels, tags: [fallback] };
}

/** Git tags this checkout knows; a shallow one knows its own at most. */
async function releaseTags({ context, tagPrefix }: Settings, { exec }: Ports): Promise<string[]> {
  const { stdout } = await exec.run('git', ['tag', '--list', `${tagPrefix}*`], { cwd: context });
  return stdout.split('\n').filter((tag) => tag !== '');
}
