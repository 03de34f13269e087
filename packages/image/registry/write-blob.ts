import { createHash } from 'node:crypto';
import { RemoteError } from '@fairway/runtime';
import type { WrittenBlob } from '../types.ts';
import type { RegistryClient } from './client.ts';
import { hasBlob, pushBlob } from './push-blob.ts';
import { scope } from './scopes.ts';
import { UploadSession } from './session.ts';
import { bytesSource } from './source.ts';
import { once } from './tokens.ts';

/** Bytes held in memory while they are sent, so that they can be sent again. */
const WINDOW = 8 * 1024 * 1024;

/**
 * Pushes bytes whose digest is known only at their end. What fits into one window is hashed first, and not
 * sent when it is there; the rest goes window by window. `small` may take the first case over.
 */
export async function writeBlob(
  client: RegistryClient,
  content: AsyncIterable<Uint8Array>,
  small: (digest: string, bytes: Buffer) => Promise<WrittenBlob | undefined>,
): Promise<WrittenBlob> {
  const windows = windowsOf(content, WINDOW);
  const first = (await windows.next()).value ?? Buffer.alloc(0);
  if (first.length < WINDOW) {
    const source = bytesSource(first);
    const taken = await small(source.digest, first);
    if (taken) return taken;
    const pushed = await pushBlob(client, source);
    return { digest: source.digest, size: first.length, existed: pushed === 'existed' };
  }
  const { signal } = client.ports;
  const scopes = [scope(client.place.name, 'pull', 'push')];
  const session = await UploadSession.start(client, { action: 'push a blob', scopes, signal });
  try {
    return await sendWindows(client, session, first, windows);
  } catch (error) {
    await session.abort();
    throw error;
  }
}

async function sendWindows(
  client: RegistryClient,
  session: UploadSession,
  first: Buffer,
  windows: AsyncIterable<Buffer>,
): Promise<WrittenBlob> {
  const hash = createHash('sha256');
  let size = 0;
  const send = async (window: Buffer) => {
    hash.update(window);
    await sendWindow(client, session, window, size);
    size += window.length;
  };
  await send(first);
  for await (const window of windows) await send(window);
  const digest = `sha256:${hash.digest('hex')}`;
  if (await hasBlob(client, digest, true)) {
    await session.abort();
    return { digest, size, existed: true };
  }
  await client.patience().try(async () => {
    try {
      await session.commit(digest);
    } catch (error) {
      // Its answer may have got lost after the registry had done it.
      if (!(await hasBlob(client, digest, true))) throw error;
    }
  });
  return { digest, size, existed: false };
}

async function sendWindow(client: RegistryClient, session: UploadSession, window: Buffer, start: number) {
  const end = start + window.length;
  const patience = client.patience();
  while (session.offset < end) {
    try {
      const rest = window.subarray(session.offset - start);
      // The last is the only chunk that may be shorter than the registry's least.
      await session.append(() => once(rest), rest.length);
    } catch (error) {
      await patience.after(error);
      if (!(await session.resume()) || session.offset < start || session.offset > end) {
        throw new RemoteError('the registry lost the upload, and its bytes are not kept here', {
          where: client.place.repository,
          mend: 'run again',
          cause: error,
        });
      }
    }
  }
}

/**
 * Joins chunks to `size` bytes each; the last may be shorter. All are one buffer: use one before asking for
 * the next.
 */
async function* windowsOf(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Buffer, undefined> {
  const window = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const chunk of content) {
    for (let from = 0; from < chunk.length; ) {
      const part = chunk.subarray(from, from + size - filled);
      window.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled < size) continue;
      yield window;
      filled = 0;
    }
  }
  if (filled > 0) yield window.subarray(0, filled);
}
