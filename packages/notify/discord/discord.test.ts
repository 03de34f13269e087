import { expect, test } from 'vitest';
import { openChannels } from '../index.ts';
import { MOMENTS, type NamedChannel } from '../kinds.ts';
import { contextWith, noticeOf, startReceiver } from '../test-server.ts';
import { discordMessage } from './index.ts';

test('waits for the post, and keeps what the URL says of the thread', async () => {
  const server = await startReceiver(() => ({ status: 200, body: '{}' }));
  const { context } = contextWith({ HOOK: `${server.url}/api/webhooks/1/x?thread_id=5` });
  const channel = { type: 'discord', config: { webhook: 'HOOK' }, on: [...MOMENTS] } as NamedChannel;
  await openChannels({ chat: channel }, context).tell(noticeOf());
  await server.close();
  expect(server.received.map(({ path }) => path)).toEqual(['/api/webhooks/1/x?thread_id=5&wait=true']);
});

test('nobody is mentioned, and nothing of a release is markup', () => {
  const evil = '@everyone <@&1> [x](https://evil.example) **b** ||s||';
  const message = discordMessage(noticeOf({ reason: evil }));
  expect(message.allowed_mentions).toEqual({ parse: [] });
  expect(message.embeds[0]?.description).toBe(
    '@everyone \\<@&1\\> \\[x\\]\\(https://evil.example\\) \\*\\*b\\*\\* \\|\\|s\\|\\|',
  );
});

test('stays within what Discord takes: content 2,000, description 4,096, a field 1,024, an embed 6,000', () => {
  const long = '*'.repeat(20_000);
  const { content, embeds } = discordMessage(
    noticeOf({ reason: long, mend: long, actor: long, app: long, runUrl: `https://x.example/${long}` }),
  );
  const [embed] = embeds;
  expect(content.length).toBeLessThanOrEqual(2_000);
  expect(embed?.description?.length).toBeLessThanOrEqual(4_096);
  const fields = embed?.fields ?? [];
  for (const { name, value } of fields) {
    expect(name.length).toBeLessThanOrEqual(256);
    expect(value.length).toBeLessThanOrEqual(1_024);
    expect(value).not.toBe('');
  }
  const all = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  expect(all + (embed?.description?.length ?? 0)).toBeLessThanOrEqual(6_000);
  // No half of an escape is left at a cut.
  expect(embed?.description).toMatch(/^(\\\*)*…$/);
});
