import { backends, chooseBackend } from './backends.ts';
import { createLedger } from './ledger.ts';
import { checkName, checkPrefix } from './names.ts';
import type { LedgerPorts } from './options.ts';
import type { Ledger } from './types.ts';

export interface OpenLedger {
  /** `auto` (default): GitHub when the run has one, else git. */
  readonly backend?: string;
  readonly app: string;
  /** Default `refs/fairway`; `refs/heads/fairway` where a server refuses other refs. */
  readonly prefix?: string;
  /** Checkout whose repository (or whose origin on this machine) holds the ledger. Default: the workspace. */
  readonly folder?: string;
  /** `owner/name` of an ops repository that holds it on GitHub. Default: the repository of the run. */
  readonly repository?: string;
  /** Needed on GitHub: `contents: write` on that repository. */
  readonly token?: string;
  readonly ports: LedgerPorts;
  /** Milliseconds that one append tries against other writers. Default 2 minutes. */
  readonly deadline?: number;
}

/** Opens the record of one app. Writes nothing. Throws UserError for bad names and a folder without git. */
export async function openLedger(options: OpenLedger): Promise<Ledger> {
  const { ports, prefix = 'refs/fairway', backend = 'auto', deadline } = options;
  const { context, clock, signal } = ports;
  const store = await backends[chooseBackend(backend, context.apiUrl)]({
    prefix: checkPrefix(prefix),
    folder: options.folder ?? context.workspace,
    repository: options.repository,
    token: options.token,
    ports,
  });
  return createLedger(store, {
    app: checkName('app', options.app),
    actor: context.actor,
    runId: context.runId,
    clock,
    signal,
    ...(ports.redact ? { redact: ports.redact } : {}),
    ...(deadline === undefined ? {} : { deadline }),
  });
}
