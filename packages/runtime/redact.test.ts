import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Redactor, Secrets } from './redact.ts';

const redactorOf = (...secrets: string[]) => {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor;
};
const secret = fc
  .string({ unit: 'grapheme', minLength: 6, maxLength: 40 })
  .filter((text) => text.trim().length >= 6);
const filler = fc.string({ maxLength: 20 });

const FORMS: Record<string, (secret: string) => string> = {
  raw: (s) => s,
  'JSON-escaped': (s) => JSON.stringify(s).slice(1, -1),
  'URL-encoded': (s) => encodeURIComponent(s.toWellFormed()),
};

test.each(Object.entries(FORMS))('%s: no occurrence is left, whatever stands around it', (_, form) => {
  fc.assert(
    fc.property(secret, filler, filler, (text, before, after) => {
      expect(redactorOf(text).redact(`${before}${form(text)}${after}`)).not.toContain(form(text));
    }),
  );
});

test.each([0, 1, 2])('base64 at alignment %i, in both alphabets', (lead) => {
  fc.assert(
    fc.property(secret, filler, (text, after) => {
      for (const alphabet of ['base64', 'base64url'] as const) {
        const encoded = Buffer.from(`${'x'.repeat(lead)}${text.toWellFormed()}${after}`).toString(alphabet);
        const shown = redactorOf(text.toWellFormed()).redact(encoded);
        // At most the characters that also hold bits of what stands around are left.
        expect(shown).toContain('***');
        expect(shown.split('***')[0]?.length).toBeLessThanOrEqual(Math.ceil((lead * 8) / 6));
      }
    }),
  );
});

test('basic authentication with a token as password', () => {
  const header = `Basic ${Buffer.from('x-access-token:ghs_abcdefghijklmnop').toString('base64')}`;
  expect(redactorOf('ghs_abcdefghijklmnop').redact(header)).toMatch(
    /^Basic [A-Za-z0-9+/]{20,22}\*\*\*.{0,3}$/,
  );
});

test('each line of a multi-line secret, in any form', () => {
  const pem = '-----BEGIN KEY-----\nMIIEow"IBAAKCAQEA\r\nzzYYxx/2\n-----END KEY-----\n';
  const redactor = redactorOf(pem);
  for (const line of ['MIIEow"IBAAKCAQEA', 'zzYYxx/2', 'MIIEow\\"IBAAKCAQEA', 'zzYYxx%2F2', pem.trim()]) {
    expect(redactor.redact(`a ${line} b`)).toBe('a *** b');
  }
});

test('userinfo of any URL, also with an @ in the password, without knowing it', () => {
  const { redact } = { redact: (text: string) => new Redactor().redact(text) };
  expect(redact('git clone https://user:pa@ss@host.example/x')).toBe('git clone https://***@host.example/x');
  expect(redact('postgres://u:p@db:5432/app?x=a@b')).toBe('postgres://***@db:5432/app?x=a@b');
  expect(redact('https://host.example/@scope/pkg')).toBe('https://host.example/@scope/pkg');
  expect(redact('mail me: a@b.example')).toBe('mail me: a@b.example');
});

test('a secret that is a URL is hidden whole', () => {
  const dsn = 'postgres://app:hunter22@db.internal:5432/app';
  expect(redactorOf(dsn).redact(`connecting to ${dsn}!`)).toBe('connecting to ***!');
});

test('overlapping secrets leave no rest of either', () => {
  expect(redactorOf('abcdef', 'defghi').redact('>abcdefghi<')).toBe('>***<');
  expect(redactorOf('abcdef', 'abcdefghi').redact('>abcdefghi<')).toBe('>***<');
  expect(redactorOf('aaaa').redact('>aaaaaaa<')).toBe('>***<');
});

test('blank secrets hide nothing, short ones only themselves; a repeated one has no new forms', () => {
  expect(redactorOf('', ' ', '\n').redact('a b')).toBe('a b');
  expect(redactorOf('xy').redact('xy and eHk=')).toBe('*** and eHk=');
  const redactor = new Redactor();
  expect(redactor.add('password1').length).toBeGreaterThan(3);
  expect(redactor.add('password1')).toEqual([]);
});

test('a text that is not well-formed Unicode is a secret like others', () => {
  expect(redactorOf('abc\ud800def').redact('>abc\ud800def<')).toBe('>***<');
});

test('a copy learns alone, and tells whether a text holds a secret in any form', () => {
  const known = new Secrets();
  known.add('first secret');
  const copy = new Secrets(known);
  copy.add('hunter22');
  const text = `first secret, ${Buffer.from('me:hunter22').toString('base64')}`;
  expect([known.within('hunter22'), copy.within(text), copy.within('hunter2')]).toEqual([false, true, false]);
  expect(known.hide('first secret, hunter22')).toBe('***, hunter22');
  expect(copy.hide('first secret, hunter22')).toBe('***, ***');
});

test('hiding alone leaves the userinfo of a URL, which is no secret', () => {
  expect(new Secrets().hide('https://me@host.example/x')).toBe('https://me@host.example/x');
});
