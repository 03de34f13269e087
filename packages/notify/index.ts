import { InternalError } from '@fairway/runtime/errors';
import { discordChannel } from './discord/index.ts';
import type { NamedChannel, NotifyConfig } from './kinds.ts';
import { slackChannel } from './slack/index.ts';
import { teamsChannel } from './teams/index.ts';
import type { ChannelContext, ChannelDriver, Notice } from './types.ts';
import { webhookChannel } from './webhook/index.ts';

export type { NamedChannel, NotifyConfig } from './kinds.ts';
export * from './types.ts';

/** Every channel, by the name of its folder. */
export const channelDrivers = {
  discord: discordChannel,
  slack: slackChannel,
  teams: teamsChannel,
  webhook: webhookChannel,
};

export interface Channels {
  /**
   * Tells everyone who wants to hear of it, side by side. Never throws and never takes longer than `within`
   * milliseconds: a channel that fails is a warning with its name.
   */
  tell(notice: Notice, within?: number): Promise<void>;
}

/** Milliseconds a channel has for both tries. */
const WITHIN = 5_000;

/** `config`: `notify:` of fairway.yml. Opens nothing yet: a missing secret is a warning when it is needed. */
export function openChannels(config: NotifyConfig | undefined, context: ChannelContext): Channels {
  const entries = Object.entries(config ?? {});
  return {
    async tell(notice, within = WITHIN) {
      const concerned = entries.filter(([, channel]) => wants(channel, notice));
      await Promise.all(concerned.map(([name, channel]) => send(name, channel, notice, context, within)));
    },
  };
}

const wants = ({ on, environments }: NamedChannel, { moment, environment }: Notice): boolean =>
  on.includes(moment) && (environments === undefined || environments.includes(environment));

async function send(
  name: string,
  { type, config }: NamedChannel,
  notice: Notice,
  context: ChannelContext,
  within: number,
): Promise<void> {
  try {
    const driver = channelDrivers[type] as ChannelDriver<unknown> | undefined;
    if (!driver) throw new InternalError(`no driver for ${type}`);
    await driver.open(config, context).send(notice, AbortSignal.timeout(within));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const mend = error instanceof Error && 'mend' in error && error.mend ? `. To mend it: ${error.mend}` : '';
    context.ports.log.warning(`${name} (${type}) was not told of the ${notice.moment}: ${why}${mend}`, {
      title: `Notification ${name}`,
    });
  }
}
