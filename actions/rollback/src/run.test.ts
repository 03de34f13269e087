import { rm } from 'node:fs/promises';
import { openLedger, type Release } from '@fairway/ledger';
import { afterEach, expect, test } from 'vitest';
import { openShop, type Shop } from '../../../packages/engine/test-shop.ts';
import { run as deploy } from '../../deploy/src/run.ts';
import { run } from './run.ts';

let shop: Shop;
afterEach(() => shop?.remove());

const flags = { token: 't', dryRun: false, allowOlder: false, allowStopped: false, skipOrder: false };
const release = async ({ image, version, commit }: Release, more = {}) =>
  deploy({ ...flags, environment: 'dev', image, version, revision: commit, ...more }, shop.ports());
const back = (more = {}) => run({ environment: 'dev', token: 't', dryRun: false, ...more }, shop.ports());
const state = async () => (await openLedger({ app: 'shop', ports: shop.ports() })).read('dev');

test('goes back to the previous release, keeps the one it left back, and does not go round in circles', async () => {
  shop = await openShop();
  await expect(back()).rejects.toThrow(/nothing is live in dev/);
  const one = await shop.release('1.0.0');
  await release(one);
  await expect(back()).rejects.toThrow(/no earlier release/);
  const two = await shop.release('2.0.0');
  await release(two);

  const before = (await state()).sequence;
  expect(await back({ dryRun: true })).toMatchObject({ outcome: 'planned', digest: two.digest });
  expect((await state()).sequence).toBe(before);

  const done = await back({ reason: 'guests cannot pay' });
  expect(done).toMatchObject({
    outcome: 'rolled-back',
    digest: one.digest,
    previousDigest: two.digest,
    version: '1.0.0',
  });
  expect(await shop.ask('dev')).toBe('1.0.0');
  expect((await state()).lastStopped).toMatchObject({
    release: { version: '2.0.0' },
    why: 'rolled back to 1.0.0: guests cannot pay',
  });
  await expect(back()).rejects.toThrow(/stopped or rolled back: 2\.0\.0/);
  await expect(release(two)).rejects.toThrow(/was taken back from dev.*guests cannot pay/);
  await expect(back({ to: '3.0.0' })).rejects.toThrow(/"3\.0\.0" was never live/);
  expect(await back({ to: 'v2.0.0' })).toMatchObject({ outcome: 'rolled-back', digest: two.digest });
  expect(await shop.ask('dev')).toBe('2.0.0');
});

test('changes nothing when the image is gone', async () => {
  shop = await openShop();
  const one = await shop.release('1.0.0');
  await release(one);
  await release(await shop.release('2.0.0'));
  const before = (await state()).sequence;
  const folder = one.image.slice('oci:'.length, one.image.lastIndexOf('@'));
  await rm(`${folder}/blobs/sha256/${one.digest.slice('sha256:'.length)}`);
  await expect(back()).rejects.toThrow(/image of 1\.0\.0 is no longer there: nothing was changed/);
  expect(await shop.ask('dev')).toBe('2.0.0');
  const after = await state();
  expect(after.live?.version).toBe('2.0.0');
  // The lease only.
  expect(after.sequence).toBe(before + 2);
});
