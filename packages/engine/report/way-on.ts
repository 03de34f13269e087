import { clock } from './steps.ts';

/** How a rollout goes on, for the people who read the summary; Markdown. */
export interface Pending {
  readonly environment: string;
  readonly outcome: string;
  /** When the next thing is due, or a pause is aborted: ms since 1970. */
  readonly nextAt?: number | undefined;
}

export function wayOn({ environment, outcome, nextAt }: Pending): string[] {
  const by = (word: string, flag = '') =>
    `\`command: ${word}\` of the canary action, or \`fairway ${word} ${environment}${flag}\``;
  if (outcome === 'paused') {
    return [
      `To let it go on: ${by('promote')}.`,
      `To give it all traffic at once: the same with \`full: true\`, or \`fairway promote ${environment} --full\`.`,
      `To take all traffic back: ${by('abort')}.`,
      ...(nextAt === undefined ? [] : [`Nobody has to: at ${clock(nextAt)} it is aborted.`]),
    ];
  }
  if (outcome !== 'baking') return [];
  const when = nextAt === undefined ? 'later' : `at ${clock(nextAt)}`;
  return [
    `It goes on ${when}, with the next sweep or tick: ${by('tick')}.`,
    `To take all traffic back: ${by('abort')}.`,
  ];
}
