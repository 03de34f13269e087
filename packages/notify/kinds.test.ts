import type { Problem } from '@fairway/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { notifyKind } from './kinds.ts';

function read(value: unknown) {
  const problems: Problem[] = [];
  const config = notifyKind.read(value, ['notify'], (problem) => problems.push(problem));
  return { config, problems: problems.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(notifyKind.json);

test('every channel in its shortest form, told of everything', () => {
  const on = ['start', 'pause', 'abort', 'promote'];
  const given = {
    deploys: { slack: { webhook: 'SLACK_WEBHOOK' } },
    bot: {
      slack: { token: 'SLACK_TOKEN', channel: '#deploys' },
      on: ['abort'],
      environments: ['production'],
    },
    ops: { teams: { webhook: 'TEAMS' } },
    chat: { discord: { webhook: 'DISCORD' } },
    own: {
      webhook: { url: 'https://example.com', headers: { 'X-Key': { secret: 'KEY' }, 'X-Team': 'shop' } },
    },
  };
  const { config, problems } = read(given);
  expect(problems).toEqual([]);
  expect(valid(given)).toBe(true);
  expect(config).toEqual({
    deploys: { type: 'slack', config: { webhook: 'SLACK_WEBHOOK', api: 'https://slack.com/api' }, on },
    bot: {
      type: 'slack',
      config: { token: 'SLACK_TOKEN', channel: '#deploys', api: 'https://slack.com/api' },
      on: ['abort'],
      environments: ['production'],
    },
    ops: { type: 'teams', config: { webhook: 'TEAMS' }, on },
    chat: { type: 'discord', config: { webhook: 'DISCORD' }, on },
    own: {
      type: 'webhook',
      config: { url: 'https://example.com', headers: { 'X-Key': { secret: 'KEY' }, 'X-Team': 'shop' } },
      on,
    },
  });
});

test.each<[string, object, RegExp]>([
  ['no channel', { on: ['start'] }, /expected exactly one channel, found none\. Valid: slack/],
  ['two channels', { teams: { webhook: 'A' }, discord: { webhook: 'B' } }, /found teams and discord/],
  ['a typo', { slak: { webhook: 'A' } }, /unknown key "slak"\. Did you mean "slack"/],
  ['a moment that is none', { teams: { webhook: 'A' }, on: ['paused'] }, /Did you mean "pause"/],
  ['no moment', { teams: { webhook: 'A' }, on: [] }, /at least 1/],
  ['a token without a channel', { slack: { token: 'A' } }, /belong together/],
  ['a webhook with a channel', { slack: { webhook: 'A', channel: 'b' } }, /belong together/],
  ['both ways', { slack: { webhook: 'A', token: 'B', channel: 'c' } }, /either `webhook`, or/],
  ['no address', { webhook: {} }, /either `url` or `secret`/],
])('%s is refused, here and by editors', (_, given, message) => {
  const { config, problems } = read({ deploys: given });
  expect(config).toBeUndefined();
  expect(problems.join('\n')).toMatch(message);
  expect(valid({ deploys: given })).toBe(false);
});

test('a secret written into the file is refused without being shown', () => {
  const { problems } = read({ ops: { slack: { webhook: 'https://hooks.slack.com/services/T1/B2/s3cr3t' } } });
  expect(problems).toEqual([
    expect.stringMatching(/^notify\.ops\.slack\.webhook: expected the name of a secret/),
  ]);
  expect(problems.join()).not.toMatch(/s3cr3t|hooks/);
});
