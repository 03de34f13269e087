import { expect, test } from 'vitest';
import { openChannels } from '../index.ts';
import type { NamedChannel } from '../kinds.ts';
import { contextWith, noticeOf } from '../test-server.ts';
import { teamsMessage } from './index.ts';

test('is the message that the trigger of a workflow takes: one Adaptive Card', () => {
  const { type, attachments } = teamsMessage(noticeOf());
  expect(type).toBe('message');
  expect(attachments).toHaveLength(1);
  expect(attachments[0]).toMatchObject({
    contentType: 'application/vnd.microsoft.card.adaptive',
    contentUrl: null,
    content: { type: 'AdaptiveCard', version: '1.2' },
  });
  expect(attachments[0]?.content.actions).toEqual([
    { type: 'Action.OpenUrl', title: 'Run', url: 'https://github.com/acme/shop/actions/runs/7' },
    { type: 'Action.OpenUrl', title: 'Environment', url: 'https://shop.example.com/?a=1&b=2' },
  ]);
});

test('texts of a release stand in text runs, which know no Markdown and no mentions', () => {
  const evil = '[click](https://evil.example) **x** <at>everyone</at>';
  const { content } = teamsMessage(noticeOf({ reason: evil })).attachments[0] ?? {};
  const holders: string[] = [];
  JSON.stringify(content, (_, value: unknown) => {
    if (typeof value === 'object' && value && Object.values(value).includes(evil))
      holders.push((value as { type: string }).type);
    return value;
  });
  expect(holders).toEqual(['TextRun']);
});

test('no link, no action: a link that is none is left out', () => {
  const { content } =
    teamsMessage(noticeOf({ runUrl: undefined, url: 'javascript:alert(1)' })).attachments[0] ?? {};
  expect(content).not.toHaveProperty('actions');
});

test.each([
  'https://acme.webhook.office.com/webhookb2/1@2/IncomingWebhook/3/4',
  'https://outlook.office.com/webhook/1',
])('a retired connector is told from a workflow: %s', async (HOOK) => {
  const { context, log } = contextWith({ HOOK });
  const channel = { type: 'teams', config: { webhook: 'HOOK' }, on: ['pause'] } as NamedChannel;
  await openChannels({ ops: channel }, context).tell(noticeOf());
  expect(log.lines).toEqual([
    expect.stringMatching(/HOOK is the URL of an Office 365 connector.*To mend it: make a workflow/),
  ]);
});
