import { resolve } from 'node:path';
import type { OutputsOf } from '@fairway/action';
import { type BackupResult, type Content, makeBackup, restoreBackup } from '@fairway/backup';
import { GateError, type Outcome, UserError } from '@fairway/runtime';
import type { definition } from './definition.ts';
import { record } from './record.ts';
import { reportBackup, reportRestore } from './report.ts';
import { type BackupPorts, type Inputs, readSetting, type Setting } from './setting.ts';

type Outputs = OutputsOf<typeof definition>;

const NOTHING: Outputs = {
  outcome: undefined,
  archive: undefined,
  name: undefined,
  size: undefined,
  sha256: undefined,
  restored: undefined,
  tables: undefined,
  rtoMs: undefined,
  rpoMs: undefined,
};

export async function run(inputs: Inputs, ports: BackupPorts): Promise<Outcome<typeof definition>> {
  refuseMixed(inputs);
  const setting = await readSetting(inputs, ports);
  return inputs.mode === 'restore' ? restore(inputs, setting, ports) : backup(inputs, setting, ports);
}

/** An input that would be ignored is a misunderstanding, and here it could cost data. */
function refuseMixed({ mode, archive, restoreTo, identity }: Inputs): void {
  if (mode === 'backup' && (archive || restoreTo)) {
    throw new UserError('"archive" and "restore-to" belong to a restore, and mode is backup', {
      mend: 'set mode: restore, or leave them out',
    });
  }
  const missing = [...(restoreTo ? [] : ['restore-to']), ...(identity ? [] : ['identity'])];
  if (mode === 'restore' && missing.length) {
    throw new UserError(
      `a restore needs the input${missing.length > 1 ? 's' : ''} ${missing.join(' and ')}`,
      {
        mend: 'give a new file as restore-to, and the private age key (a secret) as identity',
      },
    );
  }
}

async function backup(
  inputs: Inputs,
  setting: Setting,
  ports: BackupPorts,
): Promise<Outcome<typeof definition>> {
  const { source, store, config, environment } = setting;
  const { log, clock, signal, context } = ports;
  if (!(await source.exists())) return missing(setting, ports);
  log.info(`Backup of ${source.location} into ${store.location}, keeping ${config.keep}`);
  if (inputs.dryRun) {
    log.info('Dry run: nothing is copied, stored or removed.');
    return { ...NOTHING, outcome: 'planned' };
  }
  const { identity } = inputs;
  const { app, recipients } = setting;
  const { keep, minSize } = config;
  const engine = config.engine.type;
  const request = { app, environment, engine, source, store, recipients, identity, keep, minSize };
  const result = await makeBackup({ ...request, temp: context.temp, clock, signal });
  for (const warning of result.warnings) log.warning(warning);
  reportBackup(result, setting, ports);
  const outputs = outputsOf(result);
  try {
    await record(setting.ledger, environment, result);
  } catch (error) {
    // The archive is there and its outputs are true; that nobody can look it up later fails the step.
    return { ...outputs, failure: error instanceof Error ? error : new Error(String(error)) };
  }
  return result.proof.ok ? outputs : { ...outputs, failure: unproven(result, result.proof.problems) };
}

/** Only before the first release a missing database is not a fault. */
async function missing({ source, ledger, environment }: Setting, { log }: BackupPorts): Promise<Outputs> {
  const { live, previous, rollout } = await ledger.read(environment);
  if (live || previous || rollout) {
    const version = (live ?? previous ?? rollout?.release)?.version;
    throw new UserError(
      `the database ${source.location} is missing, and ${environment} has ${version} live`,
      {
        where: source.location,
        mend: 'check backup.sqlite.path and DATA_DIR; if the file is lost, restore a backup before anything else',
      },
    );
  }
  log.notice(
    `Nothing to back up: nothing is live in ${environment} yet, and ${source.location} does not exist.`,
  );
  return { ...NOTHING, outcome: 'nothing-live' };
}

async function restore(inputs: Inputs, { store, app, environment }: Setting, ports: BackupPorts) {
  const { log, signal, context } = ports;
  const newest = (await store.list()).find(
    ({ proven, manifest }) => proven && manifest.app === app && manifest.environment === environment,
  );
  const archive = inputs.archive
    ? resolve(context.workspace, inputs.archive)
    : newest && store.path(newest.name, true);
  if (archive === undefined) {
    throw new UserError(`no proven backup of ${app} ${environment} in ${store.location}`, {
      where: store.location,
      mend: 'check backup.store, or name an archive with the input "archive"',
    });
  }
  const destination = resolve(context.workspace, inputs.restoreTo ?? '');
  log.info(`Restore of ${archive} to ${destination}`);
  if (inputs.dryRun) return { ...NOTHING, outcome: 'planned', archive };
  const result = await restoreBackup({ archive, identity: inputs.identity ?? '', destination, signal });
  reportRestore(result, { archive, destination }, ports);
  const { rtoMs, content } = result;
  const restored = String(result.compared);
  return {
    ...NOTHING,
    outcome: 'restored',
    archive,
    restored,
    rtoMs: String(rtoMs),
    tables: tablesOf(content),
  };
}

function outputsOf({ manifest, path, proof }: BackupResult): Outputs {
  return {
    outcome: proof.ok ? 'backed-up' : 'unproven',
    archive: path,
    name: manifest.name,
    size: String(manifest.size),
    sha256: manifest.sha256,
    restored: String(proof.ok),
    tables: tablesOf(manifest.content),
    rtoMs: proof.ok ? String(proof.proof.rtoMs) : undefined,
    rpoMs: proof.ok ? String(proof.proof.rpoMs) : undefined,
  };
}

const tablesOf = ({ tables }: Content): string =>
  JSON.stringify(tables.map(({ name, rows }) => ({ name, rows })));

function unproven({ path }: BackupResult, problems: readonly string[]): GateError {
  return new GateError(`the backup is not proven:\n- ${problems.join('\n- ')}`, {
    where: path,
    mend: 'look at the archive, which was kept under this name; proven older backups were not touched',
  });
}
