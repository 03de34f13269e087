import type { Exec } from '@fairway/runtime';
import { textOf, trackedFiles } from './files.ts';
import { secretlintEngine } from './secretlint/index.ts';
import {
  type FailedFile,
  type Finding,
  type ScanEngine,
  type ScanResult,
  SEVERITIES,
  type SkippedFile,
} from './types.ts';

/** All engines; each has its own folder. */
export const engines: readonly ScanEngine[] = [secretlintEngine];

export interface ScanOptions {
  readonly exec: Exec;
  /** Absolute; a part of a repository's working tree. */
  readonly folder: string;
  /** Bytes; larger files are skipped and named. */
  readonly maxFileSize: number;
  readonly signal?: AbortSignal;
}

/** Searches every tracked file of a folder with every engine. A file that fails is named, never dropped. */
export async function scanTree(
  { exec, folder, maxFileSize, signal }: ScanOptions,
  using: readonly ScanEngine[] = engines,
): Promise<ScanResult> {
  const tracked = await trackedFiles(exec, folder);
  const findings: Finding[] = [];
  const skipped: SkippedFile[] = [...tracked.skipped];
  const failed: FailedFile[] = [];
  let scanned = 0;
  for (const file of tracked.files) {
    signal?.throwIfAborted();
    try {
      const text = await textOf(tracked.root, file, maxFileSize);
      if (typeof text !== 'string') {
        skipped.push(text);
        continue;
      }
      for (const engine of using) findings.push(...(await engine.scan(file, text)));
      scanned++;
    } catch (error) {
      failed.push({ file, error: nameOf(error) });
    }
  }
  return {
    findings: findings.sort(byWeight),
    scanned,
    skipped,
    failed,
    rules: using.flatMap((e) => e.rules),
  };
}

/** Only the kind of the error: its message may quote the file. */
function nameOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException;
  return code ?? name ?? 'unknown error';
}

function byWeight(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column)
  );
}
