import { existsSync } from 'node:fs';
import { UserError } from '@fairway/runtime/errors';
import { atomicWrite } from '@fairway/runtime/files';
import type { Identity } from '../identity.ts';
import type { Layout } from '../paths.ts';
import type { Launch, Seen, State, Status } from '../state.ts';
import { App } from './app.ts';
import { Balance } from './balance.ts';
import type { Row } from './prometheus.ts';
import { FrontDoor } from './proxy.ts';
import { prune } from './prune.ts';
import { Stats, type Window } from './stats.ts';

export interface SupervisorOptions {
  readonly layout: Layout;
  readonly token: string;
  readonly identity: Identity;
}

/** Who asks for an operation: `run 12 of storefront`, for messages to others. */
export interface Asker {
  readonly owner: string;
  readonly signal: AbortSignal;
}

/** How many revisions' figures are kept. */
const FIGURES = 6;

/** Runs the releases of one environment. One operation at a time; each effect is on disk before it is made. */
export class Supervisor {
  readonly #layout: Layout;
  readonly #token: string;
  readonly #identity: Identity;
  readonly proxy: FrontDoor;
  readonly balance = new Balance<App>();
  adminPort = 0;
  portProblem: string | undefined;
  /** Kept although nothing listens there for now. */
  port: number | undefined;
  live: App | undefined;
  candidate: App | undefined;
  staging: App | undefined;
  readonly ending = new Set<App>();
  weight = 0;
  previous: string | undefined;
  #operation: string | undefined;
  readonly #stats = new Map<string, Stats>();
  #writes: Promise<void> = Promise.resolve();
  #closed = false;

  constructor({ layout, token, identity }: SupervisorOptions) {
    this.#layout = layout;
    this.#token = token;
    this.#identity = identity;
    this.proxy = new FrontDoor({
      pick: () => this.balance.next(),
      record: ({ launch }, status, ms) => this.#statsOf(launch.digest).record(Date.now(), status, ms),
    });
  }

  get idle(): boolean {
    return !this.live && !this.candidate && !this.staging && this.ending.size === 0 && !this.#operation;
  }

  /** Refused by name while another one is under way. */
  async exclusive<T>(what: string, { owner }: Asker, body: () => Promise<T>): Promise<T> {
    if (this.#operation) {
      throw new UserError(`another operation is under way here: ${this.#operation}`, {
        mend: 'wait until it has ended, then try again',
      });
    }
    this.#operation = `${what} for ${owner}, since ${new Date().toISOString()}`;
    try {
      return await body();
    } finally {
      this.#operation = undefined;
    }
  }

  /** Takes a release live: staged, then promoted. The same digest, healthy and alone, is left as it is. */
  async apply(port: number, launch: Launch, { signal }: Asker): Promise<Seen> {
    await this.#listen(port);
    if (this.live?.launch.digest === launch.digest && (await this.live.seen()).healthy) {
      await this.#discard();
      return await this.live.seen();
    }
    const app = await this.#ready(launch, signal);
    signal.throwIfAborted();
    return await this.#promote(app);
  }

  /** Starts a candidate beside the live release; one of this digest that is healthy stays, with its weight. */
  async stage(port: number, launch: Launch, { signal }: Asker): Promise<Seen> {
    await this.#listen(port);
    if (this.live?.launch.digest === launch.digest && (await this.live.seen()).healthy) {
      await this.#discard();
      return await this.live.seen();
    }
    return await (await this.#ready(launch, signal)).seen();
  }

  async promote(digest: string): Promise<Seen> {
    const { live, candidate } = this;
    if (candidate?.launch.digest === digest) {
      const { healthy, reason, version } = await candidate.seen();
      if (healthy) return await this.#promote(candidate);
      throw new UserError(`the candidate ${version} is not healthy: ${reason}; it was not promoted`, {
        mend: 'discard it, or wait until it is healthy',
      });
    }
    if (live?.launch.digest === digest && !candidate) return await live.seen();
    const there = candidate ? `the candidate is ${candidate.launch.digest}` : 'there is no candidate';
    throw new UserError(`${digest} cannot be promoted: ${there}`, { mend: 'stage that release first' });
  }

  discard(): Promise<void> {
    return this.#discard();
  }

  async setWeight(percent: number): Promise<number> {
    if (!(percent >= 0 && percent <= 100)) throw new UserError(`${percent} is no weight: 0 to 100`);
    if (!this.candidate && percent > 0) {
      throw new UserError(`there is no candidate to give ${percent}% of the requests to`, {
        mend: 'stage a release first',
      });
    }
    const { healthy, reason, version } = (await this.candidate?.seen()) ?? { healthy: true };
    if (percent > this.weight && !healthy) {
      throw new UserError(
        `the candidate ${version} is not healthy: ${reason}; its weight stays ${this.weight}%`,
        {
          mend: 'discard it, or wait until it is healthy',
        },
      );
    }
    const before = this.weight;
    this.weight = this.candidate ? percent : 0;
    await this.save().catch((error: unknown) => {
      this.weight = before;
      throw error;
    });
    this.route();
    return this.weight;
  }

  /** Ends everything. The state stays unless `forget`: the next supervisor starts the releases again. */
  async shutdown(forget: boolean): Promise<void> {
    this.#closed = !forget;
    this.proxy.close();
    const apps = [this.staging, this.candidate, this.live, ...this.ending].filter((app) => app !== undefined);
    await Promise.all(apps.map((app) => app.stop()));
    if (!forget) return;
    this.live = this.candidate = this.staging = undefined;
    this.ending.clear();
  }

  async status(): Promise<Status> {
    const [live, candidate] = await Promise.all([this.live?.seen(), this.candidate?.seen()]);
    return {
      pid: process.pid,
      port: this.port,
      adminPort: this.adminPort,
      weight: this.weight,
      ...(this.portProblem ? { portProblem: this.portProblem } : {}),
      ...(live ? { live } : {}),
      ...(candidate ? { candidate } : {}),
      ...(this.previous ? { previous: this.previous } : {}),
      ...(this.#operation ? { operation: this.#operation } : {}),
    };
  }

  /** undefined: there is no such side. */
  window(side: 'live' | 'candidate', from: number, to: number): Window | 'too-old' | undefined {
    const app = this[side];
    if (!app) return undefined;
    return this.#statsOf(app.launch.digest).window(from, to, Date.now()) ?? 'too-old';
  }

  rows(): Row[] {
    const apps = [this.live, this.candidate, ...this.ending].filter((app) => app !== undefined);
    return apps.map((app) => ({
      stats: this.#statsOf(app.launch.digest),
      labels: {
        revision: app.launch.id,
        version: app.launch.version,
        side: app === this.live ? 'live' : app === this.candidate ? 'candidate' : 'ending',
      },
      inFlight: app.inFlight,
      restarts: app.restarts,
    }));
  }

  /** Traffic as the state says it. */
  route(): void {
    const { live, candidate, weight } = this;
    this.balance.set([
      ...(live ? [{ item: live, weight: 100 - weight }] : []),
      ...(candidate ? [{ item: candidate, weight }] : []),
    ]);
  }

  state(): State {
    const { port, adminPort, live, candidate, staging, weight, previous } = this;
    return {
      schema: 1,
      token: this.#token,
      supervisor: this.#identity,
      adminPort,
      weight,
      ending: [...this.ending].map((app) => app.instance()),
      ...(port === undefined ? {} : { port }),
      ...(live ? { live: live.instance() } : {}),
      ...(candidate ? { candidate: candidate.instance() } : {}),
      ...(staging ? { staging: staging.instance() } : {}),
      ...(previous ? { previous } : {}),
    };
  }

  /** One write after another, each with the state of its moment. */
  save(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    const content = `${JSON.stringify(this.state(), null, 2)}\n`;
    const write = this.#writes.then(() => atomicWrite(this.#layout.state, content));
    this.#writes = write.catch(() => undefined);
    return write;
  }

  newApp(launch: Launch, adopt?: State['live']): App {
    const save = () => this.save();
    return new App({ launch, logs: this.#layout.logs, save, ...(adopt ? { adopt } : {}) });
  }

  async #listen(port: number): Promise<void> {
    await this.proxy.listen(port);
    this.port = port;
    this.portProblem = undefined;
    await this.save();
  }

  async #ready(launch: Launch, signal: AbortSignal): Promise<App> {
    const { candidate } = this;
    if (candidate?.launch.digest === launch.digest && (await candidate.seen()).healthy) return candidate;
    await this.#discard();
    if (!existsSync(launch.cwd)) {
      throw new UserError(`the working folder ${launch.cwd} is not in the unpacked image`, {
        mend: 'check `workdir` of the image; or deploy again if the folder was removed meanwhile',
      });
    }
    const app = this.newApp(launch);
    this.staging = app;
    try {
      await app.start();
      await app.ready(signal);
      this.staging = undefined;
      this.candidate = app;
      this.weight = 0;
      await this.save();
    } catch (error) {
      this.staging = this.candidate = undefined;
      await this.#end(app);
      throw error;
    }
    this.route();
    app.keepRunning();
    return app;
  }

  /** Written first, then switched: at no moment is a request without a release. */
  async #promote(app: App): Promise<Seen> {
    const before = { live: this.live, previous: this.previous, weight: this.weight };
    this.live = app;
    this.candidate = undefined;
    this.weight = 0;
    if (before.live) {
      this.ending.add(before.live);
      if (before.live.launch.digest !== app.launch.digest) this.previous = before.live.launch.digest;
    }
    try {
      await this.save();
    } catch (error) {
      if (before.live) this.ending.delete(before.live);
      Object.assign(this, before, { candidate: app });
      throw error;
    }
    this.route();
    if (before.live) await this.#drainAndEnd(before.live);
    this.#prune();
    return await app.seen();
  }

  /** Traffic to 0 first, then no candidate. */
  async #discard(): Promise<void> {
    const { candidate } = this;
    if (!candidate) return;
    this.weight = 0;
    this.candidate = undefined;
    this.ending.add(candidate);
    this.route();
    await this.save();
    await this.#drainAndEnd(candidate);
    this.#prune();
  }

  async #drainAndEnd(app: App): Promise<void> {
    await app.drained();
    await this.#end(app);
  }

  async #end(app: App): Promise<void> {
    await app.stop();
    this.ending.delete(app);
    // What is written is at worst a process that has ended: the next supervisor sees that it is gone.
    await this.save().catch((error: unknown) => console.error('state not written:', error));
  }

  #prune(): void {
    const keep = [this.live?.launch.digest, this.candidate?.launch.digest, this.previous];
    prune(
      this.#layout,
      keep.filter((digest) => digest !== undefined),
    );
  }

  #statsOf(digest: string): Stats {
    const known = this.#stats.get(digest);
    if (known) return known;
    const made = new Stats();
    this.#stats.set(digest, made);
    const inUse = new Set(this.#inUse());
    for (const key of this.#stats.keys()) {
      if (this.#stats.size <= FIGURES) break;
      if (key !== digest && !inUse.has(key)) this.#stats.delete(key);
    }
    return made;
  }

  #inUse(): string[] {
    return [this.live, this.candidate, ...this.ending].flatMap((app) => (app ? [app.launch.digest] : []));
  }
}
