import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeChannel } from './conformance.ts';
import { channelDrivers, openChannels } from './index.ts';
import { channelKinds, MOMENTS, type NamedChannel } from './kinds.ts';
import { contextWith, noticeOf, startReceiver } from './test-server.ts';

interface Blocks {
  blocks: { text: { text: string } }[];
}
const ofSlack = (body: string) =>
  (JSON.parse(body) as Blocks).blocks.map(({ text }) => text.text.replaceAll('*', '')).join('\n');

describeChannel('slack by webhook', {
  channel: (url) => ({
    channel: { type: 'slack', config: { webhook: 'HOOK', api: 'https://slack.com/api' } },
    secrets: { HOOK: url },
  }),
  good: { status: 200, body: 'ok' },
  text: ofSlack,
  limit: 40_000,
});

describeChannel('slack by token', {
  channel: (url) => ({
    channel: {
      type: 'slack',
      config: { token: 'TOKEN', channel: 'C1', api: new URL('/api', url).href },
    },
    secrets: { TOKEN: 'xoxb-1-SECRETPATH-2' },
  }),
  good: { status: 200, body: '{"ok":true}' },
  text: ofSlack,
  limit: 40_000,
});

describeChannel('teams', {
  channel: (url) => ({ channel: { type: 'teams', config: { webhook: 'HOOK' } }, secrets: { HOOK: url } }),
  good: { status: 202 },
  text: (body) => {
    const { attachments } = JSON.parse(body) as {
      attachments: { content: { body: { inlines: { text: string }[] }[] } }[];
    };
    return attachments
      .flatMap(({ content }) => content.body.map(({ inlines }) => inlines.map(({ text }) => text).join('')))
      .join('\n');
  },
  limit: 28 * 1024,
});

describeChannel('discord', {
  channel: (url) => ({ channel: { type: 'discord', config: { webhook: 'HOOK' } }, secrets: { HOOK: url } }),
  good: { status: 200, body: '{"id":"1"}' },
  text: (body) => {
    const { content, embeds } = JSON.parse(body) as {
      content: string;
      embeds: { description?: string; fields: { value: string }[] }[];
    };
    const parts = embeds.flatMap(({ description = '', fields }) => [
      description,
      ...fields.map(({ value }) => value),
    ]);
    return [content, ...parts].join('\n').replace(/\\(.)/g, '$1');
  },
  limit: 40_000,
});

describeChannel('webhook', {
  channel: (url) => ({
    channel: { type: 'webhook', config: { secret: 'HOOK', headers: {} } },
    secrets: { HOOK: url },
  }),
  good: { status: 204 },
  text: (body) =>
    Object.values(JSON.parse(body) as object)
      .map(String)
      .join('\n') + body,
  limit: 1_000_000,
});

test('folders, drivers and kinds are the same', () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const folders = readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort();
  expect(Object.keys(channelDrivers).sort()).toEqual(folders);
  expect(Object.keys(channelKinds).sort()).toEqual(folders);
  for (const [name, { type }] of Object.entries(channelDrivers)) expect(type).toBe(name);
});

test('tells only those who want to hear of it, and one that fails spoils no other', async () => {
  const server = await startReceiver((_, { path }) => ({ status: path === '/broken' ? 400 : 200 }));
  const { context, log } = contextWith({});
  const to = (path: string, more: object = {}): NamedChannel =>
    ({
      type: 'webhook',
      config: { url: `${server.url}/${path}`, headers: {} },
      on: [...MOMENTS],
      ...more,
    }) as NamedChannel;
  const channels = openChannels(
    {
      all: to('all'),
      broken: to('broken'),
      aborts: to('aborts', { on: ['abort'] }),
      staging: to('staging', { environments: ['staging'] }),
      production: to('production', { environments: ['production'] }),
    },
    context,
  );
  try {
    await channels.tell(noticeOf());
    expect(server.received.map(({ path }) => path).sort()).toEqual(['/all', '/broken', '/production']);
    expect(log.lines).toEqual([
      expect.stringMatching(/^warning: broken \(webhook\) was not told of the pause/),
    ]);
    await openChannels(undefined, context).tell(noticeOf());
    expect(server.received).toHaveLength(3);
  } finally {
    await server.close();
  }
});

test('side by side: slow channels take as long as one', async () => {
  const server = await startReceiver(() => undefined);
  const { context, log } = contextWith({});
  const slow = {
    type: 'webhook',
    config: { url: server.url, headers: {} },
    on: [...MOMENTS],
  } as NamedChannel;
  const from = performance.now();
  await openChannels({ a: slow, b: slow, c: slow, d: slow }, context).tell(noticeOf(), 300);
  expect(performance.now() - from).toBeLessThan(1_000);
  expect(log.lines).toHaveLength(4);
  await server.close();
});
