import { UserError } from '@fairway/runtime';
import { field, type Infer, list, object, type Problem, showPath, text } from '@fairway/schema';
import { load } from 'js-yaml';

const exceptionKind = object({
  rule: field(text(), { description: 'rule of the finding, such as secretlint/github', required: true }),
  path: field(text(), { description: 'file of the finding, or a pattern such as test/fixtures/**' }),
  fingerprint: field(text({ pattern: /^[0-9a-f]{32}$/, hint: '32 hex digits, as reported' }), {
    description: 'fingerprint of the finding',
  }),
  reason: field(text(), { description: 'why the finding is accepted', required: true }),
  expires: field(text({ pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, hint: 'write a day as YYYY-MM-DD' }), {
    description: 'last day (UTC) on which it is accepted, as YYYY-MM-DD',
    required: true,
  }),
});

const fileKind = object({
  exceptions: field(list(exceptionKind), { description: 'accepted findings', required: true }),
});

export type ScanException = Infer<typeof exceptionKind>;

const EXAMPLE = `exceptions:
  - rule: secretlint/github
    path: test/fixtures/token.txt
    reason: made up for the test
    expires: 2027-06-30`;

/** Reads the file of accepted findings. UserError with all problems together. */
export function parseExceptions(source: string, file: string): readonly ScanException[] {
  let value: unknown;
  try {
    value = load(source);
  } catch (cause) {
    throw new UserError(`${file} is not valid YAML: ${(cause as Error).message}`, {
      where: file,
      mend: `write it like this:\n${EXAMPLE}`,
      cause,
    });
  }
  const problems: Problem[] = [];
  const read = fileKind.read(value, [], (problem) => problems.push(problem));
  for (const [i, entry] of (read?.exceptions ?? []).entries()) {
    const refuse = (message: string) => problems.push({ path: ['exceptions', i], message, on: 'value' });
    if (!entry.path && !entry.fingerprint) refuse('names neither a path nor a fingerprint');
    if (Number.isNaN(endOf(entry))) refuse(`"${entry.expires}" is not a day of the calendar`);
  }
  if (read && problems.length === 0) return read.exceptions;
  const lines = problems.map(({ path, message }) => `- ${showPath(path) || 'file'}: ${message}`);
  throw new UserError(
    `${file} has ${lines.length} problem${lines.length > 1 ? 's' : ''}:\n${lines.join('\n')}`,
    {
      where: file,
      mend: `each exception needs a rule, a path or a fingerprint, a reason and the day it expires:\n${EXAMPLE}`,
    },
  );
}

/** The moment (ms since 1970) from which the exception no longer holds; NaN for a day that does not exist. */
export function endOf({ expires }: Pick<ScanException, 'expires'>): number {
  const start = Date.parse(`${expires}T00:00:00Z`);
  // Date.parse takes the 31st of April as the 1st of May.
  const exists = !Number.isNaN(start) && new Date(start).toISOString().startsWith(expires);
  return exists ? start + 86_400_000 : Number.NaN;
}
