import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Release } from '@fairway/ledger';
import { context, memoryLog, systemClock, systemExec, systemFiles, systemHttp } from '@fairway/runtime';
import { expect, it } from 'vitest';
import { type Manner, type Subject, testTarget } from './conformance.ts';
import { openTarget, targetDrivers } from './index.ts';
import { targetKinds } from './kinds.ts';
import { type MemoryTarget, memoryWorld } from './memory/index.ts';
import { freePort, service, TestHome } from './process/test-home.ts';

const environments = new Map<string, TestHome>();
const SERVICES: Record<Manner, string> = {
  good: service(),
  // It ends by itself, so that the limit can be long enough for a busy machine and the test is quick.
  bad: service({ health: '503', before: 'setTimeout(() => process.exit(3), 300);' }),
  slow: service({ health: 'Date.now() - begin > 1500 ? 200 : 503' }),
};

const processSubject = (): Subject => {
  let home: TestHome;
  return {
    name: 'process',
    async setUp() {
      home = await TestHome.create();
      environments.set('process', home);
    },
    release: (version, manner) => home.release(version, SERVICES[manner]),
    async place() {
      const port = await freePort();
      const environment = `env-${port}`;
      const open = () => home.open(environment, port, { readyWithin: 15_000, drain: 1_000 });
      const first = open();
      return {
        open,
        setWeight: async (target, percent) => {
          const signal = new AbortController().signal;
          if (percent > 0 || (await target.inspect()).candidate) {
            await (target as typeof first).operate('/weight', { percent }, signal);
          }
        },
        end: () => first.down(),
      };
    },
    tearDown: () => home.remove(),
  };
};

const memorySubject = (): Subject => {
  const manners = new Map<string, Manner>();
  const ports = {
    context: context({}),
    exec: systemExec,
    http: systemHttp(systemClock),
    clock: systemClock,
    log: memoryLog(),
    files: systemFiles,
    mask: () => undefined,
  };
  return {
    name: 'memory',
    setUp: async () => undefined,
    async release(version, manner): Promise<Release> {
      manners.set(version, manner);
      const digest = `sha256:${Buffer.from(version).toString('hex').padEnd(64, '0')}`;
      return { version, commit: 'a'.repeat(40), image: `registry.test/shop@${digest}`, digest };
    },
    async place() {
      const healthy = ({ version }: Release) => manners.get(version) !== 'bad';
      const startsIn = ({ version }: Release) => (manners.get(version) === 'slow' ? 1_000 : 0);
      const config = { world: memoryWorld(), healthy, startsIn };
      const open = () => openTarget({ type: 'memory', config }, { app: 'shop', environment: 'test', ports });
      return {
        open,
        setWeight: async (target, percent) => (target as MemoryTarget).setWeight(percent),
        end: async () => undefined,
      };
    },
    tearDown: async () => undefined,
  };
};

testTarget(processSubject());
testTarget(memorySubject());

it('has a driver for each folder and a kind for each target of fairway.yml', () => {
  const here = dirname(fileURLToPath(import.meta.url));
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(targetDrivers).sort());
  expect(Object.keys(targetKinds)).toEqual(Object.keys(targetDrivers).filter((name) => name !== 'memory'));
});
