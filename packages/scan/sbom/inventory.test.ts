import { expect, it } from 'vitest';
import { goProgram, inventoryOf, npm } from './testing.ts';

const purls = async (files: Record<string, string | Buffer>, chunk?: number) =>
  (await inventoryOf(files, chunk)).components.map(({ purl }) => purl);

it('npm: what is installed, once for each version, with all its places', async () => {
  const { components, problems } = await inventoryOf({
    'app/package.json': npm('storefront', '1.0.0'),
    'app/node_modules/left-pad/package.json': npm('left-pad', '1.3.0', { license: 'WTFPL' }),
    'app/node_modules/@acme/ui/package.json': npm('@acme/ui', '2.0.0', { license: { type: 'MIT' } }),
    'app/node_modules/@acme/ui/node_modules/left-pad/package.json': npm('left-pad', '1.3.0'),
    'app/node_modules/alias/package.json': npm('real-name', '3.1.4'),
    // Neither is a package that npm installed.
    'app/node_modules/left-pad/dist/esm/package.json': '{"type":"module"}',
    'app/node_modules/.bin/package.json': '{}',
  });
  expect(components.map(({ purl }) => purl)).toEqual([
    'pkg:npm/%40acme/ui@2.0.0',
    'pkg:npm/left-pad@1.3.0',
    'pkg:npm/real-name@3.1.4',
  ]);
  expect(components[1]).toMatchObject({
    license: 'WTFPL',
    paths: [
      'app/node_modules/@acme/ui/node_modules/left-pad/package.json',
      'app/node_modules/left-pad/package.json',
    ],
  });
  expect(components[0]?.license).toBe('MIT');
  expect(problems).toEqual([]);
});

it('npm: broken and hostile package.json files are counted and named, and stop nothing', async () => {
  const at = (name: string) => `app/node_modules/${name}/package.json`;
  const { components, problems } = await inventoryOf({
    [at('broken')]: '{"name": "broken", ',
    [at('list')]: '[]',
    [at('nothing')]: '',
    [at('deep')]: '['.repeat(200_000),
    [at('unversioned')]: '{"name":"unversioned"}',
    [at('number')]: '{"name":"number","version":1}',
    [at('control')]: '{"name":"a\\u001b[31m","version":"1.0.0"}',
    [at('slashes')]: '{"name":"../../etc/passwd","version":"1.0.0"}',
    [at('proto')]: '{"__proto__":{"name":"x","version":"1"}}',
    [at('binary')]: Buffer.from([0, 255, 254, 1]),
    [at('large')]: `{"name":"large","version":"1.0.0","x":"${'x'.repeat(3_000_000)}"}`,
    [at('bom')]: `\uFEFF${npm('bom', '1.0.0')}`,
  });
  expect(components.map(({ name }) => name)).toEqual(['bom']);
  expect(problems).toHaveLength(11);
  expect(problems.find(({ path }) => path === at('large'))?.problem).toMatch(/at most 2097152 are read/);
  expect(problems.find(({ path }) => path === at('broken'))?.problem).toBe('is not valid JSON');
});

it('npm: a lock file counts only where nothing is installed beside it', async () => {
  const lock = JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { name: 'app', version: '1.0.0' },
      'node_modules/a': { version: '1.0.0', license: 'ISC' },
      'node_modules/a/node_modules/@x/b': { version: '2.0.0' },
      'node_modules/tool': { version: '9.0.0', dev: true },
      'node_modules/ws': { link: true, resolved: 'packages/ws' },
      'packages/ws': { version: '0.0.0' },
      'node_modules/git': { resolved: 'git+ssh://x' },
    },
  });
  const alone = await inventoryOf({ 'app/package-lock.json': lock });
  expect(alone.components.map(({ purl }) => purl)).toEqual(['pkg:npm/%40x/b@2.0.0', 'pkg:npm/a@1.0.0']);
  expect(alone.problems).toEqual([
    { path: 'app/package-lock.json', problem: '1 entries have no proper name and version' },
  ]);
  const installed = { 'app/node_modules/a/package.json': npm('a', '1.0.1') };
  expect(await purls({ 'app/package-lock.json': lock, ...installed })).toEqual(['pkg:npm/a@1.0.1']);
  // Another app's packages are no reason to leave this one's out.
  expect(await purls({ 'other/package-lock.json': lock, ...installed })).toHaveLength(3);
});

it('npm: lock files of version 1, however deep', async () => {
  const depth = 5_000;
  const nested = `${'{"a":{"version":"1.0.0","dependencies":'.repeat(depth)}{}${'}}'.repeat(depth)}`;
  expect(await purls({ 'package-lock.json': `{"lockfileVersion":1,"dependencies":${nested}}` })).toEqual([
    'pkg:npm/a@1.0.0',
  ]);
});

const OS = { 'usr/lib/os-release': 'PRETTY_NAME="Debian 12"\nID=debian\nVERSION_ID="12"\n' };

it('Debian: installed packages with architecture, distribution and source', async () => {
  const status = [
    'Package: libc6\nStatus: install ok installed\nArchitecture: amd64\nSource: glibc\nVersion: 2.36-9+deb12u4\nDescription: GNU C\n Package: not-one\n .\n more',
    'Package: gcc-12-base\nStatus: install ok installed\nArchitecture: amd64\nSource: gcc-12 (12.2.0-14)\nVersion: 12.2.0-14',
    'Package: gone\nStatus: deinstall ok config-files\nArchitecture: amd64\nVersion: 1',
    'Package: odd\nStatus: install ok installed\nArchitecture: all',
  ].join('\n\n');
  const { components, problems, distribution } = await inventoryOf({
    'var/lib/dpkg/status': status,
    'var/lib/dpkg/status.d/base-files': 'Package: base-files\nVersion: 12.4\nArchitecture: all\n',
    'var/lib/dpkg/status.d/base-files.md5sums': 'abc  etc/x\n',
    ...OS,
  });
  expect(distribution).toEqual({ id: 'debian', version: '12' });
  expect(components.map(({ purl }) => purl)).toEqual([
    'pkg:deb/debian/base-files@12.4?arch=all&distro=debian-12',
    'pkg:deb/debian/gcc-12-base@12.2.0-14?arch=amd64&distro=debian-12&upstream=gcc-12%4012.2.0-14',
    'pkg:deb/debian/libc6@2.36-9+deb12u4?arch=amd64&distro=debian-12&upstream=glibc',
  ]);
  expect(problems).toEqual([
    { path: 'var/lib/dpkg/status', problem: '1 entries have no proper name and version' },
  ]);
});

it('Alpine: installed packages with license and origin', async () => {
  const installed =
    'C:Q1\nP:musl\nV:1.2.5-r0\nA:aarch64\nL:MIT\no:musl\nF:lib\nR:x\n\nP:libssl3\nV:3.3.1-r0\nA:aarch64\nL:Apache-2.0\no:openssl\n';
  const { components } = await inventoryOf({
    'etc/os-release': 'ID=alpine\nVERSION_ID=3.20.1\n',
    'lib/apk/db/installed': installed,
  });
  expect(components.map(({ purl, license }) => [purl, license])).toEqual([
    ['pkg:apk/alpine/libssl3@3.3.1-r0?arch=aarch64&distro=alpine-3.20.1&upstream=openssl', 'Apache-2.0'],
    ['pkg:apk/alpine/musl@1.2.5-r0?arch=aarch64&distro=alpine-3.20.1', 'MIT'],
  ]);
});

it('Python: distributions by the headers of their METADATA', async () => {
  const at = (name: string) => `usr/lib/python3/site-packages/${name}/METADATA`;
  const { components, problems } = await inventoryOf({
    [at('PyYAML-6.0.dist-info')]:
      'Metadata-Version: 2.1\nName: PyYAML\nVersion: 6.0\nLicense: MIT\n\nName: fake\nVersion: 9\n',
    [at('x.dist-info')]: 'Metadata-Version: 2.1\n\nName: x\nVersion: 1\n',
  });
  expect(components).toMatchObject([{ purl: 'pkg:pypi/pyyaml@6.0', license: 'MIT' }]);
  expect(problems).toHaveLength(1);
});

it('Go: modules of a program, wherever the chunks of its bytes end', async () => {
  const modules = [
    'path\texample.org/shop/cmd',
    'mod\texample.org/shop\t(devel)\t',
    'dep\tgolang.org/x/net\tv0.20.0\th1:abc=',
    'dep\tgithub.com/a/b\tv1.0.0\th1:abc=',
    '=>\tgithub.com/fork/b\tv1.0.1\th1:def=',
    'dep\texample.org/local\tv0.1.0',
    '=>\t../local\t(devel)\t',
    'build\t-compiler=gc',
    '',
  ].join('\n');
  const files = { 'usr/bin/shop': goProgram('go1.22.1', modules) };
  const expected = [
    'pkg:golang/example.org/local@v0.1.0',
    'pkg:golang/github.com/fork/b@v1.0.1',
    'pkg:golang/golang.org/x/net@v0.20.0',
    'pkg:golang/stdlib@1.22.1',
  ];
  for (const chunk of [7, 4_096, 65_536, 10_000_000]) expect(await purls(files, chunk)).toEqual(expected);
  // Not aligned: a text of some program. Cut off: no build info. A script: no program.
  expect(await purls({ 'usr/bin/shop': goProgram('go1.22.1', modules, 150_017) })).toEqual([]);
  expect(await purls({ 'usr/bin/shop': files['usr/bin/shop'].subarray(0, 150_100) })).toEqual([]);
  expect(await purls({ 'usr/bin/shop': `#!/bin/sh\n${'x'.repeat(200_000)}` })).toEqual([]);
});
