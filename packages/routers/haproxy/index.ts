import { UserError } from '@fairway/runtime/errors';
import type { Target, TargetContext } from '@fairway/targets';
import type { Pin, Router, RouterDriver } from '../types.ts';
import type { HaproxyConfig } from './config.ts';
import { placeCandidate, refuseOthers, refuseWithoutLive, refuseWrongLive } from './guards.ts';
import { readPins, writePins } from './pins.ts';
import { effective, type Pair, pairOf, readServers } from './servers.ts';
import { percentFor, sameShare, type Weights, weightsFor } from './share.ts';
import { RuntimeSocket } from './socket.ts';

/** A running HAProxy in front of the target, by its runtime API. */
export const haproxyRouter: RouterDriver<HaproxyConfig> = {
  type: 'haproxy',
  open: (config, context, target) => new HaproxyRouter(config, context, target),
};

/** Between two looks at the requests that are still under way, in ms. */
const LOOK = 25;

/**
 * Splits a backend between two servers by their weights. Weights are lost when HAProxy reloads: `weight()`
 * tells what holds, always from HAProxy itself.
 */
export class HaproxyRouter implements Router {
  readonly type = 'haproxy';
  readonly #config: HaproxyConfig;
  readonly #context: TargetContext;
  readonly #target: Target;
  readonly #socket: RuntimeSocket;
  /** What was set here last: two percentages may need the same weights. */
  #set: { percent: number; weights: Weights } | undefined;

  constructor(config: HaproxyConfig, context: TargetContext, target: Target) {
    this.#config = config;
    this.#context = context;
    this.#target = target;
    this.#socket = new RuntimeSocket(config.socket);
  }

  async setWeight(percent: number, signal: AbortSignal): Promise<void> {
    const weights = weightsFor(percent);
    const before = await this.#read(signal);
    const had = effective(before.candidate);
    if (percent < 100 && (percent > 0 || had > 0)) refuseWithoutLive(before, this.#config, this.#socket.at);
    if (percent > 0) {
      refuseOthers(before, this.#config, this.#context.ports.log);
      refuseWrongLive(before, this.#target, this.#config, this.#socket.at);
      await this.#place(before, percent, signal);
    }
    await this.#setWeights(weights, signal);
    this.#set = { percent, weights };
    const now = await this.#read(signal);
    const held = { live: now.live.weight, candidate: now.candidate.weight };
    const up = percent === 0 || now.candidate.condition === 'up';
    if (!sameShare(held, weights) || !up) throw this.#differs(percent, now);
    if (percent === 0 && had > 0) await this.#drained(now, signal);
  }

  async weight(signal?: AbortSignal): Promise<number> {
    const { live, candidate, others } = await this.#read(signal);
    const rest = others.filter(({ backup }) => !backup).reduce((sum, one) => sum + effective(one), 0);
    const held = { live: effective(live) + rest, candidate: effective(candidate) };
    if (held.candidate === 0 && held.live === 0) {
      throw new UserError(`no server of backend ${this.#config.backend} takes requests`, {
        where: this.#socket.at,
        mend: `see \`show servers state ${this.#config.backend}\`, and make server ${live.name} ready`,
      });
    }
    if (this.#set && sameShare(this.#set.weights, held)) return this.#set.percent;
    return percentFor(held);
  }

  async setPins(pins: readonly Pin[], signal: AbortSignal): Promise<void> {
    // The candidate must be reachable before the first request is sent there.
    const before = await this.#read(signal);
    if (pins.length) await this.#place(before, undefined, signal);
    await writePins(this.#socket, this.#config.backend, pins, signal);
    if (pins.length === 0) await this.#drained(before, signal);
  }

  pins(signal?: AbortSignal): Promise<readonly Pin[]> {
    return readPins(this.#socket, this.#config.backend, signal);
  }

  async finalize(signal: AbortSignal): Promise<void> {
    const { backend, candidate } = this.#config;
    await writePins(this.#socket, backend, [], signal);
    const before = await this.#read(signal);
    const had = effective(before.candidate);
    if (had > 0) refuseWithoutLive(before, this.#config, this.#socket.at);
    // What haproxy.cfg says, so that a reload changes nothing.
    const live = before.live.configured || 100;
    if (before.candidate.weight > 0 || before.live.weight !== live) {
      await this.#setWeights({ live, candidate: 0 }, signal);
    }
    const after = await this.#read(signal);
    if (after.candidate.condition !== 'maintenance') {
      await this.#drained(after, signal);
      await this.#socket.change([`set server ${backend}/${candidate} state maint`], signal);
    }
    const now = await this.#read(signal);
    if (now.candidate.weight > 0 || now.candidate.condition !== 'maintenance') throw this.#differs(0, now);
  }

  async #read(signal?: AbortSignal): Promise<Pair> {
    const servers = await readServers(this.#socket, this.#config.backend, signal);
    return pairOf(servers, this.#config, this.#socket.at);
  }

  /** Points its server to the candidate, ready; `percent`: what it is to get, undefined for pins only. */
  async #place(before: Pair, percent: number | undefined, signal: AbortSignal): Promise<void> {
    const change = await placeCandidate(before, percent, {
      target: this.#target,
      config: this.#config,
      at: this.#socket.at,
      signal,
    });
    await this.#socket.change(change, signal, /(changed from|no need to change)/);
  }

  #setWeights({ live, candidate }: Weights, signal: AbortSignal): Promise<void> {
    const set = (name: string, weight: number) =>
      `set server ${this.#config.backend}/${name} weight ${weight}`;
    const [one, two] = [set(this.#config.live, live), set(this.#config.candidate, candidate)];
    // At no moment may both be 0.
    return this.#socket.change(candidate === 0 ? [one, two] : [two, one], signal);
  }

  /**
   * Until the candidate has answered what it was given, or its time is over; at once while it still gets
   * requests by weight or by a pin.
   */
  async #drained(pair: Pair, signal: AbortSignal): Promise<void> {
    const { clock } = this.#context.ports;
    if (pair.candidate.weight > 0 || pair.candidate.sessions === 0) return;
    if ((await this.pins(signal)).length) return;
    for (const end = clock.now() + this.#config.drain; clock.now() < end; await clock.sleep(LOOK, signal)) {
      if ((await this.#read(signal)).candidate.sessions === 0) return;
    }
  }

  #differs(percent: number, { live, candidate }: Pair): UserError {
    const tell = ({ name, condition, weight }: Pair['live']) =>
      `${name} is ${condition} with weight ${weight}`;
    return new UserError(
      `HAProxy does not hold the ${percent}% it was given: ${tell(live)}, ${tell(candidate)}`,
      {
        where: `${this.#config.backend} at ${this.#socket.at}`,
        mend: 'see who else changes its servers, what its health checks say, and run this again',
      },
    );
  }
}
