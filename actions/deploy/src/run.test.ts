import { setTimeout as sleep } from 'node:timers/promises';
import type { Release } from '@fairway/ledger';
import { openLedger } from '@fairway/ledger';
import { afterEach, expect, test } from 'vitest';
import { openShop, type Shop, service } from '../../../packages/engine/test-shop.ts';
import { run } from './run.ts';

let shop: Shop | undefined;
afterEach(() => shop?.remove());

const flags = { token: 't', dryRun: false, allowOlder: false, allowStopped: false, skipOrder: false };

const inputs = (environment: string, { image, version, commit }: Release, more = {}) => ({
  ...flags,
  environment,
  image,
  version,
  revision: commit,
  ...more,
});

async function state(environment: string) {
  if (!shop) throw new Error('no shop');
  return (await openLedger({ app: 'shop', ports: shop.ports() })).read(environment);
}

test('promotes one digest, proves it, and leaves alone what is live', async () => {
  shop = await openShop();
  const one = await shop.release('1.0.0');
  const ports = shop.ports();
  const first = await run(inputs('dev', one), ports);
  expect(first).toMatchObject({
    outcome: 'deployed',
    digest: one.digest,
    version: '1.0.0',
    url: shop.url('dev'),
  });
  expect(await shop.ask('dev')).toBe('1.0.0');
  expect(ports.summary.text()).toContain(one.digest);
  expect(ports.log.lines.join('\n')).toMatch(/Verified: .* serves sha256/);
  expect(await run(inputs('dev', one), shop.ports())).toMatchObject({
    outcome: 'unchanged',
    digest: one.digest,
  });
  expect(await run(inputs('production', one), shop.ports())).toMatchObject({ outcome: 'deployed' });

  const two = await shop.release('2.0.0');
  await expect(run(inputs('production', two), shop.ports())).rejects.toThrow(
    /never live in dev.*live there: 1\.0\.0/,
  );
  const second = await run(inputs('dev', two), shop.ports());
  expect(second).toMatchObject({ outcome: 'deployed', previousDigest: one.digest });
  // dev has moved on, and 1.0.0 is still a release that dev had.
  expect(await run(inputs('production', one), shop.ports())).toMatchObject({ outcome: 'unchanged' });
  await expect(run(inputs('dev', one), shop.ports())).rejects.toThrow(/is older than/);
  expect(await run(inputs('dev', one, { allowOlder: true }), shop.ports())).toMatchObject({
    outcome: 'deployed',
  });
  expect((await state('dev')).lease).toBeUndefined();
});

test('a dry run prints the plan and changes nothing', async () => {
  shop = await openShop();
  const one = await shop.release('1.0.0');
  const refs = shop.repository.git('for-each-ref');
  const ports = shop.ports();
  expect(await run(inputs('dev', one, { dryRun: true }), ports)).toMatchObject({
    outcome: 'planned',
    digest: undefined,
  });
  expect(ports.log.lines.join('\n')).toContain('start 1.0.0');
  expect(shop.repository.git('for-each-ref')).toBe(refs);
  expect(await shop.target('dev').inspect()).toEqual({ weight: 0 });
});

test('a release that never becomes healthy gets no traffic, and the record says so', async () => {
  shop = await openShop();
  const one = await shop.release('1.0.0');
  await run(inputs('dev', one), shop.ports());
  const sick = await shop.release('2.0.0', service({ health: '500' }));
  const result = await run(inputs('dev', sick), shop.ports());
  expect(result).toMatchObject({ outcome: 'stopped', digest: one.digest, version: '1.0.0' });
  expect(result.failure).toBeInstanceOf(Error);
  expect(await shop.ask('dev')).toBe('1.0.0');
  expect(await state('dev')).toMatchObject({
    live: { version: '1.0.0' },
    lastStopped: { release: { version: '2.0.0' } },
  });
  expect((await state('dev')).rollout).toBeUndefined();
});

test('cancelled while the new release starts: the old one goes on serving, and nothing is left over', async () => {
  shop = await openShop();
  const one = await shop.release('1.0.0');
  await run(inputs('dev', one), shop.ports());
  const cancel = new AbortController();
  const slow = await shop.release('2.0.0', service({ health: '503' }));
  const running = run(inputs('dev', slow), shop.ports({ signal: cancel.signal }));
  while ((await state('dev')).rollout?.intent !== 'apply') await sleep(20);
  await sleep(300);
  const at = Date.now();
  cancel.abort(new Error('cancelled by SIGTERM'));
  expect(await running).toMatchObject({ outcome: 'stopped', digest: one.digest });
  expect(Date.now() - at).toBeLessThan(7_000);
  const observed = await shop.target('dev').inspect();
  expect(observed).toMatchObject({ live: { version: '1.0.0', healthy: true }, weight: 0 });
  expect(observed.candidate).toBeUndefined();
  const now = await state('dev');
  expect(now.lastStopped?.why).toContain('SIGTERM');
  expect(now.rollout ?? now.lease).toBeUndefined();
});

test('goes back by itself when a check fails after the cut-over', async () => {
  shop = await openShop(
    (url) => `, checks: [ { http: "${url}/?status=200", within: 1s }, { http: "${url}/page", within: 1s } ]`,
  );
  const one = await shop.release('1.0.0');
  const more = { skipOrder: true };
  await run(inputs('production', one, more), shop.ports());
  const broken = service({ rest: "if (url.pathname === '/page') return response.writeHead(500).end();" });
  const two = await shop.release('2.0.0', broken);
  const result = await run(inputs('production', two, more), shop.ports());
  expect(result).toMatchObject({ outcome: 'stopped', digest: one.digest });
  expect(result.failure?.message).toMatch(
    /page failed: HTTP 500, expected HTTP 200.*\n.*1\.0\.0.*live again, verified/,
  );
  expect(await shop.ask('production')).toBe('1.0.0');
  expect(await state('production')).toMatchObject({
    live: { version: '1.0.0' },
    lastStopped: { release: { version: '2.0.0' } },
  });
});

test('refuses what is not one release by digest in a known environment', async () => {
  shop = await openShop();
  const one = await shop.release('1.0.0');
  await expect(run(inputs('prodution', one), shop.ports())).rejects.toThrow(
    /unknown environment "prodution".*production/,
  );
  await expect(run(inputs('dev', { ...one, image: 'shop:latest' }), shop.ports())).rejects.toThrow(
    /not an image by digest/,
  );
});
