import type { Status } from '@fairway/engine';
import type { LookFound } from '@fairway/engine/report';
import { formatPercent } from '@fairway/schema';

/** What else is known of it. */
export interface Seen {
  /** Percent of the traffic that it really has; undefined: that could not be read. */
  readonly held: number | undefined;
  readonly lastLook: LookFound | undefined;
}

/** The rollout in flight, in lines for a terminal. Empty when there is none. */
export function linesOf({ environment, rollout, carriedBy }: Status, { held, lastLook }: Seen): string[] {
  if (!rollout) return [];
  const { release, strategy, startedAt, request } = rollout;
  return [
    `in flight: ${release.version} (${strategy}) since ${startedAt}, ${placeOf(rollout, held)}`,
    ...waitOf(environment, rollout),
    ...(request
      ? [`${request.by} asked to ${request.kind} at ${request.at}${request.why ? `: ${request.why}` : ''}`]
      : []),
    ...(lastLook
      ? [
          `last look, at ${formatPercent(lastLook.weight)}, ${new Date(lastLook.at).toISOString()}:`,
          ...lastLook.verdicts.map(({ verdict, explanation }) => `  ${verdict}: ${explanation}`),
        ]
      : []),
    carriedBy ? `carried by ${carriedBy}` : 'carried by no job: the next tick or sweep goes on with it',
  ];
}

type Rollout = NonNullable<Status['rollout']>;

function placeOf({ phase, step, steps, weight, intent }: Rollout, real: number | undefined): string {
  const held = real === undefined ? 'an unknown share' : formatPercent(real);
  const shares = `${formatPercent(weight)} of the traffic wanted, ${held} held`;
  if (phase === undefined || step === undefined || !steps) return `${intent}, ${shares}`;
  const place = step < steps.length ? `step ${step + 1} of ${steps.length}, ` : '';
  return `${place}${phase}, ${shares}`;
}

function waitOf(environment: string, { paused, reason, nextAt }: Rollout): string[] {
  const why = reason ? [`${paused ? 'paused' : 'why'}: ${reason}`] : [];
  if (!paused) return [...why, ...(nextAt ? [`next at ${nextAt}`] : [])];
  return [
    ...why,
    `to go on: fairway promote ${environment}; to take it back: fairway abort ${environment}`,
    ...(nextAt ? [`aborted at ${nextAt} when nobody does`] : []),
  ];
}
