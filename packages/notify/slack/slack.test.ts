import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChannels } from '../index.ts';
import { MOMENTS, type NamedChannel } from '../kinds.ts';
import { contextWith, noticeOf } from '../test-server.ts';
import { slackMessage } from './index.ts';

/** Slack as the emulator knows it: the Web API, its scopes, and incoming webhooks. */
let url: string;
let emulator: { close(): Promise<void> } | undefined;

beforeAll(async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  url = `http://127.0.0.1:${port}`;
  emulator = await createEmulator({
    service: 'slack',
    port,
    hostname: '127.0.0.1',
    baseUrl: url,
    seed: {
      slack: {
        strict_scopes: true,
        channels: [{ name: 'deploys' }],
        incoming_webhooks: [{ channel: 'deploys', label: 'Fairway' }],
        tokens: [
          {
            token: 'xoxb-may-write',
            user: 'admin',
            scopes: ['chat:write', 'channels:history', 'channels:read'],
          },
          { token: 'xoxb-may-read', user: 'admin', scopes: ['channels:read'] },
        ],
      },
    },
  });
});
afterAll(() => emulator?.close());

const api = async (method: string, body: object) => {
  const response = await fetch(`${url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-may-write', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
};

async function newest(channel: string): Promise<{ text: string; blocks: unknown }> {
  const { channels } = (await api('conversations.list', {})) as { channels: { id: string; name: string }[] };
  const id = channels.find(({ name }) => name === channel)?.id;
  const { messages } = (await api('conversations.history', { channel: id })) as {
    messages: { text: string; blocks: unknown }[];
  };
  const [first] = messages;
  if (!first) throw new Error(`nothing in ${channel}`);
  return first;
}

async function tell(config: object, secrets: Record<string, string>) {
  const { context, log } = contextWith(secrets);
  const channel = { type: 'slack', config, on: [...MOMENTS] } as NamedChannel;
  await openChannels({ deploys: channel }, context).tell(noticeOf());
  return log.lines;
}

const bot = (channel: string) => ({ token: 'TOKEN', channel, api: `${url}/api` });

test('as a bot: the message stands in the channel', async () => {
  expect(await tell(bot('deploys'), { TOKEN: 'xoxb-may-write' })).toEqual([]);
  const { text, blocks } = await newest('deploys');
  expect(text).toBe('shop 2.0.0: waits for a person in production, at 25%');
  expect(blocks).toEqual(slackMessage(noticeOf()).blocks);
});

test('by an incoming webhook: it stands in the general channel', async () => {
  const HOOK = `${url}/services/T000000001/B000000001/X000000001`;
  expect(await tell({ webhook: 'HOOK', api: 'https://slack.com/api' }, { HOOK })).toEqual([]);
  expect((await newest('general')).blocks).toEqual(slackMessage(noticeOf()).blocks);
});

test('an answer of 200 that says no is a warning with the reason', async () => {
  expect(await tell(bot('nowhere'), { TOKEN: 'xoxb-may-write' })).toEqual([
    'warning: deploys (slack) was not told of the pause: Slack answers "channel_not_found"',
  ]);
  expect((await tell(bot('deploys'), { TOKEN: 'xoxb-may-read' })).join()).toMatch(/"missing_scope"/);
});

test('nothing of a release is markup: no mention, no link', () => {
  const evil = '<!channel> <@U1> <https://evil.example|click> a&b';
  const message = slackMessage(
    noticeOf({ reason: evil, actor: evil, runUrl: 'https://ok.example/?a=1&b=<x>|y' }),
  );
  const text = JSON.stringify(message);
  expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil.example|click&gt; a&amp;b');
  // What is left between < and > is ours: the links to the run and the environment.
  expect([...text.matchAll(/<[^>]*>/g)].map(([found]) => found)).toEqual([
    '<https://ok.example/?a=1&amp;b=%3Cx%3E%7Cy|Run>',
    '<https://shop.example.com/?a=1&amp;b=2|Environment>',
  ]);
});

test('each section holds at most 3,000 characters, all blocks 13,000, also where each is escaped', () => {
  const long = '&'.repeat(20_000);
  const { blocks, text } = slackMessage(noticeOf({ reason: long, mend: long, actor: long }));
  const lengths = blocks.map((block) => block.text.text.length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(3_000);
  expect(lengths.reduce((a, b) => a + b)).toBeLessThan(13_000);
  expect(text.length).toBeLessThan(3_000);
  expect(blocks.map((block) => block.text.text).join()).not.toMatch(/&(?!amp;)/);
});
