import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectImage } from '@fairway/image';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from '../support/git.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, haveSkopeo, startRegistry, type TestRegistry } from '../support/registry.ts';
import { act, folder, shop, write } from './support.ts';

lane('registry', haveRegistry, () => {
  let registry: TestRegistry;
  let locked: TestRegistry;
  beforeAll(async () => {
    [registry, locked] = await Promise.all([
      startRegistry(),
      startRegistry({ users: { ada: 'sesame-open' } }),
    ]);
  });
  afterAll(() => Promise.all([registry.stop(), locked.stop()]));

  const at = (name: string, host = registry.host, more = '') =>
    `{ repository: "${host}/${name}", build: { files: [src], entrypoint: [node, src/main.js] }${more} }`;
  const tagsOf = async (name: string, host = registry.host, headers = {}) => {
    const answer = await fetch(`http://${host}/v2/${name}/tags/list`, { headers });
    const { tags } = (await answer.json()) as { tags?: string[] | null };
    return [...(tags ?? [])].sort().map((tag) => tag.replace(/^fairway-[0-9a-f]{64}$/, 'fairway-<key>'));
  };
  const digestOf = async (name: string, ref: string) => {
    const headers = {
      Accept: 'application/vnd.oci.image.manifest.v1+json,application/vnd.oci.image.index.v1+json',
    };
    const answer = await fetch(`http://${registry.host}/v2/${name}/manifests/${ref}`, { headers });
    return answer.headers.get('docker-content-digest');
  };

  test('pushes by digest, tags last, and declares the artifact', async () => {
    const artifactsFile = join(folder(), 'artifacts');
    writeFileSync(artifactsFile, 'earlier\n');
    const workspace = shop(
      at(
        'acme/push',
        undefined,
        ', tags: ["type=semver,pattern={{version}}", "type=semver,pattern={{major}}.{{minor}}", "type=sha"]',
      ),
    );
    const context = { ref: 'refs/tags/v1.2.3', event: { name: 'push', payload: {} }, artifactsFile };
    const { outputs, log, summary } = await act({ workspace, context });
    const sha = `sha-${git(workspace, 'rev-parse', 'HEAD').slice(0, 7)}`;
    const name = `${registry.host}/acme/push`;
    expect(outputs).toMatchObject({
      image: `${name}@${outputs?.digest}`,
      tags: ['1.2.3', '1.2', sha, 'latest'].map((tag) => `${name}:${tag}`).join('\n'),
      digests: JSON.stringify({ 'linux/amd64': outputs?.digest }),
      pushed: 'true',
      reused: 'false',
      artifact: `oci://${name}@${outputs?.digest}`,
    });
    expect(readFileSync(artifactsFile, 'utf8')).toBe(`earlier\n${outputs?.artifact}\n`);
    expect(await tagsOf('acme/push')).toEqual(['1.2', '1.2.3', 'fairway-<key>', 'latest', sha].sort());
    for (const tag of ['1.2.3', '1.2', sha, 'latest'])
      expect(await digestOf('acme/push', tag)).toBe(outputs?.digest);
    // What is in the layout, and was tested there, is what was pushed.
    expect((await inspectImage(`oci:${outputs?.layout}@${outputs?.digest}`)).digest).toBe(outputs?.digest);
    expect(log).toContain(`Tagged ${name}:1.2.3`);
    expect(summary).toContain(`\`${name}:1.2.3\``);
    if (!haveSkopeo) return;
    const inspect = ['inspect', '--tls-verify=false', `docker://${name}:1.2.3`];
    const said = JSON.parse(execFileSync('skopeo', inspect, { encoding: 'utf8' }));
    expect(said).toMatchObject({ Digest: outputs?.digest, Architecture: 'amd64', Os: 'linux' });
  });

  test('an image of the same inputs is found from another machine, in under a second; tags by manifest only', async () => {
    const workspace = shop(at('acme/reuse'));
    const context = { ref: 'refs/heads/main', event: { name: 'push', payload: {} } };
    const first = await act({ workspace, context });
    write(workspace, { 'README.md': 'changed' });
    git(workspace, 'commit', '-qam', 'docs');
    const before = registry.log().length;
    const began = performance.now();
    const again = await act({ workspace, context }, { version: '1.1.0' });
    const took = performance.now() - began;
    expect(again.outputs).toMatchObject({
      digest: first.outputs?.digest,
      revision: first.outputs?.revision,
      reused: 'true',
      layout: undefined,
      version: '1.1.0',
    });
    expect(again.log).toContain('Not built: the registry has the image that was built from the same inputs');
    expect(await tagsOf('acme/reuse')).toEqual(['1.1.0', 'fairway-<key>', 'main']);
    expect(await digestOf('acme/reuse', '1.1.0')).toBe(first.outputs?.digest);
    expect(registry.log().slice(before)).not.toContain('blobs/uploads');
    // The budget is one second; room for a machine that does other things too.
    expect(took).toBeLessThan(3_000);

    // Somebody who wants it in a layout gets it there.
    const layout = join(folder(), 'layout');
    const kept = await act({ workspace, context }, { layout });
    expect(kept.outputs).toMatchObject({ digest: first.outputs?.digest, reused: 'true', layout });
    expect((await inspectImage(`oci:${layout}@${kept.outputs?.digest}`)).config.config.Entrypoint).toEqual([
      'node',
      'src/main.js',
    ]);
    expect((await act({ workspace, context }, { reuse: 'false' })).outputs).toMatchObject({
      reused: 'false',
    });
  });

  test('a tag of a key on an image of other inputs is not believed', async () => {
    const workspace = shop(at('acme/forged'));
    const one = await act({ workspace });
    const key = JSON.parse(one.outputs?.metadata ?? '').key.replace('sha256:', 'fairway-');
    write(workspace, { 'src/main.js': 'other' });
    git(workspace, 'commit', '-qam', 'other');
    const two = await act({ workspace });
    const other = await fetch(`http://${registry.host}/v2/acme/forged/manifests/${two.outputs?.digest}`, {
      headers: { Accept: 'application/vnd.oci.image.manifest.v1+json' },
    });
    await fetch(`http://${registry.host}/v2/acme/forged/manifests/${key}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/vnd.oci.image.manifest.v1+json' },
      body: await other.arrayBuffer(),
    });
    git(workspace, 'reset', '-q', '--hard', 'HEAD~1');
    const again = await act({ workspace });
    expect(again.log).toContain('is on an image of other inputs. It is built.');
    expect(again.outputs).toMatchObject({ digest: one.outputs?.digest, reused: 'false' });
  });

  test('wrong, half and missing credentials: one clear error, nothing pushed, nothing shown', async () => {
    const workspace = shop(at('acme/locked', locked.host));
    const secrets = { 'registry-username': 'ada', 'registry-password': 'sesame-wrong' };
    const wrong = await act({ workspace }, secrets);
    expect(wrong.log).toContain('the inputs registry-username and registry-password');
    expect(wrong.log).not.toContain('sesame');
    const half = await act({ workspace }, { 'registry-password': 'sesame-open' });
    expect(half.log).toContain('registry-password is given, registry-username is not');
    const none = await act({ workspace });
    expect(none.ok).toBe(false);
    const headers = { Authorization: `Basic ${Buffer.from('ada:sesame-open').toString('base64')}` };
    expect(await tagsOf('acme/locked', locked.host, headers)).toEqual([]);
    const right = await act({ workspace }, { ...secrets, 'registry-password': 'sesame-open' });
    expect(right.outputs).toMatchObject({ pushed: 'true' });
    expect(await tagsOf('acme/locked', locked.host, headers)).toHaveLength(2);
  });

  test('a release of an older line leaves latest alone', async () => {
    const workspace = shop(at('acme/lines'));
    for (const tag of ['v2.0.0', 'v1.2.4']) git(workspace, 'tag', tag);
    const { log } = await act({ workspace, context: { ref: 'refs/tags/v1.2.4' } });
    expect(log).toContain('latest stays where it is: 2.0.0 is a newer release');
    expect(await tagsOf('acme/lines')).toEqual(['1.2.4', 'fairway-<key>']);
  });

  test('a registry with a certificate of its own authority needs registry-ca', async () => {
    const tls = await startRegistry({ tls: true });
    const workspace = shop(at('acme/tls', tls.host));
    const refused = await act({ workspace });
    expect(refused.log).toContain('the certificate is not trusted');
    const { outputs } = await act({ workspace }, { 'registry-ca': tls.caFile });
    expect(outputs).toMatchObject({ pushed: 'true' });
    await tls.stop();
  });

  test('the smoke command decides before anything is pushed', async () => {
    const smoke = (script: string) => ({ smoke: JSON.stringify(['node', '-e', script]) });
    const workspace = shop(at('acme/smoke'));
    const failed = await act({ workspace }, smoke('console.error("no database"); process.exit(3)'));
    expect(failed.ok).toBe(false);
    expect(failed.log).toMatch(
      /the smoke command failed \(as a process\): \S*node exited with 3:\nno database/,
    );
    expect(await tagsOf('acme/smoke')).toEqual([]);
    // What failed is not found as built, though it lies in the layout.
    const again = await act({ workspace, home: failed.home }, smoke('process.exit(3)'));
    expect(again.ok).toBe(false);
    const good = await act({ workspace }, { smoke: 'node\nsrc/main.js' });
    expect(good.log).toMatch(/The smoke command node succeeded \(as a process, /);
    expect(
      await digestOf('acme/smoke', 'sha-'.concat(git(workspace, 'rev-parse', 'HEAD').slice(0, 12))),
    ).toBe(good.outputs?.digest);
  });
});
