import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFaultProxy } from '../registry/support/fault-proxy.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, startRegistry, type TestRegistry } from '../support/registry.ts';
import { act, folder, shop, start } from './support.ts';

lane('registry', haveRegistry, () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.stop());

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
});
