import type { InputsOf, OutputsOf } from '@fairway/action';
import { loadConfig } from '@fairway/config';
import {
  openTags,
  type PublishedRelease,
  planRelease,
  publishRelease,
  type ReleasePlan,
  renderNotes,
  type Tags,
} from '@fairway/release';
import { type Ports, UserError } from '@fairway/runtime';
import type { definition } from './definition.ts';

type Inputs = InputsOf<typeof definition>;
type NotesPorts = Pick<Ports, 'context' | 'exec' | 'clock' | 'files' | 'log' | 'summary' | 'github'>;

/** An output holds 1 MB, a release's body 125,000 characters. */
const MAX_NOTES = 120_000;

export async function run(inputs: Inputs, ports: NotesPorts): Promise<OutputsOf<typeof definition>> {
  const { config } = await loadConfig(ports, inputs.config);
  const plan = await planRelease(ports, {
    revision: inputs.revision,
    config: config.release,
    version: inputs.version,
  });
  const notes = notesOf(plan, ports.context);
  show(plan, notes, ports);
  const github = await ports.github(inputs.token);
  const tags = await openTags(ports, github, ports.context.actor);
  const there = await standing(tags, plan);
  const outputs = { version: plan.version, tag: plan.tag, notes, created: 'false', releaseUrl: '' };
  if (!plan.releasable) {
    tell(ports, `Nothing to release: no commit since ${plan.previous?.tag ?? 'the start'} makes a release.`);
    return outputs;
  }
  if (inputs.dryRun) {
    const tag = there ? `${plan.tag} is there already` : `${plan.tag} would be made`;
    tell(ports, `Dry run: ${tag} in ${tags.location}; nothing was changed.`);
    return outputs;
  }
  const created = there ? false : await makeTag(tags, plan, notes, ports);
  if (there) tell(ports, `Tag ${plan.tag} is on this commit already.`);
  if (!github) {
    tell(ports, 'There is no GitHub here: the tag is in git, and the notes are in this summary.');
    return { ...outputs, created: String(created) };
  }
  const release = await publishRelease(github, {
    tag: plan.tag,
    commit: plan.commit,
    name: plan.tag,
    body: notes,
    prerelease: plan.version.includes('-'),
    draft: inputs.draft,
  });
  tellRelease(ports, plan, release, inputs.draft);
  return { ...outputs, created: String(created), releaseUrl: release.url };
}

function notesOf(plan: ReleasePlan, { serverUrl, repository }: Ports['context']): string {
  const repositoryUrl =
    serverUrl && repository ? `${serverUrl}/${repository.owner}/${repository.repo}` : undefined;
  const notes = renderNotes(plan, { repositoryUrl });
  if (notes.length <= MAX_NOTES) return notes;
  const cut = notes.slice(0, MAX_NOTES);
  return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\n_The list is longer; it is cut here._\n`;
}

function show(plan: ReleasePlan, notes: string, { log, summary }: NotesPorts): void {
  log.info(`${plan.tag} (${plan.commit.slice(0, 7)}): ${plan.because}`);
  for (const { sha, title, why } of plan.skipped) log.info(`  left out ${sha.slice(0, 7)} ${title}: ${why}`);
  summary
    .heading(`Release ${plan.version}`)
    .paragraph(`Commit \`${plan.commit.slice(0, 7)}\`: ${plan.because}.`);
  summary.raw(`${notes}\n`);
  if (plan.skipped.length === 0) return;
  const left = plan.skipped.map(({ sha, title, why }) => `- \`${sha.slice(0, 7)}\` ${inline(title)}: ${why}`);
  summary.details(`${left.length} commits left out`, left.join('\n'));
}

const inline = (text: string): string => text.replaceAll('<', '&lt;');

/** Whether the tag stands on this commit. On another one it is an error: a tag is never moved. */
async function standing(tags: Tags, { tag, commit, version }: ReleasePlan): Promise<boolean> {
  const there = await tags.find(tag);
  if (there === undefined || there === commit) return there !== undefined;
  throw new UserError(`tag ${tag} stands on commit ${there.slice(0, 7)}, not on ${commit.slice(0, 7)}`, {
    where: tags.location,
    mend: `release another version than ${version}, or a commit after ${there.slice(0, 7)}; tags are never moved`,
  });
}

/** True when this run made the tag, false when another was faster with the same commit. */
async function makeTag(tags: Tags, plan: ReleasePlan, notes: string, ports: NotesPorts): Promise<boolean> {
  const message = `${plan.tag}\n\n${notes}`;
  if (await tags.create(plan.tag, plan.commit, message, new Date(ports.clock.now()))) {
    tell(ports, `Tagged ${plan.commit.slice(0, 7)} as ${plan.tag} in ${tags.location}.`);
    return true;
  }
  // Throws when the faster one tagged another commit.
  await standing(tags, plan);
  tell(ports, `Another run was faster: it has just tagged this commit as ${plan.tag}.`);
  return false;
}

function tellRelease(
  ports: NotesPorts,
  { tag }: ReleasePlan,
  release: PublishedRelease,
  draft: boolean,
): void {
  const what = `${draft ? 'Draft release' : 'Release'} [${tag}](${release.url})`;
  tell(ports, `${what}: ${release.outcome}.`);
}

function tell({ log, summary }: NotesPorts, text: string): void {
  log.info(text);
  summary.paragraph(text);
}
