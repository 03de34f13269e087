import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lane } from '../../test/support/lanes.ts';
import { makeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';
import { keyPair, request, shop, temporary } from './sample.ts';

const available = ['age', 'zstd', 'sqlite3'].every((tool) => spawnSync(tool, ['--version']).status === 0);

lane('age and zstd', available, () => {
  const root = temporary();
  beforeAll(() => shop(join(root, 'app.db'), 8_000).close());
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(['identity', 'throw-away'])(
    'an archive proven by %s is restored by standard tools alone',
    async (by) => {
      const { identity, recipient } = await keyPair();
      const keyFile = join(root, 'key.txt');
      writeFileSync(keyFile, `# created: now\n# public key: ${recipient}\n${identity}\n`);
      const keys = by === 'identity' ? { identity } : { recipients: [recipient] };
      const { path, manifest } = await makeBackup(request(root, {}, keys));
      const packed = execFileSync('age', ['-d', '-i', keyFile, path], { maxBuffer: 2 ** 28 });
      const restored = join(root, `${by}.db`);
      execFileSync('zstd', ['-d', '-q', '-f', '-o', restored], { input: packed });
      expect(readFileSync(restored)).toHaveLength(manifest.content.bytes);
      const said = execFileSync(
        'sqlite3',
        [restored, 'pragma integrity_check; select count(*) from orders'],
        {
          encoding: 'utf8',
        },
      );
      expect(said.trim().split('\n')).toEqual(['ok', '8000']);
    },
  );

  test('an archive that the standard tools made is restored here, with the key file as age-keygen writes it', async () => {
    const keyFile = join(root, 'generated.txt');
    rmSync(keyFile, { force: true });
    execFileSync('age-keygen', ['-o', keyFile], { stdio: 'ignore' });
    const identity = readFileSync(keyFile, 'utf8');
    const recipient = execFileSync('age-keygen', ['-y', keyFile], { encoding: 'utf8' }).trim();
    const archive = join(root, 'by-hand.sqlite.zst.age');
    execFileSync('sqlite3', [join(root, 'app.db'), 'pragma wal_checkpoint(truncate)']);
    const packed = execFileSync('zstd', ['-q', '-c', join(root, 'app.db')], { maxBuffer: 2 ** 28 });
    execFileSync('age', ['-r', recipient, '-o', archive], { input: packed });
    const destination = join(root, 'by-hand.db');
    const result = await restoreBackup({
      archive,
      identity,
      destination,
      signal: new AbortController().signal,
    });
    expect(result).toMatchObject({ compared: false });
    expect(result.content.tables.find(({ name }) => name === 'orders')?.rows).toBe(8_000);
  });
});
