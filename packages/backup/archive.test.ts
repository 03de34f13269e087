import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBackup } from './backup.ts';
import type { Keys } from './keys.ts';
import { prove } from './proof.ts';
import { restoreBackup } from './restore.ts';
import { keyPair, request, shop, temporary } from './sample.ts';
import type { Manifest } from './types.ts';

const root = temporary();
let identity: string;
let recipient: string;
let archive: string;
let manifest: Manifest;
const signal = new AbortController().signal;

beforeAll(async () => {
  ({ identity, recipient } = await keyPair());
  const live = shop(join(root, 'app.db'), 8_000);
  const result = await makeBackup(request(root, {}, { identity }));
  live.close();
  ({ path: archive, manifest } = result);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The same archive, spoilt, where the proof looks for it. */
function spoil(change: (bytes: Buffer) => Buffer): Promise<Awaited<ReturnType<typeof prove>>> {
  writeFileSync(`${archive}.unproven`, change(readFileSync(archive)));
  const keys: Keys = {
    recipients: [recipient],
    encryptTo: [recipient],
    identities: [identity],
    by: 'identity',
  };
  const scratch = temporary();
  const { source, store, clock, minSize } = request(root);
  const checksumKey = Buffer.alloc(32);
  const startedAt = Date.now();
  return prove({
    manifest,
    source,
    store,
    keys,
    checksumKey,
    scratch,
    clock,
    minSize,
    startedAt,
    signal,
  }).finally(() => rmSync(scratch, { recursive: true }));
}

describe('a changed archive is never proven', () => {
  test('one bit in any region: header, stanza, MAC, nonce, each chunk, the end', async () => {
    const size = readFileSync(archive).length;
    expect(size).toBeGreaterThan(3 * 65_552);
    const header = [0, 10, 25, 60, 90, 130, 160, 190, 200, 215];
    const rest = Array.from({ length: 12 }, (_, i) => Math.floor((size - 1) * ((i + 1) / 12)));
    for (const at of [...header, ...rest]) {
      const result = await spoil((bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      });
      expect(result, `byte ${at}`).toMatchObject({ ok: false });
    }
  });

  test.each([
    ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['cut at a chunk', (bytes: Buffer) => bytes.subarray(0, 65_552 * 2 + 216)],
    ['one byte short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['with bytes at its end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(10)])],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('hello')],
  ])('%s', async (_, change) => {
    expect(await spoil(change)).toMatchObject({ ok: false });
  });

  test('other content under the right key is found by counts and checksums', async () => {
    // The checksum key differs here, so every table has "other content".
    const result = await spoil((bytes) => bytes);
    expect(result.ok ? [] : result.problems).toContain('table orders has other content');
  });
});

describe('restore', () => {
  const restore = (over: Partial<Parameters<typeof restoreBackup>[0]>) =>
    restoreBackup({ archive, identity, destination: join(root, 'out.db'), signal, ...over });

  test('a wrong or malformed identity is refused without repeating it', async () => {
    const other = await keyPair();
    await expect(restore({ identity: other.identity })).rejects.toThrow(/does not open this archive/);
    const broken = `${identity.slice(0, -1)}${identity.endsWith('Q') ? 'P' : 'Q'}`;
    for (const text of [broken, 'AGE-SECRET-KEY-1lower', 'secret passphrase', '']) {
      const error = await restore({ identity: text }).catch((e: unknown) => e as Error & { mend?: string });
      const said = `${(error as Error).message} ${(error as { mend?: string }).mend} ${(error as Error).cause}`;
      expect(said).toMatch(/identity/);
      if (text) expect(said).not.toContain(text);
    }
    expect(existsSync(join(root, 'out.db'))).toBe(false);
  });

  test('works from the archive alone, without its sidecar, and says that nothing was compared', async () => {
    const alone = join(temporary(), manifest.name);
    copyFileSync(archive, alone);
    const result = await restore({ archive: alone, destination: join(root, 'alone.db') });
    expect(result.compared).toBe(false);
    expect(result.content.tables.find(({ name }) => name === 'orders')?.rows).toBe(8_000);
  });

  test('refuses a destination with an old journal beside it', async () => {
    writeFileSync(join(root, 'j.db-wal'), 'old');
    await expect(restore({ destination: join(root, 'j.db') })).rejects.toThrow(/j\.db-wal exists/);
  });

  test('a spoilt archive leaves no file', async () => {
    const bytes = readFileSync(archive);
    bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1;
    const copy = join(temporary(), manifest.name);
    writeFileSync(copy, bytes);
    await expect(restore({ archive: copy })).rejects.toThrow(/cannot be restored/);
    expect(existsSync(join(root, 'out.db'))).toBe(false);
  });

  test('a name without an engine is refused', async () => {
    const odd = join(root, 'dump.age');
    copyFileSync(archive, odd);
    await expect(restore({ archive: odd })).rejects.toThrow(/does not name its engine/);
  });
});
