import { type Change, short } from './changes.ts';
import type { ReleasePlan } from './plan.ts';

export interface Links {
  /** Web page of the repository, such as https://github.com/acme/storefront; undefined: no links. */
  readonly repositoryUrl: string | undefined;
}

const GROUPS: readonly { title: string; type: string }[] = [
  { title: 'Features', type: 'feat' },
  { title: 'Bug fixes', type: 'fix' },
  { title: 'Performance', type: 'perf' },
  { title: 'Reverts', type: 'revert' },
];

/** The body of the release in Markdown: one list a group, short commit ids, a link to all changes. */
export function renderNotes(
  plan: Pick<ReleasePlan, 'changes' | 'previous' | 'tag'>,
  { repositoryUrl }: Links = { repositoryUrl: undefined },
): string {
  const commit = (sha: string) =>
    repositoryUrl ? `[${short(sha)}](${repositoryUrl}/commit/${sha})` : short(sha);
  const breaking = plan.changes.filter((change) => change.breaking !== undefined);
  const sections = [
    section('Breaking changes', breaking, (change) => line(change, change.breaking ?? '', commit)),
    ...GROUPS.map(({ title, type }) =>
      section(
        title,
        plan.changes.filter((change) => change.type === type),
        (change) => line(change, change.subject, commit),
      ),
    ),
  ].filter(Boolean);
  if (sections.length === 0) sections.push('No notable changes.');
  if (repositoryUrl && plan.previous) {
    const range = `${plan.previous.tag}...${plan.tag}`;
    sections.push(`**All changes**: [${range}](${repositoryUrl}/compare/${encodeURI(range)})`);
  }
  return `${sections.join('\n\n')}\n`;
}

function section(title: string, changes: readonly Change[], show: (change: Change) => string): string {
  return changes.length ? `### ${title}\n\n${changes.map(show).join('\n')}` : '';
}

function line({ scope, sha }: Change, text: string, commit: (sha: string) => string): string {
  const [first = '', ...more] = plain(text).split('\n');
  const rest = more.map((part) => (part.trim() ? `\n  ${part.trim()}` : '\n')).join('');
  return `- ${scope ? `**${plain(scope)}:** ` : ''}${first} (${commit(sha)})${rest}`;
}

/** Text of commits is not markup: tags would vanish or open; code spans are kept as written. */
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    .join('');
}
