import { CommitParser } from 'conventional-commits-parser';

/** One conventional line of a commit: its title, or a bullet of a squash commit's body. */
export interface ConventionalLine {
  /** Lower case. */
  readonly type: string;
  readonly scope: string | undefined;
  readonly subject: string;
  /** What breaks, in words; undefined when nothing does. */
  readonly breaking: string | undefined;
}

export interface ParsedMessage {
  readonly title: string;
  readonly lines: readonly ConventionalLine[];
  /** Text of the `Release-As:` footer. */
  readonly releaseAs: string | undefined;
  /** What the commit takes back: commit ids (maybe short), or a title when it names no ids. */
  readonly reverts: { readonly ids: readonly string[]; readonly title: string } | undefined;
}

const HEADER = /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?(!)?:[ \t]+(\S.*)$/;
const BREAKING = ['BREAKING CHANGE', 'BREAKING-CHANGE'];

const parser = new CommitParser({
  headerPattern: HEADER,
  headerCorrespondence: ['type', 'scope', 'bang', 'subject'],
  noteKeywords: [...BREAKING, /[Rr]elease-[Aa]s/],
  // The specification wants BREAKING CHANGE in upper case, and ": " or " #" after a footer's token.
  notesPattern: (keywords) => new RegExp(`^(${keywords})(?::[ \\t]*| #)(.*)$`),
  // Issues and fields are not read here: leaving them out is what makes 50,000 commits quick.
  issuePrefixes: [],
  referenceActions: [],
});

export function parseMessage(message: string): ParsedMessage {
  const text = message.trim();
  const title = text.split('\n', 1)[0]?.trim() ?? '';
  if (!title) return { title: '', lines: [], releaseAs: undefined, reverts: undefined };
  const hasBody = title.length < text.length;
  const commit = hasBody ? parser.parse(withoutCode(text)) : undefined;
  const notes = commit?.notes ?? [];
  const breaking = notes.find((note) => BREAKING.includes(note.title))?.text.trim();
  const head = conventional(title, breaking);
  const bullets = hasBody ? squashed(commit?.body ?? '') : [];
  const seen = new Set(head ? [head.subject] : []);
  const others = bullets.filter(({ subject }) => !seen.has(subject) && seen.add(subject));
  return {
    title,
    lines: head ? [head, ...others] : others,
    releaseAs: notes.find((note) => /^release-as$/i.test(note.title))?.text.trim(),
    reverts: revertOf(title, text),
  };
}

function conventional(line: string, breaking?: string): ConventionalLine | undefined {
  const match = HEADER.exec(line);
  if (!match) return undefined;
  const [, type = '', scope, bang, subject = ''] = match;
  return {
    type: type.toLowerCase(),
    scope: scope?.trim() || undefined,
    subject: subject.trim(),
    breaking: breaking || (bang || breaking === '' ? subject.trim() : undefined),
  };
}

/** GitHub's default text of a squash merge lists the commits as `* feat: ...`. */
function squashed(body: string): ConventionalLine[] {
  return body
    .split('\n')
    .filter((line) => line.startsWith('* '))
    .flatMap((line) => conventional(line.slice(2).trim()) ?? []);
}

/** Code in a message is an example, not a statement. */
function withoutCode(text: string): string {
  return text.includes('```') ? text.replace(/^ *```[\s\S]*?^ *```.*$/gm, '') : text;
}

function revertOf(title: string, text: string): ParsedMessage['reverts'] {
  const match =
    /^(?:Revert|Reapply) "(.+)"(?: \(#\d+\))?$/.exec(title) ??
    /^revert(?:\([^()]*\))?!?:\s+(.+)$/i.exec(title);
  if (!match?.[1]) return undefined;
  const ids = [...text.matchAll(/This reverts commit ([0-9a-f]{7,64})/g)].map(([, id = '']) => id);
  const refs = /^Refs: (.+)$/m.exec(text)?.[1] ?? '';
  if (ids.length === 0) ids.push(...(refs.match(/\b[0-9a-f]{7,64}\b/g) ?? []));
  return { ids, title: match[1] };
}
