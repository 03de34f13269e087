/** Worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Finding {
  /** `<engine>/<rule>`: `secretlint/github`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Never holds the secret itself. */
  readonly message: string;
  /** Relative to the repository's root, with `/`. */
  readonly file: string;
  /** From 1; the end column is the one after the last character. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The same for one secret in one file, wherever it moves; 32 hex digits. */
  readonly fingerprint: string;
}

export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Page that explains the rule. */
  readonly url: string | undefined;
}

/** What looks for findings in the text of one file. */
export interface ScanEngine {
  readonly name: string;
  readonly rules: readonly Rule[];
  scan(file: string, text: string): Promise<readonly Finding[]>;
}

export interface SkippedFile {
  readonly file: string;
  readonly why: 'binary' | 'too large' | 'not in the working tree' | 'link or submodule';
}

export interface FailedFile {
  readonly file: string;
  /** In words, without anything of the file's content. */
  readonly error: string;
}

export interface ScanResult {
  /** Sorted: worst first, then by place. */
  readonly findings: readonly Finding[];
  /** Number of files that were read and searched. */
  readonly scanned: number;
  readonly skipped: readonly SkippedFile[];
  /** Files the engine or the system failed on: the result is not complete. */
  readonly failed: readonly FailedFile[];
  readonly rules: readonly Rule[];
}
