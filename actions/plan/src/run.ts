import type { InputsOf, OutputsOf } from '@fairway/action';
import { loadConfig } from '@fairway/config';
import { type EnvironmentState, openLedger } from '@fairway/ledger';
import { countCommits, planRelease, type ReleasePlan, renderNotes, revParse } from '@fairway/release';
import { type Ports, UserError } from '@fairway/runtime';
import type { definition } from './definition.ts';
import { assemble, type EnvironmentPlan, matrixEntry, type PromotionPlan } from './promotion.ts';
import { logPlan, summarize } from './report.ts';
import { requirePrerequisites, selectStages } from './selection.ts';

const MAX_CHANGES = 300;

type Inputs = InputsOf<typeof definition>;
type PlanPorts = Pick<Ports, 'context' | 'exec' | 'http' | 'clock' | 'files' | 'log' | 'summary' | 'signal'>;

export async function run(inputs: Inputs, ports: PlanPorts): Promise<OutputsOf<typeof definition>> {
  const plan = await makePlan(inputs, ports);
  logPlan(plan, ports.log);
  summarize(plan, notesOf(plan, ports), ports.summary);
  return {
    plan: JSON.stringify(forOutput(plan)),
    stages: JSON.stringify(plan.stages.map((stage) => stage.map(matrixEntry))),
    stageCount: String(plan.stages.length),
    version: plan.version,
    tag: plan.tag,
    commit: plan.commit,
    app: plan.app,
    hasChanges: String(plan.hasChanges),
    complete: String(plan.complete),
  };
}

/** An output holds 1 MB: a long history is cut, and `changeCount` tells how long it was. */
function forOutput({ skipped, changes, ...plan }: PromotionPlan) {
  return {
    ...plan,
    changes: changes.slice(0, MAX_CHANGES),
    changeCount: changes.length,
    skippedCount: skipped.length,
  };
}

/** Reads the file, the history and the ledger; changes nothing. The command line uses it too. */
export async function makePlan(
  { config: path, revision, environments, version, token }: Inputs,
  ports: Omit<PlanPorts, 'summary'>,
): Promise<PromotionPlan> {
  const { config, file } = await loadConfig(ports, path);
  ports.log.debug(`configuration: ${file}`);
  const stages = selectStages(config, environments);
  const release = await planRelease(ports, { revision, config: config.release, version });
  await requireFreeTag(release, ports);
  const { backend, prefix } = config.ledger;
  const ledger = await openLedger({ backend, prefix, app: config.app, token, ports });
  const states = new Map<string, EnvironmentState>();
  // All environments, also those that are not chosen: they tell whether the order is kept.
  await Promise.all(
    Object.keys(config.environments).map(async (name) => {
      states.set(name, await ledger.read(name));
    }),
  );
  requirePrerequisites(config, stages, states, release);
  const distances = await measure(ports, states, release.commit);
  return assemble(config, release, stages, states, (live) => distances.get(live) ?? null);
}

/** Found at the end of a promotion it would be too late: the version is on another commit already. */
async function requireFreeTag(
  { tag, commit, version }: ReleasePlan,
  ports: Pick<Ports, 'exec' | 'context'>,
): Promise<void> {
  const there = await revParse(ports, `refs/tags/${tag}`);
  if (there === undefined || there === commit) return;
  throw new UserError(
    `${version} is taken: tag ${tag} stands on commit ${there.slice(0, 7)}, not on ${commit.slice(0, 7)}`,
    {
      where: 'tags of the repository',
      mend: 'promote a commit after the tag or the tagged commit itself, or give another version; to go back, use the rollback action',
    },
  );
}

async function measure(
  ports: Pick<Ports, 'exec' | 'context'>,
  states: ReadonlyMap<string, EnvironmentState>,
  commit: string,
): Promise<Map<string, EnvironmentPlan['commits']>> {
  const live = new Set([...states.values()].flatMap((state) => state.live?.commit ?? []));
  const distances = new Map<string, EnvironmentPlan['commits']>();
  for (const from of live) {
    const ahead = await countCommits(ports, from, commit);
    const behind = await countCommits(ports, commit, from);
    distances.set(from, ahead === undefined || behind === undefined ? null : { ahead, behind });
  }
  return distances;
}

function notesOf(plan: PromotionPlan, { context }: Pick<Ports, 'context'>): string {
  const { serverUrl, repository } = context;
  const repositoryUrl =
    serverUrl && repository ? `${serverUrl}/${repository.owner}/${repository.repo}` : undefined;
  // No link to the comparison: the tag is made at the end of the promotion.
  return renderNotes({ changes: plan.changes, previous: undefined, tag: plan.tag }, { repositoryUrl });
}
