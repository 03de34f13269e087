import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createLayout } from '@fairway/image';
import { BUILDERS, type Builder } from '@fairway/image/builders';
import { imageBuildKind } from '@fairway/image/kinds';
import { type ExecOptions, memoryLog, systemExec } from '@fairway/runtime';
import { measure } from '../test/assemble/support/measure.ts';
import { hasEngine, startEngine, type TestEngine } from '../test/support/docker.ts';
import { git, initRepository } from '../test/support/git.ts';
import { haveRegistry } from '../test/support/registry.ts';
import { median } from './measure.ts';

const ROUNDS = 7;
const ROOT = join(import.meta.dirname, '..');
const PHASES = ['cold', 'warm', 'unchanged'] as const;
type Phase = (typeof PHASES)[number];

interface Contender {
  readonly name: string;
  /** Forgets all earlier builds. */
  clear(): Promise<void>;
  /** From the checked-out commit to an OCI layout on the disk. */
  build(): Promise<void>;
}

/**
 * The storefront from a commit to an OCI layout, by each builder through the one interface, and by the whole
 * action (from the start of Node on, with git and fairway.yml): cold (nothing of an earlier build), warm (one
 * source file changed), unchanged (the same commit again). Then a layer of 1 GB.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-bench-'));
  const engine = hasEngine ? await startEngine() : undefined;
  try {
    const source = storefront(join(folder, 'storefront'));
    const at = (name: string) => join(folder, name);
    const contenders = [
      builder(source, at('assemble'), BUILDERS.assemble, {
        files: ['package.json', 'src'],
        entrypoint: ENTRYPOINT,
      }),
      action(source, at('action')),
      ...(engine
        ? [buildx(source, at('buildx'), engine)]
        : missing('buildx', 'docker.io, docker-buildx and busybox, as root')),
      ...(onPath('buildah') ? [buildah(source, at('buildah'))] : missing('buildah', 'buildah')),
    ];
    report(await timesOf(contenders, source));
  } finally {
    await engine?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  if (haveRegistry) await large();
  else missing('the push of 1 GB', 'docker-registry, apache2-utils and openssl');
}

function missing(what: string, packages: string): [] {
  console.log(`not measured: ${what} (needs ${packages}: see test/install-lanes)`);
  return [];
}

type Times = Map<string, Record<Phase, number[]>>;

async function timesOf(contenders: readonly Contender[], source: string): Promise<Times> {
  const times: Times = new Map(contenders.map(({ name }) => [name, { cold: [], warm: [], unchanged: [] }]));
  // In turn, so that noise of the machine hits all alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const phase of PHASES) {
      if (phase === 'warm') change(source, round);
      for (const { name, clear, build } of contenders) {
        if (phase === 'cold') await clear();
        const start = performance.now();
        await build();
        times.get(name)?.[phase].push(performance.now() - start);
      }
    }
  }
  return times;
}

function report(times: Times): void {
  const medians = new Map(
    [...times].map(([name, each]) => [name, PHASES.map((phase) => median(each[phase]))]),
  );
  const ours = medians.get('assemble') ?? [];
  console.log(
    `the storefront from commit to image, median of ${ROUNDS} rounds in turn (and ratio to assemble)`,
  );
  console.log(`${''.padEnd(18)}${PHASES.map((phase) => phase.padStart(20)).join('')}`);
  for (const [name, values] of medians) {
    const cells = values.map((ms, i) => `${ms.toFixed(0)} ms (${(ms / (ours[i] ?? Number.NaN)).toFixed(1)})`);
    console.log(`${name.padEnd(18)}${cells.map((cell) => cell.padStart(20)).join('')}`);
  }
  const [cold = Number.NaN] = ours;
  const peer = medians.get('buildx')?.[0];
  if (peer !== undefined) {
    goal('cold at least 5 times faster than buildx', `${(peer / cold).toFixed(1)} times`, peer / cold >= 5);
  }
  const unchanged = medians.get(ACTION)?.[2] ?? Number.NaN;
  goal(
    'the action on an unchanged commit in less than a second',
    `${unchanged.toFixed(0)} ms`,
    unchanged < 1_000,
  );
}

async function large(): Promise<void> {
  const { size, assembled, pushed } = await measure(1_024);
  const gigabytes = (size / 1e9).toFixed(2);
  console.log(
    `a layer of ${gigabytes} GB: assembled in ${seconds(assembled.ms)}, pushed to a registry in ${seconds(pushed.ms)}`,
  );
  goal('less than 200 MB of memory', `${pushed.peakMb} MB at most`, pushed.peakMb < 200);
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

function goal(what: string, found: string, reached: boolean): void {
  console.log(`${reached ? 'reached' : 'MISSED '}  ${what}: ${found}`);
  if (!reached) process.exitCode = 1;
}

/** A repository of its own with the example, and a Dockerfile that says the same as its fairway.yml. */
function storefront(folder: string): string {
  cpSync(join(ROOT, 'examples/storefront'), folder, { recursive: true });
  const dockerfile = [
    ...['FROM scratch', 'COPY package.json /app/', 'COPY src /app/src', 'WORKDIR /app'],
    'ENTRYPOINT ["node", "src/main.ts"]',
  ];
  writeFileSync(join(folder, 'Dockerfile'), `${dockerfile.join('\n')}\n`);
  writeFileSync(join(folder, '.dockerignore'), '.git\ntest\n');
  return initRepository(folder);
}

function change(source: string, round: number): void {
  writeFileSync(join(source, 'src/round.ts'), `export const round = ${round};\n`);
  git(source, 'add', '-A');
  git(source, 'commit', '-q', '-m', `round ${round}`);
}

const ENTRYPOINT = ['node', 'src/main.ts'];
const ACTION = 'the whole action';

function action(source: string, home: string): Contender {
  const bundle = join(ROOT, 'dist/build-image/index.js');
  const script = existsSync(bundle) ? bundle : join(ROOT, 'actions/build-image/src/main.ts');
  if (script !== bundle) console.log('the action runs from source: `npm run build` makes its bundle');
  const env = {
    GITHUB_WORKSPACE: source,
    FAIRWAY_HOME: home,
    INPUT_REVISION: 'HEAD',
    INPUT_VERSION: '1.0.0',
    // Asked for by the action; without a platform nothing is done with it.
    INPUT_TOKEN: 'none',
  };
  return {
    name: ACTION,
    clear: async () => rmSync(home, { recursive: true, force: true }),
    build: async () => run(source, process.execPath, [script], env),
  };
}

/** One builder through the interface that all have; what it takes is what the builder takes. */
function builder(
  source: string,
  layout: string,
  { name, build }: Builder,
  section: object,
  { env = {}, forget = () => undefined }: { env?: Record<string, string>; forget?: () => void } = {},
): Contender {
  const ports = {
    context: { temp: tmpdir() },
    exec: {
      ...systemExec,
      run: (command: string, args: readonly string[], options: ExecOptions = {}) =>
        systemExec.run(command, args, { ...options, addEnv: { ...env, ...options.addEnv } }),
    },
    log: memoryLog(),
    signal: new AbortController().signal,
    mask: () => undefined,
  };
  const problems: string[] = [];
  const read = imageBuildKind.read(section, [], ({ message }) => problems.push(message));
  if (!read) throw new Error(problems.join('\n'));
  return {
    name,
    async clear() {
      rmSync(layout, { recursive: true, force: true });
      forget();
    },
    async build() {
      const revision = git(source, 'rev-parse', 'HEAD');
      const identity = { title: 'storefront', version: '1.0.0', revision, created: 1_700_000_000 };
      await build({ context: source, build: read, identity, store: await createLayout(layout) }, ports);
    },
  };
}

function buildx(source: string, layout: string, { env }: TestEngine): Contender {
  const forget = () => run(source, 'docker', ['buildx', 'prune', '--all', '--force'], { ...env });
  return builder(source, layout, BUILDERS.buildx, { builder: 'buildx' }, { env: { ...env }, forget });
}

function buildah(source: string, layout: string): Contender {
  const storage = `${layout}-storage`;
  const config = `${layout}.conf`;
  const folders = `graphroot = "${storage}/root"\nrunroot = "${storage}/run"\n`;
  // vfs needs no mounts that would outlive this.
  writeFileSync(config, `[storage]\ndriver = "vfs"\n${folders}`);
  const forget = () => rmSync(storage, { recursive: true, force: true });
  const env = { CONTAINERS_STORAGE_CONF: config };
  return builder(source, layout, BUILDERS.buildah, { builder: 'buildah' }, { env, forget });
}

/** A build that fails is no measurement. */
function run(cwd: string, program: string, args: readonly string[], env: Record<string, string> = {}): void {
  const own = { PATH: process.env.PATH, HOME: tmpdir(), ...env };
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env: own, encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? ''}\n${stdout}${stderr}`);
}

const onPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
