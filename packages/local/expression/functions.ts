import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { data } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { findFiles } from './glob.ts';

/** What the status functions answer, at the moment they are asked. */
export interface Status {
  success(names: string[]): boolean;
  failure(names: string[]): boolean;
  cancelled(): boolean;
}

const MANY = Number.MAX_SAFE_INTEGER;

/** `success()`, `failure()`, `cancelled()` and `always()`. */
export function statusFunctions(status: Status): FunctionDefinition[] {
  const names = (args: data.ExpressionData[]) => args.map((argument) => argument.coerceString());
  const answer = (value: boolean) => new data.BooleanData(value);
  return [
    { name: 'always', minArgs: 0, maxArgs: 0, call: () => answer(true) },
    { name: 'cancelled', minArgs: 0, maxArgs: 0, call: () => answer(status.cancelled()) },
    { name: 'success', minArgs: 0, maxArgs: MANY, call: (...args) => answer(status.success(names(args))) },
    { name: 'failure', minArgs: 0, maxArgs: MANY, call: (...args) => answer(status.failure(names(args))) },
  ];
}

/** `hashFiles(pattern, ...)` over a workspace: the SHA-256 of the files' SHA-256s, empty when none match. */
export function hashFilesFunction(workspace: string): FunctionDefinition {
  return {
    name: 'hashfiles',
    minArgs: 1,
    maxArgs: 255,
    call: (...args) => {
      const patterns = args
        .map((argument) => argument.coerceString())
        .filter((pattern) => !pattern.startsWith('--'));
      const files = findFiles(workspace, patterns);
      if (files.length === 0) return new data.StringData('');
      const total = createHash('sha256');
      for (const file of files) total.update(createHash('sha256').update(readFileSync(file)).digest());
      return new data.StringData(total.digest('hex'));
    },
  };
}
