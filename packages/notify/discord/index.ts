import { deliver } from '../deliver.ts';
import type { channelKinds } from '../kinds.ts';
import { fit, messageOf } from '../message.ts';
import type { ChannelDriver, Notice } from '../types.ts';
import { webhookUrl } from '../webhook-url.ts';

type Config = NonNullable<ReturnType<typeof channelKinds.discord.read>>;

/** Discord takes 2,000 characters of content, 1,024 of a field's value and 6,000 of an embed in all. */
const FIELD = 1_000;
const TITLE = 300;

/** By a channel's webhook. `wait` makes Discord answer when the message is posted, not when it is queued. */
export const discordChannel: ChannelDriver<Config> = {
  type: 'discord',
  open: ({ webhook }, context) => ({
    type: 'discord',
    async send(notice, signal) {
      const url = new URL(webhookUrl(context, webhook));
      url.searchParams.set('wait', 'true');
      await deliver(context.ports, { url: url.href, body: JSON.stringify(discordMessage(notice)) }, signal);
    },
  }),
};

const COLORS = { plain: 0x5865f2, good: 0x2e7d32, warning: 0xf9a825, bad: 0xc62828 } as const;

/** No text of a release can mention anybody: `allowed_mentions` names no kind of mention. */
export function discordMessage(notice: Notice) {
  const { title, tone, facts, links } = messageOf(notice);
  const why = facts.find(({ name }) => name === 'Why');
  const linked = links.map(({ name, url }) => `[${name}](${link(url)})`).join(' ');
  const field = (name: string, value: string, inline = false) => ({ name, value, inline });
  return {
    content: `**${fit(title, TITLE, inert)}**`,
    embeds: [
      {
        color: COLORS[tone],
        ...(why ? { description: fit(why.text, 2_000, inert) } : {}),
        fields: [
          ...facts
            .filter((fact) => fact !== why)
            .map(({ name, text }) => field(name, fit(text, name === 'To go on' ? FIELD : TITLE, inert))),
          ...(linked && linked.length <= FIELD ? [field('Links', linked)] : []),
        ],
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

const inert = (character: string) => (/[\\*_~`|<>[\]()#]/.test(character) ? `\\${character}` : character);
const link = (url: string) =>
  new URL(url).href.replace(/[()<>]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
