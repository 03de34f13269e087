import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { openChannels } from '../index.ts';
import type { NamedChannel } from '../kinds.ts';
import { contextWith, noticeOf, startReceiver } from '../test-server.ts';
import { keyOf, sign } from './index.ts';

/** Published with the specification's libraries. */
const KEY = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test('signs as Standard Webhooks says', () => {
  const signed = sign(
    keyOf(KEY, 'KEY'),
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    '1614265330',
    '{"test": 2432232314}',
  );
  expect(signed).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

async function receive(config: Record<string, unknown>, secrets: Record<string, string>) {
  const server = await startReceiver(() => ({ status: 204 }));
  const { context, log } = contextWith(secrets);
  const channel = {
    type: 'webhook',
    config: { url: server.url, ...config },
    on: ['pause'],
  } as unknown as NamedChannel;
  await openChannels({ own: channel }, context).tell(noticeOf());
  await server.close();
  return { received: server.received[0], warnings: log.lines };
}

test('a receiver can check the signature over the bytes it got; headers come from text and secrets', async () => {
  const headers = { 'X-Team': 'shop', 'X-Key': { secret: 'API_KEY' } };
  const { received, warnings } = await receive(
    { headers, sign: 'SIGN' },
    { API_KEY: 'k3y ', SIGN: 'plain key' },
  );
  expect(warnings).toEqual([]);
  expect(received?.headers).toMatchObject({ 'x-team': 'shop', 'x-key': 'k3y' });
  const [id, timestamp] = [received?.headers['webhook-id'], received?.headers['webhook-timestamp']];
  const mac = createHmac('sha256', 'plain key')
    .update(`${id}.${timestamp}.${received?.body}`)
    .digest('base64');
  expect(received?.headers['webhook-signature']).toBe(`v1,${mac}`);
  expect(Math.abs(Date.now() / 1_000 - Number(timestamp))).toBeLessThan(10);
});

test('the body is the notice, with a version, a time and a line of text', async () => {
  const { received } = await receive({ headers: {} }, {});
  const { at, ...body } = JSON.parse(received?.body ?? '{}') as Record<string, unknown>;
  expect(Math.abs(Date.now() - Date.parse(String(at)))).toBeLessThan(10_000);
  expect(body).toEqual({
    version: 1,
    text: 'shop 2.0.0: waits for a person in production, at 25%',
    ...noticeOf(),
  });
  expect(received?.headers).not.toHaveProperty('webhook-signature');
});

test('a key that is none signs nothing and sends nothing', async () => {
  const { received, warnings } = await receive({ headers: {}, sign: 'SIGN' }, { SIGN: 'whsec_' });
  expect(received).toBeUndefined();
  expect(warnings.join()).toMatch(/the secret SIGN has no key after whsec_/);
});
