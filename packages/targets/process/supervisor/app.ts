import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '@fairway/runtime/errors';
import { type Identity, identify, isAlive, portHolders, processesWith, signalGroup } from '../identity.ts';
import type { Instance, Launch, Seen } from '../state.ts';
import { ANSWER_WITHIN, freePort, isFree, probe } from './health.ts';
import { logSize, logTail, openLog } from './logs.ts';

export const INSTANCE = 'FAIRWAY_INSTANCE';
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 10_000;
/** How many ports a release is tried on. */
const PORTS = 3;
/** A process that lived this long was no crash loop: the next pause is short again. */
const SETTLED = 30_000;

export interface AppOptions {
  readonly launch: Launch;
  readonly logs: string;
  /** Writes the state; called before and after a process is started. */
  readonly save: () => Promise<void>;
  /** Taken over from a dead supervisor. */
  readonly adopt?: Instance;
}

/** One release as a process: started, watched, started again when it crashes, ended. */
export class App {
  readonly launch: Launch;
  readonly token: string;
  readonly log: string;
  port: number;
  restarts: number;
  /** Requests the proxy has handed to it that are not answered yet. */
  inFlight = 0;
  identity: Identity | undefined;
  /** Why there is no process now. */
  #down: string | undefined;
  #ended = false;
  #wanted = true;
  #restart = false;
  #logStart = 0;
  #startedAt = 0;
  #pause = FIRST_PAUSE;
  #timer: NodeJS.Timeout | undefined;
  readonly #save: () => Promise<void>;

  constructor({ launch, logs, save, adopt }: AppOptions) {
    this.launch = launch;
    this.token = adopt?.token ?? randomBytes(12).toString('hex');
    this.log = join(logs, `${launch.id}.log`);
    this.port = adopt?.port ?? 0;
    this.restarts = adopt?.restarts ?? 0;
    this.#save = save;
  }

  get running(): boolean {
    return this.identity !== undefined && this.#down === undefined;
  }

  instance(): Instance {
    const { launch, token, port, restarts, identity } = this;
    return { launch, token, port, restarts, ...(identity ? { identity } : {}) };
  }

  async seen(): Promise<Seen> {
    const { id, digest, version, commit, settings, health } = this.launch;
    const reason = this.running ? await probe(this.port, health) : (this.#down ?? 'it is not running');
    return {
      ...{ id, digest, version, commit, settings },
      pid: this.running ? this.identity?.pid : undefined,
      port: this.port,
      restarts: this.restarts,
      inFlight: this.inFlight,
      healthy: reason === undefined,
      ...(reason === undefined ? {} : { reason }),
    };
  }

  /** From now on a process that ends by itself is started again. */
  keepRunning(): void {
    this.#restart = true;
    if (!this.running && this.#wanted) this.#startAgain();
  }

  /** Takes over a process that outlived its supervisor. */
  adopt(identity: Identity): void {
    this.identity = identity;
    this.#startedAt = Date.now();
    this.#logStart = logSize(this.log);
    const watch = setInterval(() => {
      if (this.identity !== identity) return clearInterval(watch);
      if (isAlive(identity)) return;
      clearInterval(watch);
      this.#exited('it ended');
    }, 250);
    watch.unref();
  }

  async start(save = this.#save): Promise<void> {
    // The same one after a crash: what scrapes the release knows it by its port.
    if (this.port === 0 || !(await isFree(this.port))) this.port = await freePort();
    this.#logStart = logSize(this.log);
    this.identity = undefined;
    await save();
    if (!this.#wanted) return;
    this.#spawn();
    await save();
  }

  #spawn(): void {
    const { argv, cwd, env } = this.launch;
    const log = openLog(this.log);
    try {
      const child = spawn(argv[0] ?? '', argv.slice(1), {
        cwd,
        env: { ...env, PORT: String(this.port), [INSTANCE]: this.token },
        detached: true,
        stdio: ['ignore', log, log],
      });
      this.#down = undefined;
      this.#startedAt = Date.now();
      child.on('error', (error) => this.#exited(`it could not be started: ${error.message}`));
      child.on('exit', (code, signal) =>
        this.#exited(`it ended with ${signal ? `signal ${signal}` : `exit code ${code}`}`),
      );
      if (child.pid !== undefined)
        this.identity = identify(child.pid) ?? { pid: child.pid, started: 'ended' };
    } finally {
      closeSync(log);
    }
  }

  #exited(reason: string): void {
    this.#down = reason;
    this.identity = undefined;
    killStrays(this.token);
    if (this.#restart && this.#wanted) this.#startAgain();
  }

  #startAgain(): void {
    if (Date.now() - this.#startedAt > SETTLED) this.#pause = FIRST_PAUSE;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.restarts++;
      // A state that cannot be written must not keep the release down: by its token it is known all the same.
      const save = () => this.#save().catch((error: unknown) => console.error('state not written:', error));
      this.start(save).catch((error: unknown) => {
        console.error(`restart of ${this.launch.id}:`, error);
        if (!this.running && this.#wanted) this.#startAgain();
      });
    }, this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
  }

  /** Until health answers 2xx. Throws the cause with the release's last log lines. */
  async ready(signal: AbortSignal): Promise<void> {
    for (let tries = 1; ; tries++) {
      const problem = await this.#answers(signal);
      if (problem === undefined) return;
      if (tries === PORTS || this.running || !(await this.#lostPort())) throw this.#unready(problem);
      console.error(`${this.launch.id}: port ${this.port} was taken before it listened; it gets another`);
      await this.start();
    }
  }

  /** undefined: it does. Otherwise why it does not. */
  async #answers(signal: AbortSignal): Promise<string | undefined> {
    const { health, readyWithin } = this.launch;
    const end = Date.now() + readyWithin;
    for (;;) {
      signal.throwIfAborted();
      if (!this.running) return this.#down ?? 'it is not running';
      const left = Math.max(50, Math.min(ANSWER_WITHIN, end - Date.now()));
      const reason = (await probe(this.port, health, left)) ?? this.#foreign();
      if (reason === undefined && this.running) return undefined;
      if (Date.now() >= end) return `${reason} after ${readyWithin / 1_000}s`;
      await sleep(Math.min(100, Math.max(1, end - Date.now())), undefined, { signal });
    }
  }

  /** Whether somebody else answers on its port. */
  #foreign(): string | undefined {
    const holders = portHolders(this.port);
    const [other] = holders;
    // A program may write over its own environment, in which we look for the token; its pid says as much.
    const own = [this.identity?.pid, ...processesWith(INSTANCE, this.token).map(({ pid }) => pid)];
    if (!other || holders.some(({ pid }) => own.includes(pid))) return undefined;
    const { pid, command } = other;
    return `port ${this.port} answers for pid ${pid} (${command}), not for ${this.launch.version}`;
  }

  /** Between the choice of a port and the release's own listen anybody may take it. */
  async #lostPort(): Promise<boolean> {
    const said = /EADDRINUSE|address (is )?already in use/i.test(logTail(this.log, this.#logStart));
    return said || !(await isFree(this.port));
  }

  #unready(reason: string): UserError {
    const { version, digest } = this.launch;
    const tail = logTail(this.log, this.#logStart);
    return new UserError(
      `release ${version} (${digest.slice(0, 19)}) did not become ready: ${reason}${
        tail ? `\nIts last log lines:\n${tail}` : '\nIt wrote nothing to its log.'
      }`,
      { where: this.log, mend: 'mend the release, or its health path and ready-within, and deploy again' },
    );
  }

  /** Waits until its requests are answered, at most `drain` ms. */
  async drained(drain = this.launch.drain): Promise<void> {
    for (const end = Date.now() + drain; this.inFlight > 0 && Date.now() < end; ) await sleep(10);
  }

  /** SIGTERM to it and its children, SIGKILL when it is still there after the grace. */
  async stop(): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    if (this.#ended) return;
    const { identity } = this;
    if (identity && isAlive(identity)) {
      signalGroup(identity, 'SIGTERM');
      for (const end = Date.now() + Math.max(5_000, this.launch.drain); isAlive(identity); ) {
        if (Date.now() > end) signalGroup(identity, 'SIGKILL');
        await sleep(20);
      }
    }
    killStrays(this.token);
    this.#ended = true;
  }
}

/** What a process that is gone left running. */
export function killStrays(token: string): void {
  for (const { pid } of processesWith(INSTANCE, token)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended meanwhile.
    }
  }
}
