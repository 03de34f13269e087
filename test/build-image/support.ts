import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseInputs } from '@fairway/action';
import {
  type Context,
  context,
  describeError,
  memoryLog,
  Redactor,
  Summary,
  systemPorts,
} from '@fairway/runtime';
import { definition } from '../../actions/build-image/src/definition.ts';
import { run } from '../../actions/build-image/src/run.ts';
import { folder, write } from '../../packages/image/testing.ts';
import { initRepository } from '../support/git.ts';

export { folder, write };

export const config = (image: string) => `version: 1
app: shop
image: ${image}
environments: { dev: { target: { process: { port: 8081 } } } }
`;
export const IMAGE = '{ build: { files: [src], entrypoint: [node, src/main.js] } }';

/** A repository with a small app. */
export function shop(image = IMAGE, files: Record<string, string> = {}): string {
  const all = {
    'fairway.yml': config(image),
    'src/main.js': 'console.log("hello")\n',
    'README.md': 'read me',
  };
  return initRepository(write(folder(), { ...all, ...files }));
}

export interface Act {
  readonly workspace: string;
  readonly home?: string;
  readonly context?: Partial<Context>;
  /** Aborts the run. */
  readonly signal?: AbortSignal;
  /** Pauses take no time, and count nevertheless. */
  readonly hurry?: boolean;
}

const system = systemPorts({ log: memoryLog(), mask: () => undefined });

/** Runs the action with real ports, as runAction does: inputs are texts, and an error becomes the log's end. */
export async function act(
  { workspace, home = folder(), context: here = {}, signal, hurry }: Act,
  inputs: Record<string, string> = {},
) {
  const log = memoryLog();
  const summary = new Summary();
  const redactor = new Redactor();
  const temp = realpathSync(mkdtempSync(join(tmpdir(), 'fairway-act-')));
  const env = {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: workspace,
  };
  const own = { ...context(env), temp, home, dockerConfig: join(temp, 'none'), ...here };
  const ports = {
    ...system,
    ...{ context: own, log, summary, mask: (secret: string) => void redactor.add(secret) },
    ...(signal ? { signal } : {}),
    ...(hurry ? { clock: hurried() } : {}),
  };
  const raw = new Map(Object.entries({ revision: 'HEAD', token: 'a-token', sbom: 'none', ...inputs }));
  const parsed = parseInputs(definition, raw);
  if (!parsed.ok) {
    return {
      ok: false,
      log: JSON.stringify(parsed.problems),
      outputs: undefined,
      summary: '',
      error: undefined,
      home,
    };
  }
  try {
    const outputs = await run(parsed.inputs, ports);
    return { ok: true, log: log.lines.join('\n'), outputs, summary: summary.text(), error: undefined, home };
  } catch (error) {
    const text = [...log.lines, describeError(error).text].join('\n');
    return { ok: false, log: text, outputs: undefined, summary: summary.text(), error, home };
  }
}

function hurried() {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    sleep: async (ms: number) => {
      skipped += ms;
    },
  };
}

/** Starts the action as a process of its own, which can be killed. */
export function start(workspace: string, home: string): ChildProcess {
  const main = join(import.meta.dirname, '../../actions/build-image/src/main.ts');
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: folder(),
    FAIRWAY_HOME: home,
    INPUT_REVISION: 'HEAD',
    INPUT_TOKEN: 'a-token',
    INPUT_SBOM: 'none',
  };
  return spawn(process.execPath, [main], { cwd: workspace, env, stdio: 'ignore' });
}

/** Ports of a caller that has nothing but the system. */
export const portsOf = () => ({ ...system, context: context({}), log: memoryLog() });
