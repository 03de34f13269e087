import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployed, EnvironmentState, Release } from '@fairway/ledger';
import { systemExec } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { makeRepository } from '../../test/support/repository.ts';
import { memoryStore } from '../ledger/memory/index.ts';
import { memoryWorld } from '../targets/memory/index.ts';
import { guardAncestor } from './guards.ts';
import { openSite, release } from './testing.ts';

const at = (folder: string) => {
  const { site } = openSite({ store: memoryStore(), world: memoryWorld(), now: 0 });
  return {
    ...site,
    ports: { ...site.ports, exec: systemExec, context: { ...site.ports.context, workspace: folder } },
  };
};
const state = (commit: string) =>
  ({ live: { ...release('1.0.0', 'a'), commit } as Deployed }) as unknown as EnvironmentState;
const wanted = (commit: string): Release => ({ ...release('2.0.0', 'b'), commit });

describe('guardAncestor', () => {
  it('refuses an older commit, takes newer and diverged ones, and says when it cannot tell', async () => {
    const repository = makeRepository();
    const older = repository.commit('feat: a');
    const live = repository.commit('feat: b');
    const newer = repository.commit('feat: c');
    repository.git('checkout', '-q', '-b', 'side', older);
    const side = repository.commit('feat: side');
    const site = at(repository.folder);
    const check = (commit: string) => guardAncestor(site, state(live).live, wanted(commit), 't');
    await expect(check(older)).rejects.toThrow(/is older than/);
    await expect(check(newer)).resolves.toBeUndefined();
    await expect(check(side)).resolves.toBeUndefined();
    await expect(check(live)).resolves.toBeUndefined();
    await expect(check('f'.repeat(40))).rejects.toThrow(/cannot tell/);
    rmSync(repository.folder, { recursive: true });
  });

  it('does not take a cut history for an answer', async () => {
    const repository = makeRepository();
    const live = repository.commit('feat: a');
    const newer = repository.commit('feat: b');
    const folder = mkdtempSync(join(tmpdir(), 'fairway-shallow-'));
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${repository.folder}`, folder], {
      stdio: 'ignore',
    });
    await expect(guardAncestor(at(folder), state(live).live, wanted(newer), 't')).rejects.toThrow(
      /fetch-depth|cannot tell/,
    );
    rmSync(folder, { recursive: true });
    rmSync(repository.folder, { recursive: true });
  });
});
