import { type Config, loadConfig } from '@fairway/config';
import { type EnvironmentState, openLedger } from '@fairway/ledger';
import type { Ports } from '@fairway/runtime';
import { type Observed, openTarget } from '@fairway/targets';
import type { StatusOption } from '../options.ts';
import { paint, print } from '../terminal.ts';

interface EnvironmentStatus {
  environment: string;
  ledger: EnvironmentState;
  observed: Observed | undefined;
  /** Why the target could not be read, or how it differs from the ledger; undefined when all is well. */
  problem: string | undefined;
}

/** Prints every environment; returns whether what runs is what the ledger says. */
export async function status({ config: path, json }: StatusOption, ports: Ports): Promise<boolean> {
  const { config } = await loadConfig(ports, path);
  const ledger = await openLedger({ ...config.ledger, app: config.app, ports });
  const rows: EnvironmentStatus[] = [];
  for (const environment of Object.keys(config.environments)) {
    rows.push(await read(config, environment, await ledger.read(environment), ports));
  }
  if (json) print(JSON.stringify(rows, null, 2));
  else for (const row of rows) show(row);
  return rows.every(({ problem }) => problem === undefined);
}

async function read(
  config: Config,
  environment: string,
  state: EnvironmentState,
  ports: Ports,
): Promise<EnvironmentStatus> {
  const target = config.environments[environment]?.target;
  if (!target) throw new TypeError(`no environment ${environment}`);
  try {
    const opened = openTarget(target, { app: config.app, environment, ports });
    const observed = await opened.inspect(ports.signal);
    return { environment, ledger: state, observed, problem: difference(state, observed) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { environment, ledger: state, observed: undefined, problem };
  }
}

function difference({ live }: EnvironmentState, observed: Observed): string | undefined {
  if (live?.digest !== observed.live?.digest) {
    const runs = observed.live ? `${observed.live.version} (${observed.live.digest})` : 'nothing';
    return `the ledger says ${live ? `${live.version} (${live.digest})` : 'nothing is live'}, but ${runs} runs`;
  }
  return observed.live && !observed.live.healthy
    ? `not healthy: ${observed.live.reason ?? 'no reason given'}`
    : undefined;
}

function show({ environment, ledger, observed, problem }: EnvironmentStatus): void {
  const live = ledger.live
    ? `${ledger.live.version} ${ledger.live.digest.slice(0, 19)} since ${ledger.live.at}`
    : 'nothing live';
  print(`${problem ? paint('red', 'FAIL') : paint('green', 'ok  ')} ${environment.padEnd(14)} ${live}`);
  if (problem) print(`     ${problem}`);
  if (observed?.candidate)
    print(`     candidate ${observed.candidate.version} gets ${observed.weight}% of the traffic`);
  if (ledger.rollout)
    print(
      `     in flight: ${ledger.rollout.release.version} (${ledger.rollout.intent}) since ${ledger.rollout.startedAt}`,
    );
  if (ledger.lease)
    print(`     locked by ${ledger.lease.owner} until ${ledger.lease.expiresAt}: ${ledger.lease.purpose}`);
  if (ledger.lastStopped)
    print(`     last stopped: ${ledger.lastStopped.release.version}, ${ledger.lastStopped.why}`);
}
