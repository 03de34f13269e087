import { Redactor } from '@fairway/runtime';
import { expect, test } from 'vitest';
import { portsOf } from './fixture.ts';
import { openLedger, type Release, startRollout, stop } from './index.ts';

const release: Release = {
  version: '1.0.0',
  commit: 'c'.repeat(40),
  image: 'x@sha256:1',
  digest: 'sha256:1',
};

test('an error that quotes a secret reaches the ledger without it', async () => {
  const redactor = new Redactor();
  for (const secret of ['hunter22', '1']) redactor.add(secret);
  const ports = { ...portsOf('.'), redact: (text: string) => redactor.redactKept(text) };
  const ledger = await openLedger({ app: 'shop', backend: 'memory', ports });
  const rollout = { id: '7', release, strategy: 'recreate', reason: 'deploy' } as const;
  const machine = { why: 'asked https://me:hunter22@db/x', id: 'hunter22' };
  await ledger.append('dev', (state, stamp) => startRollout(state, { ...rollout, machine }, stamp));
  expect((await ledger.read('dev')).rollout).toMatchObject({
    release,
    machine: { why: 'asked https://***@db/x', id: 'hunter22' },
  });
  const why = `psql: no login for ${Buffer.from('me:hunter22!').toString('base64')} (hunter22)`;
  await ledger.append('dev', (state, stamp) =>
    stop(state, { id: '7', why, data: { log: ['hunter22'] } }, stamp),
  );
  const [entry] = await ledger.history('dev', 1);
  expect(entry?.event.data).toMatchObject({ log: ['***'], release });
  expect(entry?.event.message).toMatch(/no login for .*\*\*\*.* \(\*\*\*\)$/);
  expect(JSON.stringify(entry)).not.toContain('hunter22');
  expect((await ledger.read('dev')).lastStopped?.why).not.toContain('hunter22');
});
