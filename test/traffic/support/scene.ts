import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger, type Release } from '@fairway/ledger';
import { openRouter, type Router } from '@fairway/routers';
import { context, systemClock, systemExec, systemFiles, systemHttp } from '@fairway/runtime';
import type { Target } from '@fairway/targets';
import { TestHaproxy } from '../../../packages/routers/test-haproxy.ts';
import { freePort, TestHome } from '../../../packages/targets/process/test-home.ts';
import { type BundleRun, runBundle } from '../../support/bundle.ts';
import { makeRepository } from '../../support/repository.ts';
import { appSource, type Manner } from './app.ts';
import { Load } from './load.ts';
import { Prometheus } from './prometheus.ts';

export interface SceneOptions {
  /** Requests a second. */
  readonly rate: number;
  /** Keys of the canary, as YAML flow text: `steps: [5%], bake: 4s`. */
  readonly canary: string;
}

/** Clients, HAProxy, a live release and a candidate as processes, and a Prometheus that scrapes both. All real. */
export interface Scene {
  readonly haproxy: TestHaproxy;
  readonly prometheus: Prometheus;
  readonly target: Target;
  readonly router: Router;
  readonly load: Load;
  release(version: string, manner?: Manner): Promise<Release>;
  /** The canary action, as a runner starts it. */
  canary(inputs: Readonly<Record<string, string>>): Promise<BundleRun>;
  rollback(inputs: Readonly<Record<string, string>>): Promise<BundleRun>;
  /** What the ledger says of the environment. */
  record(): Promise<Awaited<ReturnType<Awaited<ReturnType<typeof openLedger>>['read']>>>;
  end(): Promise<void>;
}

/** How the metrics of the service are asked, in fairway.yml. */
const METRICS = `
          - name: errors
            prometheus:
              events: sum(increase(app_requests_total{revision="{{ revision }}",code=~"5.."}[{{ window }}]))
              total: sum(increase(app_requests_total{revision="{{ revision }}"}[{{ window }}]))
            compare: baseline
            tolerate: 10%
            error-limit: 2
          - name: p95
            prometheus:
              histogram: sum by (le) (increase(app_request_seconds_bucket{revision="{{ revision }}"}[{{ window }}]))
              quantile: 95%
            max: 500ms
            compare: baseline
            tolerate: 50%
            error-limit: 2`;

export async function openScene({ rate, canary }: SceneOptions): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-traffic-'));
  const [port, asked] = [await freePort(), await freePort()];
  const home = await TestHome.create();
  const repository = makeRepository();
  const discovery = join(folder, 'discovery');
  const prometheus = await Prometheus.start(asked, join(folder, 'prometheus'), discovery);
  const haproxy = await TestHaproxy.start({ live: port });
  await writeFile(
    join(repository.folder, 'fairway.yml'),
    `version: 1
app: shop
providers: { prometheus: { url: ${prometheus.url}, timeout: 1s } }
environments:
  production:
    target: { process: { port: ${port}, ready-within: 10s, drain: 1s, env: { DISCOVERY: ${discovery} } } }
    strategy:
      canary:
        router: { haproxy: { socket: ${haproxy.socket}, backend: shop } }
        ${canary
          .trim()
          .split('\n')
          .map((line) => line.trim())
          .join('\n        ')}
        metrics:${METRICS}
`,
  );
  const env = {
    GITHUB_WORKSPACE: repository.folder,
    FAIRWAY_HOME: join(home.folder, 'home'),
    GITHUB_ACTOR: 'ada',
  };
  const ports = {
    ...{ context: context(env), exec: systemExec, http: systemHttp(systemClock), clock: systemClock },
    ...{ files: systemFiles, github: () => undefined, signal: new AbortController().signal },
    log: home.context('production').ports.log,
  };
  const target = home.open('production', port, { env: { DISCOVERY: discovery } });
  const config = { backend: 'shop', live: 'live', candidate: 'candidate', drain: 1_000 };
  const load = new Load(haproxy.url, rate);
  let runs = 0;
  const action = (name: string, inputs: Readonly<Record<string, string>>) =>
    runBundle(name, {
      inputs: { environment: 'production', token: 'not-a-real-token', ...inputs },
      env: { ...env, GITHUB_RUN_ID: String(++runs) },
      cwd: repository.folder,
    });
  return {
    ...{ haproxy, prometheus, target, load },
    router: openRouter('haproxy', { ...config, socket: haproxy.socket }, home.context('production'), target),
    async release(version, manner) {
      const commit = repository.commit(`feat: ${version}`);
      return { ...(await home.release(version, appSource(manner))), commit };
    },
    canary: (inputs) => action('canary', inputs),
    rollback: (inputs) => action('rollback', inputs),
    record: async () => (await openLedger({ app: 'shop', ports })).read('production'),
    async end() {
      await load.end();
      await haproxy.stop();
      await prometheus.stop();
      await home.remove();
      await rm(repository.folder, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A release as the inputs of the action name it. */
export const inputsOf = ({ image, version, commit }: Release): Record<string, string> => ({
  image,
  version,
  revision: commit,
  'skip-order': 'true',
});
