import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFrom } from './release.ts';
import { createApp } from './server.ts';
import { openStore } from './store.ts';

const env = process.env;
const folder = env.DATA_DIR ?? 'data';
mkdirSync(folder, { recursive: true });
const store = openStore(join(folder, 'storefront.db'));
const release = releaseFrom(env);
const server = createApp({ store, release });

server.listen(Number(env.PORT ?? 8080), env.HOST ?? '127.0.0.1', () => {
  console.log(`storefront ${release.version} listens on port ${env.PORT ?? 8080}`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    console.log(`${signal}: no new requests; finishing those in flight`);
    server.close(() => {
      store.close();
      console.log('bye');
      process.exit(0);
    });
    server.closeIdleConnections();
  });
}
