import { loadConfig } from '@fairway/config';
import { openEnvironment, type Site, type Status, statusOf } from '@fairway/engine';
import { type LookFound, recorded } from '@fairway/engine/report';
import type { EnvironmentState } from '@fairway/ledger';
import { describeError, type Ports } from '@fairway/runtime';
import type { Observed } from '@fairway/targets';
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
  /** Percent of the traffic that the release in flight really has, read back from its router. */
  held?: number;
  /** Why the target could not be read, or how it differs from the ledger; undefined when all is well. */
  problem: string | undefined;
}

/** Prints every environment; returns whether what runs is what the ledger says. */
export async function status({ config: path, json }: StatusOption, ports: Ports): Promise<boolean> {
  const { config } = await loadConfig(ports, path);
  const rows: EnvironmentStatus[] = [];
  for (const environment of Object.keys(config.environments)) {
    const given = { environment, token: '', ...(path ? { config: path } : {}) };
    rows.push(await read(await openEnvironment(given, ports)));
  }
  if (json) print(JSON.stringify(rows, null, 2));
  else for (const row of rows) show(row);
  return rows.every(({ problem }) => problem === undefined);
}

async function read(site: Site): Promise<EnvironmentStatus> {
  const { environment, ledger, target, ports } = site;
  const state = await ledger.read(environment);
  const status = statusOf(state, ports.clock.now());
  const lastLook = await newestLook(site, state);
  const known = { environment, ledger: state, status, ...(lastLook ? { lastLook } : {}) };
  try {
    const observed = await target.inspect(ports.signal);
    const held = state.rollout ? await heldBy(site) : undefined;
    const weight = held === undefined ? {} : { held };
    return { ...known, observed, ...weight, problem: difference(state, observed) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...known, observed: undefined, problem };
  }
}

/** A router beside the target splits the traffic without the target's knowledge. */
async function heldBy({ router, environment, ports }: Site): Promise<number | undefined> {
  try {
    return await router?.weight(ports.signal);
  } catch (error) {
    ports.log.warning(`The router of ${environment} could not be asked: ${describeError(error).text}`);
    return undefined;
  }
}

/** Events that are read for the newest look; lease renewals stand between them. */
const HISTORY = 100;

async function newestLook(
  { ledger, environment }: Site,
  { rollout }: EnvironmentState,
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

function show({ environment, ledger, observed, held, problem, status, lastLook }: EnvironmentStatus): void {
  const live = ledger.live
    ? `${ledger.live.version} ${ledger.live.digest.slice(0, 19)} since ${ledger.live.at}`
    : 'nothing live';
  print(`${problem ? paint('red', 'FAIL') : paint('green', 'ok  ')} ${environment.padEnd(14)} ${live}`);
  for (const line of linesOf(status, { held, lastLook })) print(`     ${line}`);
  if (problem) print(`     ${problem}`);
  if (!status.rollout && observed?.candidate)
    print(`     candidate ${observed.candidate.version} gets ${observed.weight}% of the traffic`);
  if (ledger.lease && !status.rollout)
    print(`     locked by ${ledger.lease.owner} until ${ledger.lease.expiresAt}: ${ledger.lease.purpose}`);
  if (ledger.lastStopped)
    print(`     last stopped: ${ledger.lastStopped.release.version}, ${ledger.lastStopped.why}`);
}
