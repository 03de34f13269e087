import { afterEach, describe, expect, test } from 'vitest';
import { openChannels } from './index.ts';
import type { NamedChannel } from './kinds.ts';
import { MOMENTS } from './kinds.ts';
import { type Answer, contextWith, noticeOf, type Received, startReceiver } from './test-server.ts';
import type { Moment, Notice } from './types.ts';

export interface ChannelCase {
  /** What posts to a server at this URL, whose path is a secret, and the secrets it needs. */
  channel(url: string): { channel: Pick<NamedChannel, 'type' | 'config'>; secrets: Record<string, string> };
  /** What the service says when all is well. */
  readonly good: Answer;
  /** What the service answers and a person sees of a body: all its text, without markup. */
  text(body: string): string;
  /** Most bytes the vendor takes. */
  readonly limit: number;
}

const SECRET_PATH = 'T0SECRETPATH9';
const QUIET = 400;

/** What every channel must do, whatever the vendor. */
export function describeChannel(name: string, given: ChannelCase): void {
  describe(`channel: ${name}`, () => {
    let close: (() => Promise<void>) | undefined;
    afterEach(async () => {
      await close?.();
      close = undefined;
    });

    async function tell(
      answers: (nth: number, received: Received) => Answer | undefined,
      notice: Notice = noticeOf(),
      within = 5_000,
    ) {
      const server = await startReceiver(answers);
      close = server.close;
      const { channel, secrets } = given.channel(`${server.url}/hooks/${SECRET_PATH}?sig=abcdefgh1234`);
      const { context, log } = contextWith(secrets);
      const config = { ops: { ...channel, on: [...MOMENTS] } as NamedChannel };
      const from = performance.now();
      await openChannels(config, context).tell(notice, within);
      return { ...server, warnings: log.lines, took: performance.now() - from };
    }

    test.each<[Moment, RegExp]>([
      ['start', /shop 2\.0\.0: canary to production started/],
      ['pause', /shop 2\.0\.0: waits for a person in production, at 25%/],
      ['abort', /shop 2\.0\.0: aborted in production/],
      ['promote', /shop 2\.0\.0: live in production/],
    ])('%s: says what happened, why, who, and where to look', async (moment, title) => {
      const { received, warnings } = await tell(() => given.good, noticeOf({ moment }));
      expect(warnings).toEqual([]);
      expect(received).toHaveLength(1);
      expect(received[0]?.method).toBe('POST');
      expect(received[0]?.headers['content-type']).toMatch(/^application\/json/);
      const text = given.text(received[0]?.body ?? '');
      expect(text).toMatch(title);
      for (const part of ['errors: 4.2% is above max 1%', 'fairway promote production', '1.9.0', 'ada'])
        expect(text).toContain(part);
      expect(received[0]?.body).toContain('https://github.com/acme/shop/actions/runs/7');
    });

    test('tries once more when the service is busy, and tells it once', async () => {
      const { received, warnings } = await tell((nth) => (nth === 1 ? { status: 429 } : given.good));
      expect(received).toHaveLength(2);
      expect(received[1]?.body).toBe(received[0]?.body);
      expect(warnings).toEqual([]);
    });

    test.each([
      [503, 2],
      [400, 1],
      [404, 1],
    ])('%i: %i requests, and a warning with the name and no part of the URL', async (status, times) => {
      const { received, warnings } = await tell((_, { path, headers }) => ({
        status,
        body: `no such hook: ${path} ${headers.authorization ?? ''}`,
      }));
      expect(received).toHaveLength(times);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('ops');
      expect(warnings[0]).toContain(String(status));
      expect(warnings.join()).not.toMatch(/SECRETPATH|abcdefgh1234|127\.0\.0\.1/);
    });

    test('does not wait for a service that wants to be left alone for a minute', async () => {
      const { received, took } = await tell(() => ({ status: 429, headers: { 'retry-after': '60' } }));
      expect(received).toHaveLength(1);
      expect(took).toBeLessThan(1_000);
    });

    test('a service that says nothing holds nothing up', async () => {
      const { warnings, took } = await tell(() => undefined, noticeOf(), QUIET);
      expect(took).toBeLessThan(QUIET + 1_000);
      expect(warnings.join()).toMatch(/^warning: ops .*timed out/);
      expect(warnings.join()).not.toMatch(/SECRETPATH|127\.0\.0\.1/);
    });

    test('a service that is down is a warning', async () => {
      const server = await startReceiver(() => given.good);
      await server.close();
      const { channel, secrets } = given.channel(`${server.url}/hooks/${SECRET_PATH}`);
      const { context, log } = contextWith(secrets);
      await openChannels({ ops: { ...channel, on: ['abort'] } as NamedChannel }, context).tell(
        noticeOf({ moment: 'abort' }),
      );
      expect(log.lines.join()).toMatch(/ECONNREFUSED/);
      expect(log.lines.join()).not.toMatch(/SECRETPATH|127\.0\.0\.1/);
    });

    test('follows no redirect with a secret', async () => {
      const { received, warnings } = await tell(() => ({
        status: 307,
        headers: { location: '/elsewhere' },
      }));
      expect(received).toHaveLength(1);
      expect(warnings.join()).toMatch(/redirect/);
    });

    test('a secret the job does not have is a warning with its name', async () => {
      const { channel } = given.channel('http://127.0.0.1:9/');
      const { context, log } = contextWith({});
      await openChannels({ ops: { ...channel, on: [...MOMENTS] } as NamedChannel }, context).tell(noticeOf());
      expect(log.lines.join()).toMatch(/^warning: ops .* the job has no secret [A-Z_]+/);
    });

    test('stays within the limits of the vendor, whatever the reason holds', async () => {
      const reason = `${'<&>*_`|\\[x](y)😀'.repeat(2_000)}`;
      const long = noticeOf({ reason, mend: reason, actor: reason });
      const { received, warnings } = await tell(() => given.good, long);
      expect(warnings).toEqual([]);
      expect(Buffer.byteLength(received[0]?.body ?? '')).toBeLessThan(given.limit);
      expect(JSON.parse(received[0]?.body ?? '')).toBeTypeOf('object');
    });
  });
}
