import { describe, expect, it } from 'vitest';
import { parseChallenge } from './challenge.ts';

describe('parseChallenge', () => {
  it.each([
    [
      'Bearer realm="https://auth.example/token",service="a, b",scope="repository:x:pull,push repository:y:pull"',
      {
        scheme: 'bearer',
        realm: 'https://auth.example/token',
        service: 'a, b',
        scopes: ['repository:x:pull,push', 'repository:y:pull'],
      },
    ],
    [
      'bearer REALM=https://a.example/t',
      { scheme: 'bearer', realm: 'https://a.example/t', service: undefined, scopes: [] },
    ],
    ['Basic realm="say \\"hi\\", realm=x"', { scheme: 'basic', realm: 'say "hi", realm=x' }],
    ['Basic', { scheme: 'basic', realm: '' }],
    [
      'Basic realm="b", Bearer realm="https://t", service=s',
      { scheme: 'bearer', realm: 'https://t', service: 's', scopes: [] },
    ],
    ['Negotiate, Basic realm=x', { scheme: 'basic', realm: 'x' }],
    ['Negotiate abc==', undefined],
    ['Bearer service="no realm"', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (header, expected) => {
    expect(parseChallenge(header)).toEqual(expected);
  });
});
