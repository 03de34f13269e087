import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openLedger } from '@fairway/ledger';
import { context, systemClock, systemExec } from '@fairway/runtime';
import type { ProcessTarget } from '../../packages/targets/process/target.ts';
import { freePort, TestHome } from '../../packages/targets/process/test-home.ts';
import { type BundleRun, root, runBundle } from '../support/bundle.ts';
import { Load } from '../traffic/support/load.ts';
import { measure } from './app.ts';
import type { Effect, Facts, Life } from './facts.ts';
import type { Stage } from './stage.ts';

export interface SceneOptions {
  /** The look from which on 2.0.0 fails. */
  readonly badFrom?: number;
}

/** Where a job is to die, for the preload. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'during' | 'after';
  readonly by?: 'SIGKILL' | 'SIGTERM';
}

export interface Job {
  readonly bundle?: 'canary' | 'sweep';
  readonly command?: string;
  readonly version?: string;
  readonly death?: Death | undefined;
  /** Its clock is ahead by so many leases. */
  readonly leases?: number;
  /** The post step of a job: what that job kept. */
  readonly post?: Readonly<Record<string, string>>;
}

/** More than LEASE of the engine. */
const LEASE = 125_000;
/** No job of these tests takes longer, in ms, unless it hangs. */
const WITHIN = 60_000;
const PRELOAD = pathToFileURL(join(root, 'test/kill/preload.ts')).href;
const STEPS = [5, 10, 15, 20, 30, 40, 50, 60, 75, 90];

/** One environment: a repository with its ledger, a process target with traffic, and all that was seen of it. */
export class Scene {
  readonly #stage: Stage;
  readonly #folder: string;
  readonly #home: TestHome;
  readonly #name: string;
  #target: ProcessTarget | undefined;
  #load: Load | undefined;
  #jobs = 0;
  port = 0;
  /** By all jobs, for the message of a failure. */
  printed = '';

  constructor(stage: Stage, name: string) {
    this.#stage = stage;
    this.#name = name;
    this.#folder = stage.make(name);
    this.#home = new TestHome(this.#folder);
  }

  get #workspace(): string {
    return join(this.#folder, 'work');
  }

  async open({ badFrom }: SceneOptions): Promise<this> {
    this.port = await freePort();
    cpSync(join(this.#stage.folder, 'repository'), this.#workspace, { recursive: true });
    writeFileSync(join(this.#workspace, 'fairway.yml'), this.#config());
    writeFileSync(join(this.#workspace, 'measure.sh'), measure);
    chmodSync(join(this.#workspace, 'measure.sh'), 0o755);
    if (badFrom !== undefined) writeFileSync(join(this.#workspace, 'bad'), `${badFrom}\n`);
    writeFileSync(join(this.#folder, 'story'), '');
    this.#target = this.#home.open('production', this.port);
    const first = await this.job({ version: '1.0.0' });
    if (first.exitCode !== 0) throw new Error(`1.0.0 did not go live:\n${first.stdout}\n${first.stderr}`);
    writeFileSync(join(this.#folder, 'effects'), '');
    this.#stage.notices.of(`/${this.#name}`).length = 0;
    this.#load = new Load(`http://127.0.0.1:${this.port}/`, 25);
    return this;
  }

  #config(): string {
    const url = `http://127.0.0.1:${this.#stage.notices.port}/${this.#name}`;
    // Some steps have one look, others two.
    const steps = STEPS.map((weight, i) => `{ weight: ${weight}%, bake: ${i % 2 ? 160 : 100}ms }`);
    const metric = '{ name: errors, command: { run: [./measure.sh], gives: counts }, max: 1% }';
    const env = `env: { STORY: ${join(this.#folder, 'story')} }`;
    return `version: 1
app: shop
notify: { people: { webhook: { url: "${url}" } } }
environments:
  production:
    target: { process: { port: ${this.port}, ready-within: 20s, drain: 300ms, ${env} } }
    strategy: { canary: { steps: [ ${steps.join(', ')} ], interval: 100ms, metrics: [ ${metric} ] } }
`;
  }

  /** Runs a bundle as the runner does. `exitCode` is null when it was killed. */
  async job({
    bundle = 'canary',
    command = 'run',
    version,
    death,
    leases = 0,
    post,
  }: Job): Promise<BundleRun> {
    const release = version === undefined ? undefined : this.#stage.releases[version];
    const kept = Object.entries(post ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
    const done = await runBundle(bundle, {
      cwd: this.#workspace,
      within: WITHIN,
      args: post ? ['post'] : [],
      inputs: {
        token: 'a-token-of-no-use',
        ...(bundle === 'canary' ? { environment: 'production', command } : {}),
        ...(release ? { image: release.image, version: release.version, revision: release.commit } : {}),
      },
      env: {
        GITHUB_WORKSPACE: this.#workspace,
        GITHUB_ACTOR: 'ada',
        GITHUB_RUN_ID: String(100 + this.#jobs++),
        FAIRWAY_HOME: join(this.#folder, 'home'),
        NODE_OPTIONS: `--import=${PRELOAD}`,
        KILL_LOG: join(this.#folder, 'effects'),
        KILL_SHIFT: String(leases * LEASE),
        ...(death
          ? { KILL_AT: String(death.at), KILL_WHEN: death.when, KILL_BY: death.by ?? 'SIGKILL' }
          : {}),
        ...Object.fromEntries(kept),
      },
    });
    this.printed += `--- ${bundle} ${command} ${version ?? ''} ${post ? 'post ' : ''}exit ${done.exitCode}\n${done.stdout}${done.stderr}`;
    return done;
  }

  ledger() {
    const ports = {
      context: { ...context({}), workspace: this.#workspace },
      exec: systemExec,
      clock: systemClock,
      signal: new AbortController().signal,
    };
    return openLedger({ app: 'shop', ports: ports as never });
  }

  async inFlight(): Promise<boolean> {
    return (await (await this.ledger()).read('production')).rollout !== undefined;
  }

  /** Number of the newest event. */
  async sequence(): Promise<number> {
    return (await (await this.ledger()).read('production')).sequence;
  }

  /** Whether a rollout of this version was ever recorded. */
  async begun(version: string): Promise<boolean> {
    const entries = await (await this.ledger()).history('production', 1_000);
    return entries.some(({ state }) => state.rollout?.release.version === version);
  }

  /** Lines of JSON that the preload wrote. */
  effects(): Effect[] {
    return lines<Effect>(join(this.#folder, 'effects'));
  }

  /** Ends the traffic, and tells everything. */
  async facts(): Promise<Facts> {
    if (!this.#target || !this.#load) throw new Error('the scene was not opened');
    const entries = (await (await this.ledger()).history('production', 1_000)).reverse();
    const observed = await this.#target.inspect();
    const answers: string[] = [];
    for (let i = 0; i < 20; i++) answers.push(await (await fetch(`http://127.0.0.1:${this.port}/`)).text());
    const { requests, failed, lost } = await this.#load.seen();
    return {
      ...{ entries, observed, answers: [...new Set(answers)], effects: this.effects() },
      ...{ told: this.#stage.notices.of(`/${this.#name}`), load: { requests, failed, lost } },
      story: lines<Life>(join(this.#folder, 'story')),
    };
  }

  async remove(): Promise<void> {
    await this.#load?.end();
    await this.#home.remove();
  }
}

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
