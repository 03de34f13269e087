import type { Release } from '@fairway/ledger';
import { UserError } from '@fairway/runtime/errors';
import type {
  Observed,
  Plan,
  Revision,
  Target,
  TargetContext,
  TargetDriver,
  Verification,
} from '../types.ts';

/** What a memory target remembers; two targets with the same world are the same place. */
export interface MemoryWorld {
  live?: Release;
  candidate?: Release;
  weight: number;
  /** Every effect in order: `stage 1.2.0`, `weight 25`, `promote 1.2.0`. */
  readonly effects: string[];
}

export interface MemoryConfig {
  readonly world: MemoryWorld;
  /** Whether a release becomes ready; default: yes. */
  readonly healthy?: (release: Release) => boolean;
  /** Milliseconds until it does. */
  readonly startsIn?: (release: Release) => number;
}

export const memoryWorld = (): MemoryWorld => ({ weight: 0, effects: [] });

export const memoryDriver: TargetDriver<MemoryConfig> = {
  type: 'memory',
  open: (config, context) => new MemoryTarget(config, context),
};

/** A target without processes, for tests of what uses targets. Keeps the same rules as a real one. */
export class MemoryTarget implements Target {
  readonly type = 'memory';
  readonly url = undefined;
  readonly capabilities = { stage: true, weights: true };
  readonly location: string;
  readonly #config: MemoryConfig;
  readonly #world: MemoryWorld;
  readonly #context: TargetContext;

  constructor(config: MemoryConfig, context: TargetContext) {
    this.#config = config;
    this.#world = config.world;
    this.#context = context;
    this.location = `memory target ${context.environment} of ${context.app}`;
  }

  async inspect(): Promise<Observed> {
    const { live, candidate, weight } = this.#world;
    return {
      ...(live ? { live: this.#seen(live) } : {}),
      ...(candidate ? { candidate: this.#seen(candidate) } : {}),
      weight,
    };
  }

  plan({ live, candidate }: Observed, wanted: Release): Plan {
    const served = live?.digest === wanted.digest && live.healthy;
    const discards = candidate && (served || candidate.digest !== wanted.digest);
    const steps = discards ? [`discard ${candidate.version}`] : [];
    return { wanted, from: live, steps: served ? steps : [...steps, `serve ${wanted.version}`] };
  }

  async apply({ wanted }: Plan, signal: AbortSignal): Promise<Revision> {
    const { live } = this.#world;
    if (live?.digest === wanted.digest && this.#seen(live).healthy) {
      await this.discard(signal);
      return this.#seen(live);
    }
    await this.stage(wanted, signal);
    return await this.promote(wanted.digest);
  }

  async verify({ digest }: Pick<Release, 'digest'>): Promise<Verification> {
    const observed = await this.inspect();
    const { live } = observed;
    const ok = live?.digest === digest && live.healthy;
    const serves = live ? `serves ${live.digest} (version ${live.version})` : 'nothing is deployed';
    return { ok, message: ok ? `${serves}, healthy` : `${serves}, not ${digest} in health`, observed };
  }

  async stage(release: Release, signal: AbortSignal): Promise<Revision> {
    signal.throwIfAborted();
    const { live, candidate } = this.#world;
    const there = [live, candidate].find((one) => one?.digest === release.digest);
    if (there && this.#seen(there).healthy) {
      if (there === live) await this.discard(signal);
      return this.#seen(there);
    }
    await this.discard(signal);
    this.#world.effects.push(`stage ${release.version}`);
    await this.#context.ports.clock.sleep(this.#config.startsIn?.(release) ?? 0, signal);
    if (!this.#seen(release).healthy) {
      throw new UserError(`release ${release.version} did not become ready`, { mend: 'mend the release' });
    }
    this.#world.candidate = release;
    this.#world.weight = 0;
    return this.#seen(release);
  }

  async promote(digest: string): Promise<Revision> {
    const { live, candidate } = this.#world;
    if (candidate?.digest === digest) {
      if (!this.#seen(candidate).healthy) {
        throw new UserError(`the candidate ${candidate.version} is not healthy; it was not promoted`);
      }
      this.#world.effects.push(`promote ${candidate.version}`);
      this.#world.live = candidate;
      delete this.#world.candidate;
      this.#world.weight = 0;
      return this.#seen(candidate);
    }
    if (live?.digest === digest && !candidate) return this.#seen(live);
    throw new UserError(`${digest} cannot be promoted: it is not the candidate`, { mend: 'stage it first' });
  }

  async discard(_signal?: AbortSignal): Promise<void> {
    const { candidate, weight } = this.#world;
    if (!candidate) return;
    if (weight > 0) this.setWeight(0);
    this.#world.effects.push(`discard ${candidate.version}`);
    delete this.#world.candidate;
  }

  async down(): Promise<void> {
    delete this.#world.live;
    delete this.#world.candidate;
    this.#world.weight = 0;
  }

  /** For the router of tests. */
  setWeight(percent: number): void {
    if (!this.#world.candidate && percent > 0) throw new UserError('there is no candidate');
    this.#world.effects.push(`weight ${percent}`);
    this.#world.weight = percent;
  }

  get weight(): number {
    return this.#world.weight;
  }

  #seen(release: Release): Revision {
    const { version, commit, digest } = release;
    const healthy = this.#config.healthy?.(release) ?? true;
    const reason = healthy ? {} : { reason: 'told to be unhealthy' };
    return { id: `memory-${version}`, version, commit, digest, healthy, ...reason };
  }
}
