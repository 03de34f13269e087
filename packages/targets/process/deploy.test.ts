import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Release } from '@fairway/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProcessTarget } from './target.ts';
import { freePort, service, TestHome } from './test-home.ts';

const never = new AbortController().signal;
let home: TestHome;
let releases: Release[];

beforeAll(async () => {
  home = await TestHome.create();
  releases = [];
  for (const version of ['1.0.0', '2.0.0', '3.0.0']) {
    releases.push(await home.release(version, service()));
  }
});
afterAll(() => home.remove());

async function deploy(target: ProcessTarget, release: Release | undefined): Promise<void> {
  if (!release) throw new Error('no release');
  await target.apply(target.plan(await target.inspect(), release), never);
}

interface Answer {
  status: number;
  body: string;
  version: string;
}

function ask(url: string, options: { agent?: Agent; body?: string; method?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { agent = false, body, method = body === undefined ? 'GET' : 'POST' } = options;
    const sent = request(url, { agent, method }, (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({
          status: response.statusCode ?? 0,
          body: text,
          version: String(response.headers['x-version']),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends until told to stop. A request counts as failed unless it got a whole, right answer. */
class Client {
  sent = 0;
  readonly failed: string[] = [];
  readonly versions = new Set<string>();
  #stop = false;
  readonly #loops: Promise<void>[] = [];
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(url: string) {
    const body = 'x'.repeat(50_000);
    this.#loop(() => ask(`${url}/`, { agent: this.#agent }), '');
    this.#loop(() => ask(`${url}/`), '');
    this.#loop(() => ask(`${url}/`, { agent: this.#agent, body }), body);
    this.#loop(() => ask(`${url}/`, { body }), body);
    this.#loop(() => ask(`${url}/?wait=400`, { agent: this.#agent }), '');
    this.#loop(() => ask(`${url}/?wait=150`), '');
  }

  #loop(send: () => Promise<Answer>, echo: string): void {
    const run = async () => {
      while (!this.#stop) {
        this.sent++;
        try {
          const answer = await send();
          this.versions.add(answer.version);
          if (answer.status !== 200 || answer.body !== echo + answer.version) {
            this.failed.push(`${answer.status} ${answer.body.slice(-80)}`);
          }
        } catch (error) {
          this.failed.push(String(error));
        }
        await sleep(2);
      }
    };
    this.#loops.push(run());
  }

  async stop(): Promise<void> {
    this.#stop = true;
    await Promise.all(this.#loops);
    this.#agent.destroy();
  }
}

it('fails no request through six deployments and a canary', async () => {
  const port = await freePort();
  const target = home.open('busy', port);
  await deploy(target, releases[0]);
  const client = new Client(target.url);
  for (let i = 1; i <= 6; i++) await deploy(target, releases[i % 3]);
  const candidate = releases[1] as Release;
  await target.stage(candidate, never);
  for (const percent of [10, 50, 100]) {
    await target.operate('/weight', { percent }, never);
    await sleep(60);
  }
  await target.promote(candidate.digest, never);
  await client.stop();
  expect(client.failed).toEqual([]);
  expect(client.sent).toBeGreaterThan(200);
  expect([...client.versions].sort()).toEqual(['1.0.0', '2.0.0', '3.0.0']);
}, 60_000);

it('fails no request while an unhealthy release is refused', async () => {
  const port = await freePort();
  const target = home.open('unlucky', port);
  const impatient = home.open('unlucky', port, { readyWithin: 2_500 });
  await deploy(target, releases[0]);
  const client = new Client(target.url);
  const crash = 'console.log("opening the safe"); console.error("no key"); process.exit(3);';
  const crashing = await home.release('9.0.0', crash);
  const sick = await home.release(
    '9.1.0',
    service({ health: '500', healthBody: 'no database', rest: 'console.log("sick traffic")' }),
  );
  await expect(deploy(target, crashing)).rejects.toThrow(
    /9\.0\.0.*exit code 3.*last log lines:\nopening the safe\nno key/s,
  );
  await expect(deploy(impatient, sick)).rejects.toThrow(
    /\/healthz answers 500: no database after 2\.5s.*listening 9\.1\.0/s,
  );
  await client.stop();
  expect(client.failed).toEqual([]);
  expect([...client.versions]).toEqual(['1.0.0']);
});

it('gives a candidate exactly its share', async () => {
  const port = await freePort();
  const target = home.open('split', port);
  await deploy(target, releases[0]);
  await target.stage(releases[1] as Release, never);
  for (const percent of [25, 1, 50, 0, 100]) {
    await target.operate('/weight', { percent }, never);
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(target.url)));
    expect(answers.filter(({ version }) => version === '2.0.0').length).toBe(percent);
  }
  await target.discard(never);
  expect((await ask(target.url)).version).toBe('1.0.0');
});

it('gives a release its own environment and none of the job', async () => {
  process.env.RUNNER_TRACKING_ID = 'github_job';
  process.env.SOME_SECRET = 'from the job';
  const target = home.open('env', await freePort());
  await deploy(target, releases[0]);
  const env = JSON.parse((await ask(`${target.url}/env`)).body);
  const { version, commit, digest } = releases[0] as Release;
  expect(env).toMatchObject({
    FAIRWAY_APP: 'shop',
    FAIRWAY_ENVIRONMENT: 'env',
    FAIRWAY_VERSION: version,
    FAIRWAY_COMMIT: commit,
    FAIRWAY_DIGEST: digest,
    HOST: '127.0.0.1',
  });
  expect(env.DATA_DIR).toMatch(/shop\/env\/data$/);
  expect(env).not.toHaveProperty('RUNNER_TRACKING_ID');
  expect(env).not.toHaveProperty('SOME_SECRET');
  delete process.env.RUNNER_TRACKING_ID;
  delete process.env.SOME_SECRET;
});

it('serves the same digest with other settings: the change is planned and applied, without a failed request', async () => {
  const port = await freePort();
  const release = releases[0] as Release;
  await deploy(home.open('settings', port), release);
  const changed = home.open('settings', port, { env: { GREETING: 'ahoy' } });
  const before = await changed.inspect();
  const plan = changed.plan(before, release);
  expect(plan.steps.join('\n')).toContain('was started with other settings');
  const client = new Client(changed.url);
  await deploy(changed, release);
  await client.stop();
  expect(client.failed).toEqual([]);
  const response = await fetch(`${changed.url}/env`);
  expect(await response.json()).toMatchObject({ GREETING: 'ahoy', FAIRWAY_VERSION: release.version });
  expect(changed.plan(await changed.inspect(), release).steps).toEqual([]);
  // Another port is a setting too: the release moves there although its digest is live already.
  const moved = home.open('settings', await freePort(), { env: { GREETING: 'ahoy' } });
  await deploy(moved, release);
  expect((await moved.verify(release)).ok).toBe(true);
});
