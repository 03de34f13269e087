import { RemoteError } from '@fairway/runtime/errors';
import { deliver } from '../deliver.ts';
import type { channelKinds } from '../kinds.ts';
import { fit, messageOf } from '../message.ts';
import type { ChannelDriver, Notice } from '../types.ts';
import { webhookUrl } from '../webhook-url.ts';

type Config = NonNullable<ReturnType<typeof channelKinds.slack.read>>;

/** A section takes 3,000 characters; all blocks together about 13,000. */
const LIMITS: Record<string, number> = { Why: 2_500, 'To go on': 1_500 };
const LIMIT = 300;

/** By an incoming webhook, or as a bot by `chat.postMessage`, whose answer is 200 also when it did not post. */
export const slackChannel: ChannelDriver<Config> = {
  type: 'slack',
  open({ webhook, token, channel, api }, context) {
    const send = async (notice: Notice, signal: AbortSignal) => {
      if (webhook !== undefined) {
        const url = webhookUrl(context, webhook);
        await deliver(context.ports, { url, body: JSON.stringify(slackMessage(notice)) }, signal);
        return;
      }
      const answer = await deliver(
        context.ports,
        {
          url: `${api.replace(/\/+$/, '')}/chat.postMessage`,
          headers: { authorization: `Bearer ${context.secret(token ?? '').trim()}` },
          body: JSON.stringify({ channel, ...slackMessage(notice) }),
        },
        signal,
      );
      const error = errorOf(answer);
      if (error) throw new RemoteError(`Slack answers "${error}"`);
    };
    return { type: 'slack', send };
  },
};

function errorOf(answer: string): string | undefined {
  try {
    const { ok, error } = JSON.parse(answer) as { ok?: boolean; error?: string };
    return ok === true ? undefined : (error ?? 'no reason given');
  } catch {
    return 'no JSON';
  }
}

/** `text` is what a lock screen shows; `verbatim` keeps names and channels in the text from being linked. */
export function slackMessage(notice: Notice) {
  const { title, facts, links } = messageOf(notice);
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
  const linked = links.map(({ name, url }) => `<${link(url)}|${name}>`).join('  ');
  return {
    text: fit(title, LIMIT, inert),
    blocks: [
      section(`*${fit(title, LIMIT, inert)}*`),
      ...facts.map(({ name, text }) => section(`*${name}:* ${fit(text, LIMITS[name] ?? LIMIT, inert)}`)),
      ...(linked ? [section(linked)] : []),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const inert = (character: string) => ENTITIES[character] ?? character;
const link = (url: string) =>
  new URL(url).href
    .replaceAll('|', '%7C')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');
