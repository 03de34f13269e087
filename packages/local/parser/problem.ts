import type { Token } from './tokens.ts';

/** Something wrong in a file, at a place, in words that say how to mend it. */
export interface Problem {
  /** The file, relative to the repository it belongs to. */
  file: string;
  line: number;
  column: number;
  message: string;
  /** `syntax`: GitHub would refuse it too. `unsupported`: GitHub accepts it, a local run does not. */
  kind: 'syntax' | 'unsupported';
}

/** Thrown before anything runs, when a workflow cannot be run here as it is written. */
export class WorkflowRefused extends Error {
  override readonly name = 'WorkflowRefused';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** `file:line:column: message`, which editors and terminals make clickable. */
export function describeProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}

/** A problem at the place of a token. */
export function problemAt(
  file: string,
  token: Token | undefined,
  kind: Problem['kind'],
  message: string,
): Problem {
  return { file, line: token?.line ?? 1, column: token?.col ?? 1, kind, message };
}
