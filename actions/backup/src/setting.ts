import { join, resolve } from 'node:path';
import type { InputsOf } from '@fairway/action';
import { type BackupConfig, openSource, openStore, type Source, type Store } from '@fairway/backup';
import { loadConfig } from '@fairway/config';
import { type Ledger, openLedger } from '@fairway/ledger';
import { type Ports, UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import type { definition } from './definition.ts';

export type Inputs = InputsOf<typeof definition>;
export type BackupPorts = Pick<
  Ports,
  'context' | 'exec' | 'http' | 'clock' | 'files' | 'log' | 'summary' | 'signal'
>;

/** Everything that config and inputs say, opened; nothing is read or written yet. */
export interface Setting {
  readonly app: string;
  readonly environment: string;
  readonly config: BackupConfig;
  readonly source: Source;
  readonly store: Store;
  readonly recipients: readonly string[] | undefined;
  readonly ledger: Ledger;
}

export async function readSetting(inputs: Inputs, ports: BackupPorts): Promise<Setting> {
  const { context } = ports;
  const { config: whole, file } = await loadConfig(ports, inputs.config);
  const { environment, token } = inputs;
  const found = Object.hasOwn(whole.environments, environment) ? whole.environments[environment] : undefined;
  if (!found) {
    throw new UserError(
      `unknown environment "${environment}".${didYouMean(environment, Object.keys(whole.environments))}`,
      { where: `input environment`, mend: `use an environment of ${file}` },
    );
  }
  const { backup: config, target } = found;
  if (!config) {
    throw new UserError(`environment ${environment} has no backup section`, {
      where: file,
      mend: `add it: environments.${environment}.backup: { sqlite: { path: app.db }, recipients: [age1...] }`,
    });
  }
  const home = join(context.home, whole.app, environment);
  const dataFolder = target.type === 'process' ? join(home, 'data') : undefined;
  const folder = config.store ? resolve(context.workspace, config.store.config) : join(home, 'backups');
  const { backend, prefix } = whole.ledger;
  return {
    app: whole.app,
    environment,
    config,
    source: openSource(config.engine, { dataFolder }),
    store: openStore({ type: 'folder', config: folder }),
    recipients: inputs.recipients ?? config.recipients,
    ledger: await openLedger({ backend, prefix, app: whole.app, token, ports }),
  };
}
