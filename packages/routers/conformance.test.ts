import { Agent, request } from 'node:http';
import type { Release } from '@fairway/ledger';
import { openRouter } from '@fairway/routers';
import { lane } from '../../test/support/lanes.ts';
import { MemoryTarget, memoryWorld } from '../targets/memory/index.ts';
import { deployed, service, TestHome, until } from '../targets/process/test-home.ts';
import { type Place, type RouterSubject, testRouter } from './conformance.ts';
import { hasHaproxy, TestHaproxy } from './test-haproxy.ts';
import { memoryRouter } from './testing.ts';
import type { Pin } from './types.ts';

/** How many of the answers came from version 2.0.0. */
async function send(port: number, requests: number, headers: Readonly<Record<string, string>> = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const one = () =>
    new Promise<boolean>((resolve, reject) => {
      const sent = request({ port, agent, headers }, (response) => {
        response.resume();
        if (response.statusCode !== 200) reject(new Error(`answer ${response.statusCode}`));
        response.on('end', () => resolve(response.headers['x-version'] === '2.0.0'));
      });
      sent.on('error', reject).end();
    });
  const answers = await Promise.all(Array.from({ length: requests }, one));
  agent.destroy();
  return answers.filter((fromCandidate) => fromCandidate).length;
}

let home: TestHome;
let [live, candidate]: Release[] = [];
let places = 0;

async function setUp() {
  home = await TestHome.create();
  live = await home.release('1.0.0', service());
  candidate = await home.release('2.0.0', service());
}

async function processPlace() {
  if (!live || !candidate) throw new Error('no releases');
  const environment = `router-${places++}`;
  const made = await deployed(home, environment, live);
  const port = (await made.status()).port ?? 0;
  return { ...made, candidate, port, context: home.context(environment) };
}

const processSubject: RouterSubject = {
  name: 'process',
  setUp,
  async place(): Promise<Place> {
    const { target, candidate: next, port, context, status } = await processPlace();
    return {
      ...{ target, candidate: next },
      router: () => openRouter('process', {}, context, target),
      send: (requests, headers) => send(port, requests, headers),
      async restart() {
        const { pid } = await status();
        process.kill(pid, 'SIGKILL');
        await until(async () => (await status().catch(() => undefined)) === undefined);
        // The next operation finds it gone and starts it again.
        await target.stage(next, new AbortController().signal);
        return { knows: true };
      },
      end: () => target.down(),
    };
  },
  tearDown: () => home.remove(),
};

const haproxySubject: RouterSubject = {
  name: 'haproxy',
  setUp,
  async place(): Promise<Place> {
    const { target, candidate: next, port, context } = await processPlace();
    const proxy = await TestHaproxy.start({ live: port });
    const config = {
      socket: proxy.socket,
      backend: 'shop',
      live: 'live',
      candidate: 'candidate',
      drain: 500,
    };
    return {
      ...{ target, candidate: next },
      router: () => openRouter('haproxy', config, context, target),
      send: (requests, headers) => send(proxy.port, requests, headers),
      async restart() {
        await proxy.reload();
        return { knows: false };
      },
      async end() {
        await proxy.stop();
        await target.down();
      },
    };
  },
  tearDown: () => home.remove(),
};

const memorySubject: RouterSubject = {
  name: 'memory',
  setUp,
  async place(): Promise<Place> {
    if (!live || !candidate) throw new Error('no releases');
    const target = new MemoryTarget({ world: { ...memoryWorld(), live } }, home.context('memory'));
    const held: { pins: readonly Pin[] } = { pins: [] };
    return { target, candidate, router: () => memoryRouter(target, held), end: async () => undefined };
  },
  tearDown: () => home.remove(),
};

testRouter(memorySubject);
testRouter(processSubject);
lane('haproxy', hasHaproxy(), () => testRouter(haproxySubject));
