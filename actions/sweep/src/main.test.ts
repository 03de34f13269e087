import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Release } from '@fairway/ledger';
import { afterEach, expect, test } from 'vitest';
import { openShop, type Shop } from '../../../packages/engine/test-shop.ts';
import { run as canary } from '../../canary/src/run.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const STRATEGY =
  ', strategy: { canary: { steps: [20%], bake: 1m, metrics: [ { name: errors, process: error-rate, max: 50% } ] } }';

let shop: Shop;
afterEach(() => shop?.remove());

async function tick({ image, version, commit }: Release): Promise<void> {
  await canary(
    {
      ...{ command: 'tick', environment: 'production', image, version, revision: commit, full: false },
      ...{ token: 't', dryRun: false, allowOlder: false, allowStopped: false, skipOrder: true },
    },
    shop.ports(),
  );
}

test('as the runner starts it: a dead candidate is aborted, people are told, and no secret is printed', async () => {
  const told: { path: string; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    told.push({ path: request.url ?? '', body });
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/T1/B2/s3cr3t-path`;

  shop = await openShop(() => STRATEGY);
  await tick(await shop.release('1.0.0'));
  await tick(await shop.release('2.0.0'));
  await shop.target('production').discard?.(new AbortController().signal);
  appendFileSync(
    join(shop.repository.folder, 'fairway.yml'),
    'notify:\n  deploys: { slack: { webhook: HOOK }, on: [abort] }\n  broken: { discord: { webhook: MISSING } }\n',
  );

  const file = (name: string) => join(shop.repository.folder, '.git', name);
  for (const name of ['output', 'summary', 'state']) writeFileSync(file(name), '');
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH ?? '',
      FAIRWAY_HOME: shop.ports().context.home,
      GITHUB_WORKSPACE: shop.repository.folder,
      GITHUB_RUN_ID: '99',
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_STATE: file('state'),
      INPUT_TOKEN: 't0ken-of-the-job',
      INPUT_SECRETS: `HOOK=${hook}`,
      INPUT_ENVIRONMENTS: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const [status] = await once(child, 'close');
  server.closeAllConnections();
  server.close();

  expect(status, printed).toBe(1);
  expect(told).toHaveLength(1);
  expect(told[0]?.path).toBe('/services/T1/B2/s3cr3t-path');
  expect(told[0]?.body).toContain('shop 2.0.0: aborted in production');
  expect(told[0]?.body).toContain('all on 1.0.0');
  // A channel that cannot be told is named, and changes nothing.
  expect(printed).toMatch(
    /::warning title=Notification broken::broken \(discord\) was not told of the abort/,
  );
  const outputs = readFileSync(file('output'), 'utf8');
  expect(outputs).toMatch(/^outcome<<(\S+)\nfailed\n\1$/m);
  expect(outputs).toMatch(/^aborted<<(\S+)\n1\n\1$/m);
  const summary = readFileSync(file('summary'), 'utf8');
  expect(summary).toContain('| production | **aborted** | 2.0.0 |');
  const shown = printed.replace(/^::add-mask::.*$/gm, '');
  expect(shown + summary + outputs).not.toMatch(/s3cr3t|t0ken/);
  expect(await shop.ask('production')).toBe('1.0.0');
});
