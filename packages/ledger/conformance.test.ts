import { readdirSync, rmSync } from 'node:fs';
import { startGitHub } from '@fairway/local-github';
import { expect, it } from 'vitest';
import { backends } from './backends.ts';
import { ledgerConformance, type Place } from './conformance.ts';
import { git, portsOf, temporaryFolder } from './fixture.ts';
import type { Backend } from './options.ts';

const places: Record<Backend, () => Promise<Place>> = {
  async memory() {
    const store = await backends.memory(storeOptions('.'));
    return { open: async () => store };
  },
  async git() {
    const folder = temporaryFolder();
    git(folder, 'init', '-q');
    return {
      open: () => backends.git(storeOptions(folder)),
      close: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
  async github() {
    const github = await startGitHub({ repositories: [{ slug: 'acme/shop' }] });
    const ports = portsOf('.', { apiUrl: github.apiUrl, repository: { owner: 'acme', repo: 'shop' } });
    return {
      open: () => backends.github({ ...storeOptions('.'), token: github.token, ports }),
      close: () => github.close(),
    };
  },
};

function storeOptions(folder: string) {
  return { prefix: 'refs/fairway', folder, repository: undefined, token: undefined, ports: portsOf(folder) };
}

it('has a folder for each backend and a backend for each folder', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(backends).sort());
});

for (const [name, place] of Object.entries(places)) ledgerConformance(name, place);
