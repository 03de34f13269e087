import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git, portsOf, temporaryFolder } from '../fixture.ts';
import { type Ledger, openLedger } from '../index.ts';

let root: string;
let repository: string;
const REF = 'refs/fairway/shop/dev';

beforeEach(() => {
  root = temporaryFolder();
  repository = join(root, 'repository');
  git(root, 'init', '-q', '-b', 'main', repository);
  git(repository, 'commit', '-q', '--allow-empty', '-m', 'first');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const open = (folder: string): Promise<Ledger> => openLedger({ app: 'shop', ports: portsOf(folder) });
const add = (ledger: Ledger, message = 'hello') =>
  ledger.append('dev', () => ({ event: { type: 'note', message }, state: {} }));

/** A commit as somebody's hand or a damaged disk may leave it, on top of the ledger. */
function forge(message: string, state: string | undefined): string {
  const hash = (type: string, input: string) =>
    execFileSync('git', ['-C', repository, 'hash-object', '-w', '-t', type, '--stdin'], { input })
      .toString()
      .trim();
  const rows = state === undefined ? '' : `100644 blob ${hash('blob', state)}\tstate.json\n`;
  const tree = execFileSync('git', ['-C', repository, 'mktree'], { input: rows }).toString().trim();
  const commit = git(repository, 'commit-tree', tree, '-m', message);
  git(repository, 'update-ref', REF, commit);
  return commit;
}

describe('git ledger', () => {
  it('touches neither HEAD, index nor work tree, and needs no user.name', async () => {
    writeFileSync(join(repository, 'mine.txt'), 'not yet added');
    const before = [git(repository, 'rev-parse', 'HEAD'), git(repository, 'status', '--porcelain')];
    await add(await open(repository));
    expect([git(repository, 'rev-parse', 'HEAD'), git(repository, 'status', '--porcelain')]).toEqual(before);
    expect(git(repository, 'log', '-1', '--format=%an <%ae>|%s', REF)).toBe(
      'Fairway <fairway@localhost>|hello',
    );
    expect(JSON.parse(git(repository, 'show', `${REF}:state.json`))).toMatchObject({ sequence: 1 });
    expect(JSON.parse(git(repository, 'show', `${REF}:event.json`))).toMatchObject({ message: 'hello' });
    expect(git(repository, 'fsck', '--full', '--strict')).not.toMatch(/error/);
  });

  it('survives gc and packed refs', async () => {
    const ledger = await open(repository);
    for (const message of ['one', 'two']) await add(ledger, message);
    git(repository, 'gc', '-q', '--prune=now');
    expect((await add(ledger, 'three')).sequence).toBe(3);
    git(repository, 'pack-refs', '--all');
    expect((await (await open(repository)).history('dev')).map(({ event }) => event.message)).toEqual([
      'three',
      'two',
      'one',
    ]);
  });

  it('works in a bare repository, a linked work tree, a folder below, and with SHA-256', async () => {
    const bare = join(root, 'bare.git');
    git(root, 'init', '-q', '--bare', bare);
    const linked = join(root, 'linked');
    git(repository, 'worktree', 'add', '-q', linked);
    const below = join(repository, 'a', 'b');
    mkdirSync(below, { recursive: true });
    const sha256 = join(root, 'sha256');
    git(root, 'init', '-q', '--object-format=sha256', sha256);
    for (const folder of [bare, linked, below, sha256]) await add(await open(folder));
    expect((await (await open(repository)).read('dev')).sequence).toBe(2);
    expect(git(bare, 'rev-parse', '--verify', REF)).toMatch(/^[0-9a-f]{40}$/);
    expect(git(sha256, 'rev-parse', '--verify', REF)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['path', 'file URL', 'relative path'])('lives in the origin when that is a %s', async (kind) => {
    const clone = join(root, 'clone');
    git(root, 'clone', '-q', repository, clone);
    const url = { path: repository, 'file URL': `file://${repository}`, 'relative path': '../repository' }[
      kind
    ];
    git(clone, 'remote', 'set-url', 'origin', url ?? '');
    await add(await open(clone));
    expect(git(repository, 'rev-parse', '--verify', REF)).toMatch(/^[0-9a-f]{40}$/);
    expect(git(clone, 'for-each-ref', 'refs/fairway')).toBe('');
  });

  it('stays in the checkout when the origin is another machine', async () => {
    for (const url of ['git@github.com:acme/shop.git', 'https://github.com/acme/shop.git']) {
      git(repository, 'config', 'remote.origin.url', url);
      expect((await open(repository)).location).toContain(join(repository, '.git'));
    }
  });

  it('refuses a folder without git, and an origin that is gone', async () => {
    await expect(open(root)).rejects.toThrow(/no git repository here/);
    git(repository, 'config', 'remote.origin.url', join(root, 'gone'));
    await expect(open(repository)).rejects.toMatchObject({ name: 'UserError', where: join(root, 'gone') });
  });

  it('names ref and commit when an entry cannot be used', async () => {
    const ledger = await open(repository);
    const state = '{"schema":1,"app":"shop","environment":"dev","sequence":1}';
    const words = (json: string) => `x\n\nFairway-Event: {"type":"note"}\nFairway-State: ${json}`;
    const cases: [message: string, file: string | undefined, error: RegExp][] = [
      ['by hand', state, /not an event of Fairway/],
      [words('{"schema":1,'), state, /state is not JSON/],
      [words(state), '{"schema":1,', /state is not JSON/],
      [words(state), state.replace('"sequence":1', '"sequence":2'), /differ/],
      [words(state), undefined, /state.json is missing/],
      [words('{"schema":7}'), '{"schema":7}', /newer Fairway \(schema 7/],
    ];
    for (const [message, file, error] of cases) {
      const id = forge(message, file);
      const failure = await add(ledger).catch((reason: unknown) => reason);
      expect(failure).toMatchObject({ name: 'UserError', message: expect.stringMatching(error) });
      expect(failure).toMatchObject({ where: expect.stringContaining(`${REF} at ${id}`) });
      expect(git(repository, 'rev-parse', REF)).toBe(id);
    }
  });

  it('waits for a locked ref and says which file holds it', async () => {
    const ledger = await open(repository);
    await add(ledger);
    const lock = join(repository, '.git', `${REF}.lock`);
    writeFileSync(lock, '');
    const waiting = add(ledger, 'later');
    setTimeout(() => rmSync(lock), 300);
    expect((await waiting).sequence).toBe(2);
  });

  it('still records what a cancelled job has to say', async () => {
    const ports = { ...portsOf(repository), signal: AbortSignal.abort(new Error('cancelled')) };
    expect((await add(await openLedger({ app: 'shop', ports }))).sequence).toBe(1);
  });

  it('keeps to names that git takes', async () => {
    const ports = portsOf(repository);
    for (const app of ['', 'a/b', '../x', 'a b', 'x.lock', '-x', 'a..b']) {
      await expect(openLedger({ app, ports })).rejects.toThrow(/cannot be the name/);
    }
    await expect(openLedger({ app: 'a', prefix: 'fairway', ports })).rejects.toThrow(/cannot be the prefix/);
    await expect(openLedger({ app: 'a', backend: 'githb', ports })).rejects.toThrow(/Did you mean "github"/);
  });
});
