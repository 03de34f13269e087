import { expect, test } from 'vitest';
import { IDENTITY } from '../testing.ts';
import { describeImage, licenseOf } from './labels.ts';

test('labels of OCI become annotations too, the rest stays labels; title and source can be chosen', () => {
  const { identity, labels } = describeImage(
    IDENTITY,
    {
      'org.opencontainers.image.title': 'Storefront',
      'org.opencontainers.image.source': 'https://example.org/code',
      'org.opencontainers.image.vendor': 'Acme',
      'org.opencontainers.image.licenses': 'MIT',
      team: 'shop',
    },
    'Apache-2.0',
  );
  expect(identity).toEqual({
    ...IDENTITY,
    title: 'Storefront',
    source: 'https://example.org/code',
    annotations: {
      'org.opencontainers.image.vendor': 'Acme',
      'org.opencontainers.image.licenses': 'MIT',
    },
  });
  expect(labels).toEqual({ team: 'shop' });
  expect(describeImage(IDENTITY, {}, 'Apache-2.0').identity.annotations).toEqual({
    'org.opencontainers.image.licenses': 'Apache-2.0',
  });
});

test.each([
  ['{"license":"Apache-2.0"}', 'Apache-2.0'],
  ['{"license":"UNLICENSED"}', undefined],
  ['{"license":"SEE LICENSE IN x"}', undefined],
  ['{"license":{"type":"MIT"}}', undefined],
  ['{', undefined],
  [undefined, undefined],
])('the license of %s is %s', (text, license) => {
  expect(licenseOf(text)).toBe(license);
});
