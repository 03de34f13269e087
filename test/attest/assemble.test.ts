import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assembleImage, createLayout } from '@fairway/image';
import { attestImage } from '@fairway/image/attest';
import { expect, it, onTestFinished } from 'vitest';
import { portsOf } from '../../packages/image/attest/testing.ts';
import { IDENTITY, section } from '../../packages/image/testing.ts';

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-attest-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Assembles an app of these files in folders of its own and attests it. */
async function attested(files: Readonly<Record<string, string>>) {
  const [context, home] = [await temporary(), await temporary()];
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(context, name)), { recursive: true });
    await writeFile(join(context, name), content);
  }
  const platforms = ['linux/amd64', 'linux/arm64'];
  const build = section({
    files: [{ from: 'app', to: '/app' }],
    entrypoint: ['node', '/app/main.js'],
    platforms,
  });
  const store = await createLayout(join(home, 'layout'));
  const { digest } = await assembleImage(context, build, IDENTITY, store);
  const options = {
    sbom: ['cyclonedx', 'spdx'] as const,
    provenance: 'unsigned' as const,
    name: 'shop',
    build: { builder: 'assemble', revision: IDENTITY.revision, source: IDENTITY.source },
    folder: join(home, 'out'),
  };
  return { digest, results: await attestImage(store, digest, options, portsOf()), out: options.folder };
}

const APP = {
  'app/main.js': 'x',
  'app/package.json': '{"name":"shop","version":"1.0.0"}',
  'app/node_modules/@acme/ui/package.json': '{"name":"@acme/ui","version":"2.1.0","license":"MIT"}',
  'app/node_modules/left-pad/package.json': '{"name":"left-pad","version":"1.3.0"}',
};

it('names what assemble put into the image, with the time of the commit', async () => {
  const { results, out } = await attested(APP);
  expect(results).toHaveLength(7);
  const bom = JSON.parse(await readFile(join(out, 'sbom.linux-arm64.cdx.json'), 'utf8'));
  expect(bom.components.map(({ purl }: { purl: string }) => purl).sort()).toEqual([
    'pkg:npm/%40acme/ui@2.1.0',
    'pkg:npm/left-pad@1.3.0',
  ]);
  expect(bom.metadata.timestamp).toBe(new Date(IDENTITY.created * 1_000).toISOString());
  expect(bom.metadata.component.version).toBe(
    results.find(({ platform }) => platform === 'linux/arm64')?.subject,
  );
});

it('two builds of one commit have the same documents under the same digests', async () => {
  const [first, second] = [await attested(APP), await attested(APP)];
  expect(second.digest).toBe(first.digest);
  const withoutFiles = ({ results }: typeof first) => results.map(({ file: _, ...rest }) => rest);
  expect(withoutFiles(second)).toEqual(withoutFiles(first));
});
