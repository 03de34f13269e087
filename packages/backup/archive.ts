import { pipeline, type Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { UserError } from '@fairway/runtime';
import { armor, Decrypter, Encrypter } from 'age-encryption';

/** `.zst.age`: `age -d -i key.txt <archive> | zstd -d > file` restores it without Fairway. */
export const EXTENSION = 'zst.age';

const LEVEL = 3;

/** age(zstd(bytes)) as a stream; memory stays at a few chunks. */
export async function* pack(bytes: Readable, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
  const encrypter = encrypterFor(recipients);
  const zstd = createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
  });
  // The callback keeps a fault of the source from being unhandled; reading `zstd` throws it.
  pipeline(bytes, zstd, () => undefined);
  yield* await encrypter.encrypt(ReadableStream.from<Uint8Array>(zstd));
}

/** The dump's bytes again. Any change to the archive, and any other key, is an error. */
export function unpack(archive: Readable, identities: readonly string[]): Readable {
  const zstd = createZstdDecompress();
  pipeline(decrypt(archive, identities), zstd, () => undefined);
  return zstd;
}

async function* decrypt(archive: Readable, identities: readonly string[]): AsyncGenerator<Uint8Array> {
  const decrypter = decrypterFor(identities);
  yield* await decrypter.decrypt(ReadableStream.from<Uint8Array>(archive));
}

/** A small secret in text form, for the same readers. */
export async function seal(secret: Buffer, recipients: readonly string[]): Promise<string> {
  return armor.encode(await encrypterFor(recipients).encrypt(secret));
}

export async function unseal(text: string, identities: readonly string[]): Promise<Buffer> {
  return Buffer.from(await decrypterFor(identities).decrypt(armor.decode(text)));
}

function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (error) {
      throw new UserError(`${recipient} is not a public age key: ${(error as Error).message}`, {
        where: 'backup.recipients',
        mend: 'copy the whole key again: it has a checksum, and a letter is wrong',
      });
    }
  }
  return encrypter;
}

function decrypterFor(identities: readonly string[]): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity);
    } catch {
      // The library's message quotes the key.
      throw new UserError('the identity is not an age private key', { where: 'input identity' });
    }
  }
  return decrypter;
}
