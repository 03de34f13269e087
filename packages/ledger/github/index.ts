import { InternalError } from '@fairway/runtime';
import type { StoreOptions } from '../options.ts';
import type { LedgerStore } from '../types.ts';

export async function githubStore(_options: StoreOptions): Promise<LedgerStore> {
  throw new InternalError('being written');
}
