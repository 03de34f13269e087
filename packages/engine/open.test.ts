import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { run as canary } from '../../actions/canary/src/run.ts';
import { run as deploy } from '../../actions/deploy/src/run.ts';
import { openEnvironment } from './open.ts';
import { openShop, type Shop } from './test-shop.ts';

let shop: Shop;
let server: Server | undefined;
afterEach(async () => {
  server?.close();
  await shop?.remove();
});

const flags = {
  command: 'run',
  full: false,
  token: 't',
  dryRun: false,
  allowOlder: false,
  allowStopped: false,
} as const;

test('secrets, providers and channels of fairway.yml reach those who need them, and nobody else', async () => {
  const asked: { url: string; key: string; body: string }[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push({ url: request.url ?? '', key: request.headers.authorization ?? '', body });
      response.end(JSON.stringify({ bad: 0, all: 100 }));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metric = `{ name: errors, max: 1%, http: { url: '/of/{{ version }}', events: $.bad, total: $.all } }`;
  shop = await openShop(
    () =>
      `, strategy: { canary: { steps: [20%], bake: 300ms, metrics: [ ${metric} ] } }, providers: { http: { url: "${url}/own", auth: { bearer: STATS_TOKEN } } }`,
    `providers: { http: { url: "http://127.0.0.1:1" } }\nnotify: { pager: { webhook: { secret: PAGER_URL }, on: [start, promote] } }\n`,
  );
  const secrets = { STATS_TOKEN: 'hunter22', PAGER_URL: `${url}/pager/s3cret` };
  const inputs = { ...flags, environment: 'production', skipOrder: true, secrets } as const;
  const one = await shop.release('1.0.0');
  await canary({ ...inputs, image: one.image, version: '1.0.0', revision: one.commit }, shop.ports());
  const two = await shop.release('2.0.0');
  const ports = shop.ports();
  const done = await canary({ ...inputs, image: two.image, version: '2.0.0', revision: two.commit }, ports);
  expect(done.failure).toBeUndefined();
  expect(done.outcome).toBe('promoted');
  expect(asked.filter(({ url }) => url === '/own/of/2.0.0')).toMatchObject([{ key: 'Bearer hunter22' }]);
  const told = asked.filter(({ url }) => url === '/pager/s3cret');
  expect(told).toHaveLength(4);
  expect(told.map(({ body }) => body).join()).toContain('2.0.0');
  expect(told.map(({ key }) => key).join('')).toBe('');
  expect(ports.log.lines.join('\n')).not.toContain('hunter22');
});

test('a secret that is not given is named with the line that mends it; a channel without one is a warning', async () => {
  shop = await openShop(
    () =>
      `, providers: { http: { url: "http://127.0.0.1:1", auth: { bearer: STATS_TOKEN } } }, strategy: { canary: { steps: [20%], bake: 1s, metrics: [ { name: errors, max: 1%, http: { url: /x, value: $.a } } ] } }`,
    'notify: { pager: { webhook: { secret: PAGER_URL } } }\n',
  );
  const site = await openEnvironment({ environment: 'production', token: 't' }, shop.ports());
  const strategy = site.settings.strategy;
  if (strategy?.type !== 'canary' || !strategy.config.metrics[0]) throw new Error('no metric');
  const side = { version: '1', commit: 'c', digest: 'd', revision: 'r' };
  const question = {
    side: 'candidate',
    shape: 'value',
    from: 0,
    to: 1,
    candidate: side,
    baseline: side,
  } as const;
  const answer = async (metric = strategy.config.metrics[0]) =>
    metric && (await site.provider(metric).measure(question));
  const said = await answer().then(
    (measured) => JSON.stringify(measured),
    (error) => `${error.message} ${error.mend}`,
  );
  expect(said).toContain('the secret STATS_TOKEN is not given');

  const ports = shop.ports();
  const one = await shop.release('1.0.0');
  const { command: _, full: __, ...rest } = flags;
  const inputs = { ...rest, environment: 'dev', skipOrder: true };
  const done = await deploy({ ...inputs, image: one.image, version: '1.0.0', revision: one.commit }, ports);
  expect(done).toMatchObject({ outcome: 'deployed' });
  expect(ports.log.lines.join('\n')).toMatch(
    /pager .*PAGER_URL is not given.*PAGER_URL=\$\{\{ secrets\.PAGER_URL \}\}/s,
  );
});
