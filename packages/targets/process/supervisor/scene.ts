import type { IncomingMessage } from 'node:http';
import { atomicWrite } from '@fairway/runtime/files';
import type { Identity } from '../identity.ts';
import type { Layout } from '../paths.ts';
import type { Instance, Launch, Pin, State } from '../state.ts';
import { App } from './app.ts';
import { Balance } from './balance.ts';
import { isPinned } from './pinned.ts';
import { prune } from './prune.ts';

export interface SceneOptions {
  readonly layout: Layout;
  readonly token: string;
  readonly identity: Identity;
}

/** The releases of one environment and their traffic, and how they stand on disk. */
export class Scene {
  live: App | undefined;
  candidate: App | undefined;
  staging: App | undefined;
  readonly ending = new Set<App>();
  /** Percent of requests that the candidate gets. */
  weight = 0;
  pins: readonly Pin[] = [];
  previous: string | undefined;
  /** Kept although nothing listens there for now. */
  port: number | undefined;
  sidePort: number | undefined;
  adminPort = 0;
  readonly #options: SceneOptions;
  readonly #balance = new Balance<App>();
  #writes: Promise<void> = Promise.resolve();
  #frozen = false;

  constructor(options: SceneOptions) {
    this.#options = options;
  }

  get empty(): boolean {
    return this.apps().length === 0;
  }

  apps(): App[] {
    const { live, candidate, staging, ending } = this;
    return [live, candidate, staging, ...ending].filter((app) => app !== undefined);
  }

  /** The release that takes this request. A candidate that is down gets none because of a pin. */
  next(request: IncomingMessage): App | undefined {
    const { candidate } = this;
    if (candidate?.running && isPinned(request, this.pins)) return candidate;
    return this.#balance.next();
  }

  /** Shifts the traffic to where the fields say. */
  route(): void {
    const { live, candidate, weight } = this;
    this.#balance.set([
      ...(live ? [{ item: live, weight: 100 - weight }] : []),
      ...(candidate ? [{ item: candidate, weight }] : []),
    ]);
  }

  newApp(launch: Launch, adopt?: Instance): App {
    const save = () => this.save();
    return new App({ launch, logs: this.#options.layout.logs, save, ...(adopt ? { adopt } : {}) });
  }

  /** One write after another, each with the state of its moment. */
  save(): Promise<void> {
    if (this.#frozen) return Promise.resolve();
    const content = `${JSON.stringify(this.#state(), null, 2)}\n`;
    const write = this.#writes.then(() => atomicWrite(this.#options.layout.state, content));
    this.#writes = write.catch(() => undefined);
    return write;
  }

  /** From now on the state on disk stays as it is. Resolves when it is written. */
  async freeze(): Promise<void> {
    this.#frozen = true;
    await this.#writes;
  }

  /** Finishes its requests, then ends. Must get no new ones any more. */
  async retire(app: App): Promise<void> {
    await app.drained();
    await this.end(app);
    const keep = [this.live?.launch.digest, this.candidate?.launch.digest, this.previous];
    prune(
      this.#options.layout,
      keep.filter((digest) => digest !== undefined),
    );
  }

  async end(app: App): Promise<void> {
    await app.stop();
    this.ending.delete(app);
    // What is written is at worst a process that has ended: the next supervisor sees that it is gone.
    await this.save().catch((error: unknown) => console.error('state not written:', error));
  }

  #state(): State {
    const { port, sidePort, adminPort, live, candidate, staging, weight, pins, previous } = this;
    return {
      schema: 1,
      token: this.#options.token,
      supervisor: this.#options.identity,
      adminPort,
      weight,
      ending: [...this.ending].map((app) => app.instance()),
      ...(port === undefined ? {} : { port }),
      ...(sidePort === undefined ? {} : { sidePort }),
      ...(live ? { live: live.instance() } : {}),
      ...(candidate ? { candidate: candidate.instance() } : {}),
      ...(staging ? { staging: staging.instance() } : {}),
      ...(pins.length ? { pins } : {}),
      ...(previous ? { previous } : {}),
    };
  }
}
