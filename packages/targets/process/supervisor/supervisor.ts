import { existsSync } from 'node:fs';
import { UserError } from '@fairway/runtime/errors';
import type { Launch, Pin, Seen, Status } from '../state.ts';
import type { App } from './app.ts';
import { Figures } from './figures.ts';
import { freePort } from './health.ts';
import type { Row } from './prometheus.ts';
import { FrontDoor } from './proxy.ts';
import type { Scene } from './scene.ts';
import { saveOr, setPins, setWeight } from './split.ts';
import type { Span, Window } from './stats.ts';

/** Who asks for an operation: `run 12 of storefront`, for messages to others. */
export interface Asker {
  readonly owner: string;
  readonly signal: AbortSignal;
}

const isSame = (one: Launch, other: Launch): boolean =>
  one.digest === other.digest && one.settings === other.settings;

/** What can be done with the releases of one environment. One operation at a time. */
export class Supervisor {
  readonly scene: Scene;
  readonly door: FrontDoor;
  /** For a router outside: always the candidate, or what is live when there is none. */
  readonly sideDoor: FrontDoor;
  /** Why nothing listens on the port. */
  portProblem: string | undefined;
  readonly #figures = new Figures();
  #operation: string | undefined;

  constructor(scene: Scene) {
    this.scene = scene;
    const record = ({ launch }: App, status: number, ms: number) =>
      this.#figures.of(launch).record(Date.now(), status, ms);
    this.door = new FrontDoor({ pick: (incoming) => scene.next(incoming), record });
    this.sideDoor = new FrontDoor({ pick: () => scene.candidate ?? scene.live, record });
  }

  get idle(): boolean {
    return this.scene.empty && !this.#operation;
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

  /** Takes a release live: staged, then promoted. The same one, healthy and alone, is left as it is. */
  async apply(port: number, launch: Launch, { signal }: Asker): Promise<Seen> {
    const served = await this.#prepare(port, launch);
    if (served) return served;
    const app = await this.#ready(launch, signal);
    try {
      signal.throwIfAborted();
      return await this.#promote(app);
    } catch (error) {
      // Nobody asked for a candidate.
      if (this.scene.candidate === app) await this.discard();
      throw error;
    }
  }

  /** Starts a candidate beside the live release; one of this digest that is healthy stays, with its weight. */
  async stage(port: number, launch: Launch, { signal }: Asker): Promise<Seen> {
    return (await this.#prepare(port, launch)) ?? (await (await this.#ready(launch, signal)).seen());
  }

  async promote(digest: string): Promise<Seen> {
    const { live, candidate } = this.scene;
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

  /** Traffic to 0 first, then no candidate. */
  async discard(): Promise<void> {
    const { scene } = this;
    const { candidate } = scene;
    if (!candidate) return;
    scene.weight = 0;
    scene.pins = [];
    scene.candidate = undefined;
    scene.ending.add(candidate);
    scene.route();
    // Traffic is away already, and nothing brings it back: a disk that is full does not keep a candidate.
    await scene.save().catch((error: unknown) => console.error('state not written:', error));
    await scene.retire(candidate);
  }

  setWeight(percent: number): Promise<number> {
    return setWeight(this.scene, percent);
  }

  setPins(pins: readonly Pin[]): Promise<void> {
    return setPins(this.scene, pins);
  }

  /** On the port it had, so that a router that was told of it need not be told again; else on a free one. */
  async openSideDoor(): Promise<void> {
    const { sideDoor, scene } = this;
    if (sideDoor.port !== undefined) return;
    const known = scene.sidePort;
    if (known !== undefined)
      await sideDoor.listen(known).catch((error: Error) => console.error(error.message));
    if (sideDoor.port === undefined) await sideDoor.listen(await freePort());
    scene.sidePort = sideDoor.port;
  }

  /** Ends everything. The state stays unless `forget`: the next supervisor starts the releases again. */
  async shutdown(forget: boolean): Promise<void> {
    await this.scene.freeze();
    this.door.close();
    this.sideDoor.close();
    await Promise.all(this.scene.apps().map((app) => app.stop()));
    if (forget) this.scene.ending.clear();
  }

  async status(): Promise<Status> {
    const { port, sidePort, adminPort, weight, pins, previous, ...scene } = this.scene;
    const [live, candidate] = await Promise.all([scene.live?.seen(), scene.candidate?.seen()]);
    return {
      ...{ pid: process.pid, port, adminPort, weight, pins },
      ...(sidePort === undefined ? {} : { sidePort }),
      ...(this.portProblem ? { portProblem: this.portProblem } : {}),
      ...(live ? { live } : {}),
      ...(candidate ? { candidate } : {}),
      ...(previous ? { previous } : {}),
      ...(this.#operation ? { operation: this.#operation } : {}),
    };
  }

  /**
   * What the release of this digest answered: the one on that side, or wherever it stands by now. undefined:
   * it does not run here.
   */
  window(side: 'live' | 'candidate', digest: string, span: Span): Window | 'too-old' | undefined {
    const { scene } = this;
    const app = [scene[side], ...scene.apps()].find((one) => one?.launch.digest === digest);
    return app && (this.#figures.of(app.launch).window(span.from, span.to, Date.now()) ?? 'too-old');
  }

  rows(): Row[] {
    const { live, candidate } = this.scene;
    return this.scene.apps().map((app) => ({
      stats: this.#figures.of(app.launch),
      labels: {
        revision: app.launch.id,
        version: app.launch.version,
        side: app === live ? 'live' : app === candidate ? 'candidate' : 'ending',
      },
      inFlight: app.inFlight,
      restarts: app.restarts,
    }));
  }

  /** Listens first, so that a taken port changes nothing. What is served already when it is the wanted one. */
  async #prepare(port: number, launch: Launch): Promise<Seen | undefined> {
    await this.door.listen(port);
    await this.openSideDoor();
    this.scene.port = port;
    this.portProblem = undefined;
    await this.scene.save();
    const { live } = this.scene;
    if (!live || !isSame(live.launch, launch) || !(await live.seen()).healthy) return undefined;
    await this.discard();
    return await live.seen();
  }

  async #ready(launch: Launch, signal: AbortSignal): Promise<App> {
    const { scene } = this;
    const { candidate } = scene;
    if (candidate && isSame(candidate.launch, launch) && (await candidate.seen()).healthy) return candidate;
    await this.discard();
    if (!existsSync(launch.cwd)) {
      throw new UserError(`the working folder ${launch.cwd} is not in the unpacked image`, {
        mend: 'check `workdir` of the image; or deploy again if the folder was removed meanwhile',
      });
    }
    const app = scene.newApp(launch);
    scene.staging = app;
    try {
      await app.start();
      await app.ready(signal);
      scene.staging = undefined;
      Object.assign(scene, { candidate: app, weight: 0, pins: [] });
      await scene.save();
    } catch (error) {
      scene.staging = scene.candidate = undefined;
      await scene.end(app);
      throw error;
    }
    scene.route();
    app.keepRunning();
    return app;
  }

  /** Written first, then switched: at no moment is a request without a release. */
  async #promote(app: App): Promise<Seen> {
    const { scene } = this;
    const { live: old, previous, weight, pins } = scene;
    const before = { live: old, previous, weight, pins };
    Object.assign(scene, { live: app, candidate: undefined, weight: 0, pins: [] });
    if (old) {
      scene.ending.add(old);
      if (old.launch.digest !== app.launch.digest) scene.previous = old.launch.digest;
    }
    await saveOr(scene, () => {
      if (old) scene.ending.delete(old);
      Object.assign(scene, before, { candidate: app });
    });
    scene.route();
    this.#figures.prune(scene.apps().map(({ launch }) => launch));
    if (old) await scene.retire(old);
    return await app.seen();
  }
}
