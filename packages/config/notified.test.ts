import { expect, it } from 'vitest';
import { parseConfig } from './index.ts';

const file = (notify: string) => `version: 1
app: shop
notify: ${notify}
environments:
  production: { target: { process: { port: 1 } } }
`;
const slack = 'slack: { webhook: SLACK_WEBHOOK }';

it('reads channels by name', () => {
  const { notify } = parseConfig(file(`{ deploys: { ${slack}, environments: [production] } }`), 'f.yml');
  expect(notify.deploys).toMatchObject({ type: 'slack', environments: ['production'] });
  expect(
    parseConfig('version: 1\napp: a\nenvironments: { p: { target: { process: { port: 1 } } } }', 'f').notify,
  ).toEqual({});
});

it('refuses environments that do not exist, and what is no name of a secret', () => {
  expect(() => parseConfig(file(`{ deploys: { ${slack}, environments: [prodction] } }`), 'f.yml')).toThrow(
    /f\.yml:3:\d+: no environment is called "prodction"\. Did you mean "production"\?/,
  );
  const leaked = file('{ deploys: { slack: { webhook: "https://hooks.example.com/T0/x" } } }');
  expect(() => parseConfig(leaked, 'f.yml')).toThrow(/expected the name of a secret/);
});
