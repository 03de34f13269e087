import { UserError } from '@fairway/runtime';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';

export interface Keys {
  /** Public keys that can read the archive for good. */
  readonly recipients: readonly string[];
  /** Those and, without an identity, the throw-away one of the proof. */
  readonly encryptTo: readonly string[];
  /** Private: never printed, never written. */
  readonly identities: readonly string[];
  readonly by: 'identity' | 'throw-away';
}

/**
 * Decides whom an archive is encrypted to and with which key it is proven.
 *
 * With an identity the proof uses the operators' own key. With public keys only, one more recipient is made
 * for this backup; its private key lives in this process's memory, opens the archive once and is dropped.
 */
export async function chooseKeys(
  configured: readonly string[] | undefined,
  identity: string | undefined,
): Promise<Keys> {
  const identities = identity === undefined ? [] : parseIdentities(identity);
  const own = await Promise.all(identities.map(publicKey));
  const recipients = [...new Set(configured ?? own)];
  if (recipients.length === 0) {
    throw new UserError('backup: nobody could read the archive: there are no recipients', {
      where: 'backup.recipients',
      mend: 'make a key with `age-keygen -o key.txt`, put its public key (age1...) into backup.recipients, and keep key.txt in a safe',
    });
  }
  if (own.length) {
    if (!own.some((key) => recipients.includes(key))) {
      throw new UserError('backup: the identity cannot open archives for these recipients', {
        where: 'input identity',
        mend: `pass the private key of one of them: ${recipients.join(', ')}`,
      });
    }
    return { recipients, encryptTo: recipients, identities, by: 'identity' };
  }
  const throwAway = await throwAwayFor(recipients);
  const encryptTo = [...recipients, await identityToRecipient(throwAway)];
  return { recipients, encryptTo, identities: [throwAway], by: 'throw-away' };
}

/** As strong as the weakest recipient, so that it never weakens a post-quantum archive. */
function throwAwayFor(recipients: readonly string[]): Promise<string> {
  const hybrid = recipients.every((key) => /^age1(pq|tagpq)1/.test(key));
  return hybrid ? generateHybridIdentity() : generateX25519Identity();
}

/** The private keys in the text of a key file as age-keygen writes it. Messages never repeat the text. */
export function parseIdentities(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (keys.length && keys.every((key) => /^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/.test(key))) return keys;
  throw badIdentity();
}

async function publicKey(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity);
  } catch {
    // The library's message quotes the key.
    throw badIdentity();
  }
}

function badIdentity(): UserError {
  return new UserError('the identity is not an age private key', {
    where: 'input identity',
    mend: 'pass the text of a key file made by `age-keygen`: lines that start with AGE-SECRET-KEY-1',
  });
}
