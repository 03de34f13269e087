import { createHmac, randomUUID } from 'node:crypto';
import { UserError } from '@fairway/runtime/errors';
import { deliver } from '../deliver.ts';
import type { channelKinds } from '../kinds.ts';
import { messageOf } from '../message.ts';
import type { ChannelContext, ChannelDriver, Notice } from '../types.ts';
import { webhookUrl } from '../webhook-url.ts';

type Config = NonNullable<ReturnType<typeof channelKinds.webhook.read>>;

/** Posts the notice as JSON, to any receiver. */
export const webhookChannel: ChannelDriver<Config> = {
  type: 'webhook',
  open: (config, context) => ({
    type: 'webhook',
    async send(notice, signal) {
      const { clock } = context.ports;
      const url = config.url ?? webhookUrl(context, config.secret ?? '');
      const body = JSON.stringify(webhookMessage(notice, clock.now()));
      const signed = config.sign === undefined ? {} : signature(context, config.sign, body);
      await deliver(
        context.ports,
        { url, body, headers: { ...headersOf(config, context), ...signed } },
        signal,
      );
    },
  }),
};

/** The body, version 1. `at`: ISO 8601, UTC; `weight`: percent; absent: not known. */
export function webhookMessage(notice: Notice, now: number) {
  const { title } = messageOf(notice);
  return { version: 1, at: new Date(now).toISOString(), text: title, ...notice };
}

function headersOf({ headers }: Config, context: ChannelContext): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : context.secret(value.secret).trim(),
    ]),
  );
}

/** The headers of the Standard Webhooks specification, so that receivers can use its libraries. */
function signature(context: ChannelContext, name: string, body: string): Record<string, string> {
  const id = `msg_${randomUUID().replaceAll('-', '')}`;
  const timestamp = String(Math.floor(context.ports.clock.now() / 1_000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': sign(keyOf(context.secret(name).trim(), name), id, timestamp, body),
  };
}

export function sign(key: Buffer, id: string, timestamp: string, body: string): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** `whsec_` and base64, as the specification writes keys; anything else is the key itself. */
export function keyOf(secret: string, name: string): Buffer {
  if (!secret.startsWith('whsec_')) return Buffer.from(secret);
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  if (key.length > 0) return key;
  throw new UserError(`the secret ${name} has no key after whsec_`, { mend: 'put base64 after whsec_' });
}
