import { object } from '@fairway/schema';
import { expect, it } from 'vitest';
import { parseConfig } from './index.ts';
import { providerProblems } from './providers.ts';

const file = (more: string, environment = '') => `version: 1
app: shop
${more}
environments:
  prod:
    target: { process: { port: 1 } }
${environment}
    strategy:
      canary:
        steps: [5%]
        metrics:
          - { name: errors, prometheus: { events: 'a[{{ window }}]{r="{{ side }}"}', total: 'b[{{ window }}]' }, max: 1% }
`;

it('refuses a metric of a provider that no address is given for', () => {
  expect(() => parseConfig(file(''), 'f.yml')).toThrow(
    /f\.yml:12:29: prometheus cannot be asked without `providers: \{ prometheus: \.\.\. \}`: "url" is missing/,
  );
});

it('takes the address of the file, or of the environment', () => {
  const url = 'providers: { prometheus: { url: "http://127.0.0.1:9090" } }';
  expect(parseConfig(file(url), 'f.yml').providers).toMatchObject({
    prometheus: { url: 'http://127.0.0.1:9090' },
  });
  const { environments } = parseConfig(file('', `    ${url}`), 'f.yml');
  expect(environments.prod?.providers).toMatchObject({ prometheus: { url: 'http://127.0.0.1:9090' } });
  expect(() => parseConfig(file('providers: { prometheus: { url: x, ur: y } }'), 'f.yml')).toThrow(
    /unknown key "ur"/,
  );
});

it('needs nothing for providers that need nothing', () => {
  const document = {
    environments: { a: { strategy: { canary: { metrics: [{ free: 1 }, { free: 1, other: 2 }, 7] } } } },
  };
  expect(providerProblems(document, { free: object({}) })).toEqual([]);
});
