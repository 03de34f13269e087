import { UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import { gitStore } from './git/index.ts';
import { memoryStore } from './memory/index.ts';
import type { Backend, StoreOptions } from './options.ts';
import type { LedgerStore } from './types.ts';

/** Every backend, by the name of its folder. */
export const backends: Readonly<Record<Backend, (options: StoreOptions) => Promise<LedgerStore>>> = {
  memory: async () => memoryStore(),
  git: ({ folder, prefix, ports }) => gitStore({ folder, prefix, exec: ports.exec, clock: ports.clock }),
  // Loaded when used: a plain local run needs no REST client.
  github: async (options) => (await import('./github/index.ts')).githubStore(options),
};

/** `auto` is GitHub where there is one, else git. */
export function chooseBackend(name: string, apiUrl: string | undefined): Backend {
  if (name === 'auto') return apiUrl === undefined ? 'git' : 'github';
  if (Object.hasOwn(backends, name)) return name as Backend;
  const valid = ['auto', ...Object.keys(backends)];
  throw new UserError(`there is no ledger backend "${name}".${didYouMean(name, valid)}`, {
    mend: 'correct ledger.backend',
  });
}
