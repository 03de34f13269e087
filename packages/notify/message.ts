import { formatPercent } from '@fairway/schema';
import type { Notice } from './types.ts';

/** A notice in words, before any channel's markup. */
export interface Message {
  readonly tone: 'plain' | 'good' | 'warning' | 'bad';
  /** One line that says it all on a lock screen. */
  readonly title: string;
  /** The most important first. */
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly links: readonly { readonly name: string; readonly url: string }[];
}

const TONES = { start: 'plain', pause: 'warning', abort: 'bad', promote: 'good' } as const;

export function messageOf(notice: Notice): Message {
  const { release, before, actor, runUrl, url, reason, mend } = notice;
  const fact = (name: string, text: string | undefined) => (text ? [{ name, text }] : []);
  const link = (name: string, to: string | undefined) => (to && isLink(to) ? [{ name, url: to }] : []);
  return {
    tone: TONES[notice.moment],
    title: titleOf(notice),
    facts: [
      ...fact('Why', reason),
      ...fact('Traffic', trafficOf(notice)),
      ...fact('To go on', mend),
      ...fact(
        'Release',
        `${release.version}, commit ${release.commit.slice(0, 12)}, ${release.digest.slice(0, 19)}`,
      ),
      ...fact('Before', before && `${before.version}, ${before.digest.slice(0, 19)}`),
      ...fact('By', actor),
    ],
    links: [...link('Run', runUrl), ...link('Environment', url)],
  };
}

function titleOf({ moment, app, environment, release: { version }, strategy, weight }: Notice): string {
  switch (moment) {
    case 'start':
      return `${app} ${version}: ${strategy} to ${environment} started`;
    case 'pause':
      return `${app} ${version}: waits for a person in ${environment}, at ${formatPercent(weight)}`;
    case 'abort':
      return `${app} ${version}: aborted in ${environment}`;
    case 'promote':
      return `${app} ${version}: live in ${environment}`;
  }
}

function trafficOf({ weight, release, before }: Notice): string {
  if (!before) return weight === 0 ? 'none' : `${formatPercent(weight)} on ${release.version}`;
  if (weight === 0) return `all on ${before.version}`;
  if (weight === 100) return `all on ${release.version}`;
  return `${formatPercent(weight)} on ${release.version}, the rest on ${before.version}`;
}

const isLink = (text: string) => /^https?:\/\//.test(text) && URL.canParse(text);

/**
 * Made inert by the escapes of a channel, and cut to at most `limit` UTF-16 units: never inside an escape or a
 * character.
 */
export function fit(
  text: string,
  limit: number,
  inert: (character: string) => string = (same) => same,
): string {
  let fitted = '';
  let kept = '';
  for (const character of text.toWellFormed()) {
    const next = inert(character);
    if (fitted.length + next.length > limit) return `${kept}…`;
    fitted += next;
    if (fitted.length < limit) kept = fitted;
  }
  return fitted;
}
