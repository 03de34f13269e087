import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { App } from './app.ts';

const never = new AbortController().signal;
let folder: string;
let app: App | undefined;
let other: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairway-app-'));
});
afterEach(async () => {
  await app?.stop();
  other?.close();
  rmSync(folder, { recursive: true, force: true });
});

const server = (port: string) =>
  `require('node:http').createServer((q, r) => r.end('mine')).listen(${port}, '127.0.0.1');`;

function open(source: string, save = async () => {}, readyWithin = 8_000): App {
  const program = join(folder, 'main.cjs');
  writeFileSync(program, source);
  const launch = {
    ...{ id: 'abcdefabcdef', digest: 'sha256:abc', version: '1.0.0', commit: 'c'.repeat(40), settings: '' },
    ...{ argv: [process.execPath, program], cwd: folder, env: { FLAG: join(folder, 'flag') } },
    ...{ health: '/', readyWithin, drain: 100 },
  };
  app = new App({ launch, logs: folder, save });
  return app;
}

const listenOn = async (port: number) => {
  const made = createServer((_, response) => response.end('other'));
  await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve));
  other = made;
  return (made.address() as AddressInfo).port;
};
const answer = async (port: number) => await (await fetch(`http://127.0.0.1:${port}/`)).text();

it('gets another port when its own was taken before it listened, also by one who answers', async () => {
  // The first start waits for the flag; what comes after it listens at once.
  const wait = `const { existsSync } = require('node:fs');
    while (!existsSync(process.env.FLAG)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);`;
  const started = open(`${wait}\n${server('process.env.PORT')}`);
  await started.start();
  const first = started.port;
  await listenOn(first);
  const ready = started.ready(never);
  await sleep(300);
  writeFileSync(join(folder, 'flag'), '');
  await ready;
  expect(started.port).not.toBe(first);
  expect(await answer(started.port)).toBe('mine');
  expect(await answer(first)).toBe('other');
});

it('is not ready when the port that it insists on stays taken', async () => {
  const taken = await listenOn(0);
  const starts = join(folder, 'starts');
  const started = open(`require('node:fs').appendFileSync('${starts}', 'x');\n${server(String(taken))}`);
  await started.start();
  await expect(started.ready(never)).rejects.toThrow(/did not become ready: it ended with.*EADDRINUSE/s);
  expect(readFileSync(starts, 'utf8')).toBe('xxx');
});

it('is started once only when it ends for another reason', async () => {
  const started = open(
    `require('node:fs').appendFileSync(process.env.FLAG, 'x'); throw new Error('no licence')`,
  );
  await started.start();
  await expect(started.ready(never)).rejects.toThrow(/exit code 1.*no licence/s);
  expect(readFileSync(join(folder, 'flag'), 'utf8')).toBe('x');
});

it('is started again after a crash although the state cannot be written', async () => {
  let broken = false;
  const save = async () => {
    if (broken) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
  const started = open(server('process.env.PORT'), save);
  await started.start();
  await started.ready(never);
  started.keepRunning();
  broken = true;
  const pid = started.identity?.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  for (const end = Date.now() + 8_000; ; await sleep(50)) {
    if (started.identity && started.identity.pid !== pid && (await started.seen()).healthy) break;
    if (Date.now() > end) throw new Error('it stays down');
  }
  expect(started.restarts).toBe(1);
});

it('is healthy when it answers late on a busy machine', async () => {
  const late = 'setTimeout(() => r.end(), 2_300)';
  const started = open(
    `require('node:http').createServer((q, r) => ${late}).listen(process.env.PORT, '127.0.0.1')`,
  );
  await started.start();
  await started.ready(never);
});
