import { type Config, promotionStages } from '@fairway/config';
import type { EnvironmentState } from '@fairway/ledger';
import { UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';

/** promote.yml has this many stage jobs; a workflow cannot add jobs while it runs. */
export const MAX_STAGES = 6;

export interface Identity {
  readonly version: string;
  readonly commit: string;
}

export function isLive(state: EnvironmentState | undefined, { version, commit }: Identity): boolean {
  return state?.live?.commit === commit && state.live.version === version;
}

/** The stages of the wanted environments (all without `only`), none empty. */
export function selectStages(config: Config, only: readonly string[] | undefined): string[][] {
  const names = Object.keys(config.environments);
  const unknown = (only ?? []).filter((name) => !names.includes(name));
  if (unknown.length) {
    throw new UserError(
      unknown.map((name) => `unknown environment "${name}".${didYouMean(name, names)}`).join('\n'),
      { where: 'input "environments"', mend: 'name environments of fairway.yml' },
    );
  }
  const stages = promotionStages(config)
    .map((stage) => (only?.length ? stage.filter((name) => only.includes(name)) : stage))
    .filter((stage) => stage.length > 0);
  if (stages.length <= MAX_STAGES) return stages;
  throw new UserError(`the promotion order has ${stages.length} stages; at most ${MAX_STAGES} can be run`, {
    where: stages.map((stage) => stage.join(' + ')).join(' > '),
    mend: 'let environments share a stage (the same "after"), or name some with the input "environments"',
  });
}

/** What a chosen environment comes after must be chosen too, or have the release already. */
export function requirePrerequisites(
  config: Config,
  stages: readonly (readonly string[])[],
  states: ReadonlyMap<string, EnvironmentState>,
  release: Identity,
): void {
  const chosen = new Set(stages.flat());
  const lines: string[] = [];
  for (const name of chosen) {
    for (const before of config.environments[name]?.after ?? []) {
      const state = states.get(before);
      if (chosen.has(before) || isLive(state, release)) continue;
      const now = state?.live ? `has ${state.live.version}` : 'has no release';
      lines.push(`"${name}" comes after "${before}", which ${now}, not ${release.version}`);
    }
  }
  if (lines.length === 0) return;
  throw new UserError(lines.join('\n'), {
    where: 'input "environments"',
    mend: 'add the missing environments to the list, or promote the release to them first',
  });
}
