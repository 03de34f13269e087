import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inventoryOf } from '../../packages/scan/sbom/testing.ts';
import { lane } from '../support/lanes.ts';

const root = join(import.meta.dirname, '..', '..');

it('finds in node_modules what npm says it has installed there', async () => {
  const lock = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'));
  const files: Record<string, string> = {};
  const expected = new Set<string>();
  for (const [path, entry] of Object.entries<{ version: string; name?: string; link?: true }>(
    lock.packages,
  )) {
    const file = join(root, path, 'package.json');
    if (!path.startsWith('node_modules/') || entry.link || !existsSync(file)) continue;
    files[`app/${path}/package.json`] = readFileSync(file, 'utf8');
    expected.add(`${entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 13)}@${entry.version}`);
  }
  const { components, problems } = await inventoryOf(files);
  expect(problems).toEqual([]);
  expect(expected.size).toBeGreaterThan(100);
  expect(components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual([...expected].sort());
});

const STATUS = '/var/lib/dpkg/status';
lane('dpkg', existsSync(STATUS), () => {
  it('finds in the database of this machine what dpkg lists', async () => {
    const format =
      '${db:Status-Status} ${Package} ${Version} ${Architecture} ${source:Package} ${source:Version}\n';
    const listed = execFileSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8' })
      .split('\n')
      .filter((row) => row.startsWith('installed '))
      .map((row) => row.slice('installed '.length));
    const { components, problems } = await inventoryOf({
      'var/lib/dpkg/status': readFileSync(STATUS),
      'etc/os-release': readFileSync('/etc/os-release'),
    });
    expect(problems).toEqual([]);
    const ours = components.map(({ name, version, architecture, source }) =>
      [name, version, architecture, source?.name ?? name, source?.version ?? version].join(' '),
    );
    expect(ours.sort()).toEqual(listed.sort());
  });
});
