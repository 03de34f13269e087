import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectImage } from '@fairway/image';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFaultProxy } from '../registry/support/fault-proxy.ts';
import { git } from '../support/git.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, haveSkopeo, startRegistry, type TestRegistry } from '../support/registry.ts';
import { act, folder, shop, start, write } from './support.ts';

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

  test('without the right to push nothing is tagged, and the error names the right', async () => {
    const proxy = await startFaultProxy(registry.port);
    const body = '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}';
    proxy.rules.push({ method: 'POST', path: /uploads/, answer: { status: 403, body } });
    const { ok, log } = await act({ workspace: shop(at('acme/denied', proxy.host)) });
    expect(ok).toBe(false);
    expect(log).toContain(`lack this right on acme/denied`);
    expect(await tagsOf('acme/denied')).toEqual([]);
    await proxy.stop();
  });

  test('a registry that is down is said to be so', async () => {
    const gone = await startRegistry();
    await gone.stop();
    const { ok, log } = await act({ workspace: shop(at('acme/down', gone.host)), hurry: true });
    expect(ok).toBe(false);
    expect(log).toContain('the connection failed');
    expect(log).toContain(gone.host);
    expect(log).not.toContain('Built an image');
  });

  test.each([
    ['before the first tag', /manifests\/sha256/, 0],
    ['between two tags', /manifests\/main/, 1],
  ])('interrupted %s, no tag is on half an image, and the next run completes it', async (_, path, tagged) => {
    const proxy = await startFaultProxy(registry.port);
    const name = `acme/cut-${tagged}`;
    const workspace = shop(at(name, proxy.host, ', tags: [main, second]'));
    const stop = new AbortController();
    proxy.rules.push({
      method: 'PUT',
      path,
      times: 1,
      rewrite: (headers) => {
        stop.abort(new Error('stopped here'));
        return headers;
      },
    });
    const cut = await act({ workspace, signal: stop.signal });
    expect(cut.ok).toBe(false);
    expect(await tagsOf(name)).toHaveLength(tagged);
    const next = await act({ workspace, home: cut.home });
    expect(next.outputs).toMatchObject({ pushed: 'true' });
    expect(await tagsOf(name)).toEqual(['fairway-<key>', 'main', 'second']);
    expect(await digestOf(name, 'main')).toBe(next.outputs?.digest);
    await proxy.stop();
  });

  test.each([
    ['while a blob is sent', { method: 'PUT', path: /blobs\/uploads/ }],
    ['when the manifest is there', { method: 'PUT', path: /manifests\/sha256/ }],
    ['at the first tag', { method: 'PUT', path: /manifests\/main/ }],
  ])('killed %s, no tag is on half an image, and the next run completes it', async (_, rule) => {
    const proxy = await startFaultProxy(registry.port);
    const name = `acme/killed-${rule.path.source.replaceAll(/[^a-z0-9]/g, '')}`;
    const workspace = shop(at(name, proxy.host, ', tags: [main]'));
    const home = folder();
    const child = start(workspace, home);
    proxy.rules.push({
      ...rule,
      times: 1,
      rewrite(headers) {
        child.kill('SIGKILL');
        return headers;
      },
    });
    expect(
      await new Promise((resolve) =>
        child.once('exit', (_code: unknown, signal: unknown) => resolve(signal)),
      ),
    ).toBe('SIGKILL');
    const left = await tagsOf(name);
    expect(left).toEqual(rule.path.source.includes('main') ? ['main'] : []);
    const whole = left.length ? await digestOf(name, 'main') : undefined;
    const next = await act({ workspace, home });
    expect(next.outputs).toMatchObject({ pushed: 'true', ...(whole ? { digest: whole } : {}) });
    expect(await tagsOf(name)).toEqual(['fairway-<key>', 'main']);
    expect(await digestOf(name, 'main')).toBe(next.outputs?.digest);
    await proxy.stop();
  });

  test('a tag that another run moves at the same time is not reported as ours', async () => {
    const proxy = await startFaultProxy(registry.port);
    const other = await act(
      { workspace: shop(at('acme/race'), { 'src/main.js': 'other' }) },
      { tags: 'theirs' },
    );
    const theirs = await fetch(`http://${registry.host}/v2/acme/race/manifests/${other.outputs?.digest}`, {
      headers: { Accept: 'application/vnd.oci.image.manifest.v1+json' },
    });
    const bytes = await theirs.arrayBuffer();
    const move = () =>
      fetch(`http://${registry.host}/v2/acme/race/manifests/main`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/vnd.oci.image.manifest.v1+json' },
        body: bytes,
      });
    const moved: Promise<unknown>[] = [];
    proxy.rules.push({
      method: 'HEAD',
      path: /manifests\/main/,
      skip: 1,
      rewrite: (headers) => ({ ...headers, 'docker-content-digest': other.outputs?.digest ?? '' }),
    });
    moved.push(move());
    const { ok, log } = await act({ workspace: shop(at('acme/race', proxy.host, ', tags: [main]')) });
    await Promise.all(moved);
    expect(ok).toBe(false);
    expect(log).toContain(`the tag main is on ${other.outputs?.digest} after it was set to`);
    await proxy.stop();
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
