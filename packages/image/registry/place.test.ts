import { UserError } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { credentialKeys, parsePlace } from './place.ts';

describe('parsePlace', () => {
  it.each([
    ['ghcr.io/acme/app', 'ghcr.io', 'acme/app', false],
    ['localhost/app', 'localhost', 'app', true],
    ['127.0.0.1:5000/a/b/c', '127.0.0.1:5000', 'a/b/c', true],
    ['[::1]:5000/app', '[::1]:5000', 'app', true],
    ['127.0.0.1.example.com/app', '127.0.0.1.example.com', 'app', false],
    ['registry:5000/app', 'registry:5000', 'app', false],
    ['acme/app', 'registry-1.docker.io', 'acme/app', false],
    ['debian', 'registry-1.docker.io', 'library/debian', false],
    ['docker.io/debian', 'registry-1.docker.io', 'library/debian', false],
  ])('%s', (repository, host, name, loopback) => {
    expect(parsePlace(repository)).toMatchObject({ host, name, loopback });
  });

  it.each([
    '',
    'ghcr.io/',
    'ghcr.io/Acme/app',
    'ghcr.io/acme/app:1',
    'ghcr.io/a//b',
    'u:p@ghcr.io/a',
    'ghcr.io/../a',
    'gh cr.io/a',
    'https://ghcr.io/a',
  ])('refuses "%s"', (repository) => {
    expect(() => parsePlace(repository)).toThrow(UserError);
  });
});

describe('credentialKeys', () => {
  it('goes from the repository to the host', () => {
    expect(credentialKeys(parsePlace('ghcr.io/acme/app')).slice(0, 4)).toEqual([
      'ghcr.io/acme/app',
      'ghcr.io/acme',
      'ghcr.io',
      'https://ghcr.io',
    ]);
  });

  it("knows Docker Hub's old name", () => {
    expect(credentialKeys(parsePlace('acme/app'))).toContain('https://index.docker.io/v1/');
  });
});
