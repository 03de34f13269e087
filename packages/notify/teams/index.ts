import { UserError } from '@fairway/runtime/errors';
import { deliver } from '../deliver.ts';
import type { channelKinds } from '../kinds.ts';
import { fit, messageOf } from '../message.ts';
import type { ChannelDriver, Notice } from '../types.ts';
import { webhookUrl } from '../webhook-url.ts';

type Config = NonNullable<ReturnType<typeof channelKinds.teams.read>>;

/** A message takes 28 KB; a character has up to four bytes. */
const LIMITS: Record<string, number> = { Why: 2_500, 'To go on': 1_000 };
const LIMIT = 300;

/** By a workflow's webhook. It answers 202 before the card is posted, so a later fault shows only in Teams. */
export const teamsChannel: ChannelDriver<Config> = {
  type: 'teams',
  open: ({ webhook }, context) => ({
    type: 'teams',
    async send(notice, signal) {
      const url = webhookUrl(context, webhook);
      refuseConnector(url, webhook);
      await deliver(context.ports, { url, body: JSON.stringify(teamsMessage(notice)) }, signal);
    },
  }),
};

/** These still resolve, and some answer 200. */
function refuseConnector(url: string, name: string): void {
  const { hostname } = new URL(url);
  if (!/(^|\.)webhook\.office\.com$|^outlook\.office(365)?\.com$/.test(hostname)) return;
  throw new UserError(
    `the secret ${name} is the URL of an Office 365 connector, which Microsoft has retired`,
    {
      mend: 'make a workflow in Teams that starts "when a Teams webhook request is received", and use its URL',
    },
  );
}

const COLORS = { plain: 'default', good: 'good', warning: 'warning', bad: 'attention' } as const;

/**
 * An Adaptive Card of 1.2, which every Teams client shows. Text runs know no markup, so nothing in them needs
 * to be escaped.
 */
export function teamsMessage(notice: Notice) {
  const { title, tone, facts, links } = messageOf(notice);
  const run = (text: string, more: object = {}) => ({ type: 'TextRun', text, ...more });
  const line = (...inlines: object[]) => ({ type: 'RichTextBlock', inlines });
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.2',
    body: [
      line(run(fit(title, LIMIT), { weight: 'bolder', size: 'large', color: COLORS[tone] })),
      ...facts.map(({ name, text }) =>
        line(run(`${name}: `, { weight: 'bolder' }), run(fit(text, LIMITS[name] ?? LIMIT))),
      ),
    ],
    ...(links.length
      ? {
          actions: links.map(({ name, url }) => ({
            type: 'Action.OpenUrl',
            title: name,
            url: new URL(url).href,
          })),
        }
      : {}),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}
