import type { InputsOf } from '@fairway/action';
import { loadConfig } from '@fairway/config';
import { openEnvironment, type Site, type Swept, sweep } from '@fairway/engine';
import { describeError, GateError, type Outcome, type Ports, Summary, UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import type { definition } from './definition.ts';
import { forgotten } from './forgotten.ts';
import { report } from './report.ts';
import { planned, type Row, rowOf } from './rows.ts';

type Definition = typeof definition;
type Inputs = InputsOf<Definition>;

export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<Definition>> {
  const environments = await chosen(inputs, ports);
  // The table of all environments comes first, then the rollouts.
  const rollouts = new Summary();
  const open = (environment: string) =>
    openEnvironment({ ...inputs, environment }, { ...ports, summary: rollouts });
  const others = inputs.environments ? [] : await forgotten(inputs, ports);
  if (inputs.dryRun) return outputs(await lookOnly(open, environments, others, ports), 'planned');
  const swept = [...(await sweep(open, environments)), ...others];
  const rows = swept.map(rowOf);
  report(ports.log, ports.summary, rows);
  ports.summary.raw(rollouts.text());
  const failure = failureOf(swept, ports);
  const idle = swept.every(({ outcome }) => outcome === 'idle');
  return {
    ...outputs(rows, failure ? 'failed' : idle ? 'idle' : 'swept'),
    ...(failure ? { failure } : {}),
  };
}

/** Names are checked before anything is done. */
async function chosen({ config: path, environments }: Inputs, ports: Ports): Promise<readonly string[]> {
  const { config, file } = await loadConfig(ports, path);
  const all = Object.keys(config.environments);
  const unknown = environments?.find((name) => !all.includes(name));
  if (unknown === undefined) return environments ?? all;
  throw new UserError(`unknown environment "${unknown}".${didYouMean(unknown, all)}`, {
    where: file,
    mend: 'name environments of this file in the input "environments"',
  });
}

async function lookOnly(
  open: (environment: string) => Promise<Site>,
  environments: readonly string[],
  others: readonly Swept[],
  { log, summary }: Ports,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const environment of environments) rows.push(await planned(await open(environment)));
  rows.push(...others.map(rowOf));
  report(log, summary, rows);
  return rows;
}

/** The first is the step's own error; each of the others gets an annotation of its own. */
function failureOf(swept: readonly Swept[], { log }: Ports): Error | undefined {
  // An interrupted deployment that was taken back is `recovered`, with an error.
  const [first, ...others] = swept.filter(
    ({ outcome, error }) => error !== undefined || outcome === 'failed' || outcome === 'aborted',
  );
  for (const { environment, outcome, error, detail } of others) {
    log.error(error ? describeError(error).text : detail, { title: `${environment}: ${outcome}` });
  }
  if (!first) return undefined;
  const { environment, outcome, error, detail } = first;
  if (outcome !== 'aborted' && error) return error;
  return new GateError(`${environment}: ${error?.message ?? detail}`, {
    where: environment,
    mend: 'mend the release and deploy a new one',
  });
}

const COUNTED = ['promoted', 'aborted', 'paused', 'baking', 'failed'] as const;

function outputs(rows: readonly Row[], outcome: string): Outcome<Definition> {
  const counts = COUNTED.map((name) => [name, String(rows.filter((row) => row.outcome === name).length)]);
  const counted = Object.fromEntries(counts) as Record<(typeof COUNTED)[number], string>;
  return { outcome, result: JSON.stringify(rows), ...counted };
}
