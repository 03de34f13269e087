import { systemClock } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import {
  createLedger,
  type Release,
  recordBackup,
  recordIntent,
  requestDecision,
  startRollout,
  stop,
  succeed,
} from './index.ts';
import { memoryStore } from './memory/index.ts';

const release = (version: string): Release => ({
  version,
  commit: version.replaceAll('.', '').padEnd(40, 'a'),
  image: `ghcr.io/acme/shop@sha256:${version}`,
  digest: `sha256:${version}`,
});
const open = () => createLedger(memoryStore(), { app: 'shop', actor: 'ann', runId: '7', clock: systemClock });
type Opened = ReturnType<typeof open>;

const begin = (ledger: Opened, version: string, reason: 'deploy' | 'rollback' = 'deploy') =>
  ledger.append('dev', (state, stamp) =>
    startRollout(state, { id: `r-${version}`, release: release(version), strategy: 'canary', reason }, stamp),
  );
const finish = (ledger: Opened, version: string) =>
  ledger.append('dev', (state, stamp) =>
    succeed(state, { id: `r-${version}`, revision: `rev-${version}` }, stamp),
  );
const deploy = async (ledger: Opened, version: string, reason?: 'rollback') => {
  await begin(ledger, version, reason);
  return finish(ledger, version);
};

describe('transitions', () => {
  it('take a release live and keep the one before', async () => {
    const ledger = open();
    await deploy(ledger, '1.0.0');
    const state = await deploy(ledger, '2.0.0');
    expect(state.live).toMatchObject({ version: '2.0.0', revision: 'rev-2.0.0', runId: '7', actor: 'ann' });
    expect(state.previous).toMatchObject({ version: '1.0.0' });
    expect(state.rollout).toBeUndefined();
    expect((await ledger.history('dev', 2)).map(({ event }) => event.message)).toEqual([
      '2.0.0 (200aaaa) is live in dev',
      'Start 2.0.0 (200aaaa) in dev (canary)',
    ]);
  });

  it('keep the previous release when the same one is deployed again', async () => {
    const ledger = open();
    for (const version of ['1.0.0', '2.0.0', '2.0.0']) await deploy(ledger, version);
    expect((await ledger.read('dev')).previous?.version).toBe('1.0.0');
  });

  it('refuse a second rollout while one is in flight, and say whose it is', async () => {
    const ledger = open();
    await begin(ledger, '1.0.0');
    await expect(begin(ledger, '2.0.0')).rejects.toMatchObject({
      name: 'GateError',
      message: expect.stringMatching(/rollout of 1.0.0 .* is in flight in dev: started by ann in run 7/),
      mend: expect.stringContaining('abort'),
    });
    expect((await ledger.read('dev')).sequence).toBe(1);
  });

  it('record the intent, the weight and the machine', async () => {
    const ledger = open();
    await begin(ledger, '1.0.0');
    const intend = (id: string) =>
      ledger.append('dev', (state) =>
        recordIntent(state, { id, intent: 'weight 25', weight: 25, machine: { step: 1 } }),
      );
    expect((await intend('r-1.0.0')).rollout).toMatchObject({
      intent: 'weight 25',
      weight: 25,
      machine: { step: 1 },
    });
    const next = await ledger.append('dev', (state) =>
      recordIntent(state, { id: 'r-1.0.0', intent: 'promote' }),
    );
    expect(next.rollout).toMatchObject({ intent: 'promote', weight: 25, machine: { step: 1 } });
    await expect(intend('r-9')).rejects.toThrow(/r-9 is no longer in flight in dev: rollout r-1.0.0 is/);
  });

  it('stop a rollout and leave what is live', async () => {
    const ledger = open();
    await deploy(ledger, '1.0.0');
    await begin(ledger, '2.0.0');
    const state = await ledger.append('dev', (now, stamp) =>
      stop(now, { id: 'r-2.0.0', why: 'errors 4% > 1%' }, stamp),
    );
    expect(state.live?.version).toBe('1.0.0');
    expect(state.rollout).toBeUndefined();
    expect(state.lastStopped).toMatchObject({ release: release('2.0.0'), why: 'errors 4% > 1%' });
    await expect(finish(ledger, '2.0.0')).rejects.toThrow(/no rollout is in flight/);
    expect((await deploy(ledger, '2.0.0')).lastStopped).toBeUndefined();
  });

  it('mark the release that a rollback leaves as stopped', async () => {
    const ledger = open();
    for (const version of ['1.0.0', '2.0.0']) await deploy(ledger, version);
    const state = await deploy(ledger, '1.0.0', 'rollback');
    expect(state.live?.version).toBe('1.0.0');
    expect(state.lastStopped).toMatchObject({ release: release('2.0.0'), why: 'rolled back to 1.0.0' });
  });

  it('record a backup', async () => {
    const ledger = open();
    const backup = { name: 'b1', at: '2026-01-01T00:00:00Z', size: 12, sha256: 'ab', restored: true };
    expect((await ledger.append('dev', (state) => recordBackup(state, backup))).backup).toEqual(backup);
  });
});

describe('requests', () => {
  const ask = (ledger: Opened, kind: 'promote' | 'abort', more: { full?: boolean; why?: string } = {}) =>
    ledger.append('dev', (state, stamp) => requestDecision(state, { id: 'r-1.0.0', kind, ...more }, stamp));

  it('are recorded in words, once, and stay until they are taken up', async () => {
    const ledger = open();
    await begin(ledger, '1.0.0');
    const { rollout } = await ask(ledger, 'promote', { why: 'looks good' });
    expect(rollout?.request).toMatchObject({ kind: 'promote', full: false, why: 'looks good', by: 'ann' });
    expect((await ask(ledger, 'promote')).sequence).toBe(2);
    const [entry] = await ledger.history('dev', 1);
    expect(entry?.event).toMatchObject({
      type: 'rollout-requested',
      message: 'ann asks to go on with 1.0.0 (100aaaa) in dev: looks good',
    });
    const on = (answers?: typeof rollout) =>
      ledger.append('dev', (state) =>
        recordIntent(state, { id: 'r-1.0.0', intent: 'weight 5', answers: answers?.request }),
      );
    expect((await on()).rollout?.request).toEqual(rollout?.request);
    expect((await on(rollout)).rollout).not.toHaveProperty('request');
  });

  it('that came later are not taken up by accident, and nothing takes back an abort', async () => {
    const ledger = open();
    await begin(ledger, '1.0.0');
    const { rollout } = await ask(ledger, 'promote');
    await ask(ledger, 'promote', { full: true });
    await ask(ledger, 'abort', { why: 'complaints' });
    const answers = rollout?.request;
    const state = await ledger.append('dev', (now) =>
      recordIntent(now, { id: 'r-1.0.0', intent: 'weight 5', answers }),
    );
    expect(state.rollout?.request).toMatchObject({ kind: 'abort', why: 'complaints' });
    expect((await ask(ledger, 'abort')).sequence).toBe(state.sequence);
    await expect(ask(ledger, 'promote')).rejects.toThrow(/ann asked at .* to abort 1\.0\.0/);
    const ended = await ledger.append('dev', (now, stamp) => stop(now, { id: 'r-1.0.0', why: 'x' }, stamp));
    expect(ended.rollout).toBeUndefined();
    await expect(ask(ledger, 'abort')).rejects.toThrow(/no rollout is in flight/);
  });
});
