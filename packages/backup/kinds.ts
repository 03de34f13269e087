import {
  didYouMean,
  field,
  type Infer,
  int,
  type Kind,
  list,
  named,
  type ObjectOf,
  object,
  size,
  text,
} from '@fairway/schema';
import { sqliteKind } from './sqlite/kind.ts';
import { folderKind } from './stores/folder/kind.ts';

/** Config kinds of the engines; keys equal the engine folders of this package. */
export const engineKinds = { sqlite: sqliteKind };
/** Config kinds of the stores; keys equal the folders of `stores/`. */
export const storeKinds = { folder: folderKind };

export type EngineName = keyof typeof engineKinds;
export type StoreName = keyof typeof storeKinds;
/** `{ type: 'sqlite', config }` */
export type EngineConfig = {
  [K in EngineName]: { type: K; config: Infer<(typeof engineKinds)[K]> };
}[EngineName];
/** `{ type: 'folder', config: '/var/backups' }` */
export type StoreConfig = { [K in StoreName]: { type: K; config: Infer<(typeof storeKinds)[K]> } }[StoreName];

const publicKey = text({
  pattern: /^age1[02-9ac-hj-np-z]{10,}$/,
  hint: 'must be a public age key such as age1...',
});

/** Public keys only. A private key pasted here is refused without repeating it in the message. */
export const recipientKind: Kind<string> = {
  ...publicKey,
  read(value, path, report) {
    if (!/AGE-SECRET-KEY|AGE-PLUGIN/i.test(String(value))) return publicKey.read(value, path, report);
    const message = 'this is a private key: put its public key (age1...) here, and replace the private one';
    report({ path, message, on: 'value' });
    return undefined;
  },
};

const shared = {
  store: field(named('store', storeKinds), {
    description:
      'Where archives are kept. Default: the folder `backups` beside the data folder of the environment on this machine.',
  }),
  recipients: field(list(recipientKind, { min: 1 }), {
    description: 'Public age keys that can read the archives. Without them: the key of the input `identity`.',
  }),
  keep: field(int({ min: 1 }), {
    description: 'How many proven backups are kept; older ones are removed after a proven one.',
    default: 7,
  }),
  'min-size': field(size(), {
    description: 'A smaller archive fails: users found rows of tiny, constant "backups".',
    default: '500B',
  }),
};

const fields = {
  ...shared,
  sqlite: field(sqliteKind, { description: 'A SQLite database file, copied while it is in use.' }),
};
const body = object(fields);
const engines = Object.keys(engineKinds) as EngineName[];

export type BackupConfig = ObjectOf<typeof shared> & { engine: EngineConfig };

/** An environment's `backup:` section: exactly one engine beside the store, recipients and retention. */
export const backupKind: Kind<BackupConfig> = {
  name: 'mapping',
  json: { ...body.json, oneOf: engines.map((name) => ({ required: [name] })) },
  read(value, path, report) {
    const config = body.read(value, path, report);
    if (!config) return undefined;
    const given = engines.filter((name) => config[name] !== undefined);
    const [type] = given;
    if (!type || given.length > 1) {
      const message = `expected exactly one engine, found ${given.length}.${didYouMean('', engines)}`;
      report({ path, message, on: 'value' });
      return undefined;
    }
    const { sqlite, ...rest } = config;
    return { ...rest, engine: { type, config: sqlite as NonNullable<typeof sqlite> } };
  },
};
