import {
  context,
  memoryLog,
  type Ports,
  Redactor,
  Summary,
  systemClock,
  systemExec,
  systemFiles,
  systemHttp,
} from '@fairway/runtime';

export interface TestPorts extends Ports {
  readonly log: ReturnType<typeof memoryLog>;
  readonly masked: string[];
}

/** The real ports with a log that is kept, an own place of the Docker config, and no signal handlers. */
export function testPorts(options: { dockerConfig?: string; signal?: AbortSignal } = {}): TestPorts {
  const redactor = new Redactor();
  const masked: string[] = [];
  const { dockerConfig: _, ...here } = context({ GITHUB_REPOSITORY: 'acme/storefront' });
  return {
    context: { ...here, ...(options.dockerConfig ? { dockerConfig: options.dockerConfig } : {}) },
    exec: systemExec,
    http: systemHttp(systemClock),
    clock: systemClock,
    log: memoryLog(),
    files: systemFiles,
    summary: new Summary(),
    signal: options.signal ?? new AbortController().signal,
    masked,
    mask(secret) {
      masked.push(secret);
      redactor.add(secret);
    },
    github: () => undefined,
    state: { get: () => undefined, set: () => undefined },
  };
}

/** Gives up soon, so that a test of a lasting fault is quick. */
export const HASTY = { deadline: 700, firstPause: 20, maxPause: 100 } as const;

/** For faults that pass, on a machine that may be busy. */
export const PATIENT = { ...HASTY, deadline: 10_000 } as const;
