import { type Config, loadConfig } from '@fairway/config';
import { type Status, statusOf } from '@fairway/engine';
import { type LookFound, recorded } from '@fairway/engine/report';
import { type EnvironmentState, type Ledger, openLedger } from '@fairway/ledger';
import type { Ports } from '@fairway/runtime';
import { type Observed, openTarget } from '@fairway/targets';
import type { StatusOption } from '../options.ts';
import { linesOf } from '../status-lines.ts';
import { paint, print } from '../terminal.ts';

interface EnvironmentStatus {
  environment: string;
  ledger: EnvironmentState;
  /** How the rollout in flight stands, as the canary action says it. */
  status: Status;
  /** What was found at its newest recorded look. */
  lastLook?: LookFound;
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
    rows.push(await read(config, environment, ledger, ports));
  }
  if (json) print(JSON.stringify(rows, null, 2));
  else for (const row of rows) show(row);
  return rows.every(({ problem }) => problem === undefined);
}

async function read(
  config: Config,
  environment: string,
  ledger: Ledger,
  ports: Ports,
): Promise<EnvironmentStatus> {
  const target = config.environments[environment]?.target;
  if (!target) throw new TypeError(`no environment ${environment}`);
  const state = await ledger.read(environment);
  const status = statusOf(state, ports.clock.now());
  const lastLook = await newestLook(ledger, state);
  const known = { environment, ledger: state, status, ...(lastLook ? { lastLook } : {}) };
  try {
    const opened = openTarget(target, { app: config.app, environment, ports });
    const observed = await opened.inspect(ports.signal);
    return { ...known, observed, problem: difference(state, observed) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...known, observed: undefined, problem };
  }
}

/** Events that are read for the newest look; lease renewals stand between them. */
const HISTORY = 100;

async function newestLook(
  ledger: Ledger,
  { environment, rollout }: EnvironmentState,
): Promise<LookFound | undefined> {
  if (!rollout) return undefined;
  return recorded(rollout.id, await ledger.history(environment, HISTORY)).looks.at(-1);
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

function show({ environment, ledger, observed, problem, status, lastLook }: EnvironmentStatus): void {
  const live = ledger.live
    ? `${ledger.live.version} ${ledger.live.digest.slice(0, 19)} since ${ledger.live.at}`
    : 'nothing live';
  print(`${problem ? paint('red', 'FAIL') : paint('green', 'ok  ')} ${environment.padEnd(14)} ${live}`);
  for (const line of linesOf(status, { observed, lastLook })) print(`     ${line}`);
  if (problem) print(`     ${problem}`);
  if (!status.rollout && observed?.candidate)
    print(`     candidate ${observed.candidate.version} gets ${observed.weight}% of the traffic`);
  if (ledger.lease && !status.rollout)
    print(`     locked by ${ledger.lease.owner} until ${ledger.lease.expiresAt}: ${ledger.lease.purpose}`);
  if (ledger.lastStopped)
    print(`     last stopped: ${ledger.lastStopped.release.version}, ${ledger.lastStopped.why}`);
}
