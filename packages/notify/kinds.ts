import {
  choice,
  either,
  field,
  type Infer,
  type JsonSchema,
  type Kind,
  list,
  map,
  secretName as nameOfSecret,
  object,
  text,
  url,
} from '@fairway/schema';
import type { Moment } from './types.ts';

const secretName = (example = 'SLACK_WEBHOOK') => nameOfSecret(example);

export const MOMENTS: readonly Moment[] = ['start', 'pause', 'abort', 'promote'];

const slack = checked(
  object({
    webhook: field(secretName(), { description: 'Secret with the URL of an incoming webhook.' }),
    token: field(secretName('SLACK_TOKEN'), {
      description: 'Secret with a bot token that may `chat:write`.',
    }),
    channel: field(text(), { description: 'With `token`: id or name of the channel.' }),
    api: field(url(), {
      description: 'With `token`: base of the Web API, for Slack for governments.',
      default: 'https://slack.com/api',
    }),
  }),
  [
    { required: ['webhook'], not: { anyOf: [{ required: ['token'] }, { required: ['channel'] }] } },
    { required: ['token', 'channel'], not: { required: ['webhook'] } },
  ],
  ({ webhook, token, channel }) =>
    (webhook === undefined) === (token === undefined)
      ? 'slack needs either `webhook`, or `token` and `channel`'
      : (token === undefined) === (channel === undefined)
        ? undefined
        : '`token` and `channel` belong together: a webhook knows its channel',
);

const webhook = checked(
  object({
    url: field(url(), { description: 'Where the notice is posted as JSON.' }),
    secret: field(secretName('PAGER_URL'), {
      description: 'Secret with the URL, where the URL itself is one.',
    }),
    headers: field(
      map(
        either(
          text(),
          object({ secret: field(secretName('PAGER_KEY'), { description: 'A secret.', required: true }) }),
        ),
        { keys: /^[A-Za-z0-9-]+$/, keyHint: 'letters, digits and "-"' },
      ),
      { description: 'More headers: text, or `{ secret: NAME }`.', default: {} },
    ),
    sign: field(secretName('PAGER_SIGNING_KEY'), {
      description: 'Secret that signs each notice (HMAC-SHA256), as Standard Webhooks says.',
    }),
  }),
  [{ required: ['url'] }, { required: ['secret'] }],
  (read) =>
    (read.url === undefined) === (read.secret === undefined)
      ? 'webhook needs either `url` or `secret`'
      : undefined,
);

const byWebhook = (example: string, description: string) =>
  object({ webhook: field(secretName(example), { description, required: true }) });

/** What may stand in an entry of `notify:`, by type. */
export const channelKinds = {
  slack,
  teams: byWebhook(
    'TEAMS_WEBHOOK',
    'Secret with the URL of a workflow that starts "when a Teams webhook request is received".',
  ),
  discord: byWebhook('DISCORD_WEBHOOK', 'Secret with the URL of the webhook of a channel.'),
  webhook,
};

type Kinds = typeof channelKinds;
export type ChannelType = keyof Kinds;
export type ChannelConfig = { [K in ChannelType]: { type: K; config: Infer<Kinds[K]> } }[ChannelType];

/** One entry of `notify:`: where, of what, and of which environments (absent: all). */
export type NamedChannel = ChannelConfig & {
  readonly on: readonly Moment[];
  readonly environments?: readonly string[];
};

const SAID: Record<ChannelType, string> = {
  slack: 'Tells a channel of Slack.',
  teams: 'Tells a channel or chat of Microsoft Teams.',
  discord: 'Tells a channel of Discord.',
  webhook: 'Tells any other service, by a JSON document.',
};

const TYPES = Object.keys(channelKinds) as ChannelType[];

const common = {
  on: field(list(choice(MOMENTS), { min: 1 }), {
    description: 'At which moments it is told. Default: all.',
    default: [...MOMENTS],
  }),
  environments: field(list(text(), { min: 1 }), { description: 'Only of these environments. Default: all.' }),
};

const entry = object({
  ...common,
  ...Object.fromEntries(
    TYPES.map((type) => [type, field<unknown>(channelKinds[type], { description: SAID[type] })]),
  ),
});

const channel: Kind<NamedChannel> = {
  name: 'channel',
  json: { ...entry.json, oneOf: TYPES.map((type) => ({ required: [type] })) },
  read(value, path, report) {
    const read = entry.read(value, path, report);
    if (!read) return undefined;
    const { on, environments } = read;
    const [type, ...others] = TYPES.filter((name) => Object.hasOwn(read, name));
    if (type && others.length === 0) {
      // The fields are made from a list, so their types are lost.
      const config = (read as Record<string, unknown>)[type];
      return { type, config, on, ...(environments ? { environments } : {}) } as NamedChannel;
    }
    const found = type ? [type, ...others].join(' and ') : 'none';
    const message = `expected exactly one channel, found ${found}. Valid: ${TYPES.join(', ')}.`;
    return void report({ path, message, on: 'value' });
  },
};

/** `notify:` of fairway.yml: channels by names of your own. */
export const notifyKind: Kind<Record<string, NamedChannel>> = map(channel, {
  keys: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
  keyHint: 'letters, digits, "-" and "_"',
});
export type NotifyConfig = Infer<typeof notifyKind>;

/** An object with a rule across its keys; `variants` say the same to editors. */
function checked<T>(
  kind: Kind<T>,
  variants: JsonSchema[],
  problemOf: (read: T) => string | undefined,
): Kind<T> {
  return {
    ...kind,
    json: { ...kind.json, oneOf: variants },
    read(value, path, report) {
      const read = kind.read(value, path, report);
      const message = read && problemOf(read);
      if (!message) return read;
      return void report({ path, message, on: 'value' });
    },
  };
}
