import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BuilderPorts, BuildRequest } from '../../packages/image/builders/index.ts';
import { createLayout } from '../../packages/image/layout.ts';
import { IDENTITY, section, write } from '../../packages/image/testing.ts';
import { memoryLog, systemExec } from '../../packages/runtime/index.ts';

export const BUSYBOX = '/bin/busybox';

/** A step in an image that has nothing but busybox. */
export function run(script: string, flags = ''): string {
  return `RUN ${flags}${JSON.stringify(['/bin/busybox', 'sh', '-c', script])}`;
}

/** A Dockerfile that needs no base image. */
export const DOCKERFILE = `FROM scratch AS base
COPY busybox /bin/busybox
FROM base AS tools
COPY greeting /tool
FROM base
ARG GREETING=hello
COPY greeting /from-context
${run('echo "$GREETING" > /greeting')}
ENTRYPOINT ["/bin/busybox", "cat", "/greeting"]
`;

/** The same for an engine that has no network to give. */
export const withoutNetwork = (dockerfile: string): string =>
  dockerfile.replaceAll(/^RUN /gm, 'RUN --network=none ');

/** A context with a static program in it, with other files in front. */
export function contextWith(files: Record<string, string>): string {
  const root = folder();
  write(root, { greeting: 'from the context\n', ...files });
  if (existsSync(BUSYBOX)) copyFileSync(BUSYBOX, join(root, 'busybox'));
  return root;
}

function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'fw-builders-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export interface Scene {
  readonly layout: string;
  readonly log: readonly string[];
  /** Every argument a child process was given. */
  readonly argv: readonly string[];
  readonly masked: readonly string[];
  readonly ports: BuilderPorts;
  readonly cancel: AbortController;
  request(context: string, raw: object, secrets?: Record<string, string>): Promise<BuildRequest>;
  /** What is left in the folder for temporary files. */
  leftovers(): string[];
}

/** Ports as the action has them, watched; `env` points the tools at the test's own engine or storage. */
export function scene(env: Record<string, string> = {}): Scene {
  const root = folder();
  const temp = join(root, 'temp');
  mkdirSync(temp);
  const layout = join(root, 'layout');
  const log = memoryLog();
  const argv: string[] = [];
  const masked: string[] = [];
  const cancel = new AbortController();
  return {
    layout,
    log: log.lines,
    argv,
    masked,
    cancel,
    leftovers: () => readdirSync(temp),
    request: async (context, raw, secrets = {}) => ({
      context,
      build: section(raw),
      identity: IDENTITY,
      store: await createLayout(layout),
      secrets,
    }),
    ports: {
      log,
      signal: cancel.signal,
      mask: (secret) => void masked.push(secret),
      context: { temp },
      exec: {
        run(command, args, options = {}) {
          argv.push(command, ...args);
          return systemExec.run(command, args, { ...options, addEnv: { ...env, ...options.addEnv } });
        },
      },
    },
  };
}
