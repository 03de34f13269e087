import { expect, test } from 'vitest';
import { Masks } from './masks.ts';

test('a secret in each form in which it leaks', () => {
  const masks = new Masks();
  const secret = 'p@ss "word"/+';
  masks.add(secret);
  masks.add('first line\nsecond line');
  const hidden = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify({ secret }),
    Buffer.from(secret).toString('base64'),
    Buffer.from(`user:${secret}:x`).toString('base64'),
    Buffer.from(`us:${secret}`).toString('base64'),
    'only the second line',
  ];
  for (const text of hidden) {
    expect(masks.found(text), text).toBe(true);
    expect(masks.apply(text)).not.toContain(secret);
  }
  expect(masks.apply(`a ${secret} b ${secret}`)).toBe('a *** b ***');
  expect(masks.found('nothing here')).toBe(false);
});

test('a fork learns alone, and empty values mask nothing', () => {
  const masks = new Masks();
  masks.add('');
  masks.add('  \n ');
  const fork = masks.fork();
  fork.add('hunter2');
  expect(fork.apply('hunter2')).toBe('***');
  expect(masks.apply('hunter2 and spaces')).toBe('hunter2 and spaces');
});
