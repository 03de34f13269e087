import { readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';

/** Options of a search. */
export interface FindOptions {
  /** Leave out files and folders whose name begins with a dot. */
  skipHidden?: boolean;
}

/**
 * The files below a folder that match patterns, sorted. As in `@actions/glob`: a pattern that names a folder
 * means everything below it, and `!pattern` takes matches away again. Files outside the folder never match.
 */
export function findFiles(folder: string, patterns: string[], options: FindOptions = {}): string[] {
  const rules = patterns
    .flatMap((pattern) => pattern.split('\n'))
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '' && !pattern.startsWith('#'))
    .map((pattern) => toRule(folder, pattern));
  if (rules.length === 0) return [];
  const matches: string[] = [];
  for (const file of walk(folder, options.skipHidden ?? false)) {
    let included = false;
    for (const rule of rules) if (rule.expression.test(file)) included = !rule.negated;
    if (included) matches.push(file);
  }
  return matches.sort();
}

/** The folder that a pattern's fixed part names, which artifacts take as their root. */
export function searchPath(folder: string, pattern: string): string {
  const absolute = isAbsolute(pattern) ? pattern : join(folder, pattern);
  const parts = absolute.split(sep);
  const magic = parts.findIndex((part) => /[*?[]/.test(part));
  return resolve(magic === -1 ? absolute : parts.slice(0, magic).join(sep) || sep);
}

function toRule(folder: string, pattern: string): { negated: boolean; expression: RegExp } {
  const negated = pattern.startsWith('!');
  const path = negated ? pattern.slice(1).trim() : pattern;
  const absolute = resolve(isAbsolute(path) ? path : join(folder, path));
  return { negated, expression: new RegExp(`^${translate(absolute)}(?:/.*)?$`) };
}

function translate(pattern: string): string {
  return pattern
    .split(/(\/\*\*(?=\/|$)|\*\*|\*|\?|\[[^\]]+\])/)
    .map((part) => {
      if (part === '/**') return '(?:/.*)?';
      if (part === '**' || part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      if (/^\[[^\]]+\]$/.test(part)) return part.replace(/^\[!/, '[^');
      return part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
}

function* walk(folder: string, skipHidden: boolean): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipHidden && entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
    if (entry.isDirectory()) yield* walk(path, skipHidden);
    else if (kind?.isFile()) yield path;
  }
}
