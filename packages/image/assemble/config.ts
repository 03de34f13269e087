import type { ImageBuild } from '../kinds.ts';
import type { Healthcheck, ImageConfig, Platform, ProcessConfig } from '../types.ts';
import type { BaseImage } from './base.ts';
import type { ImageIdentity } from './index.ts';
import type { LayerSummary } from './layer.ts';

/** What describes the base and not what is built on it. */
const DESCRIPTIVE = /^org\.opencontainers\.image\./;

/** The working folder of the process, where plain paths are placed too. */
export function workdirOf(build: Pick<ImageBuild, 'workdir'>, base: BaseImage | undefined): string {
  const inherited = base?.config.config.WorkingDir ?? '';
  return build.workdir ?? (['', '/'].includes(inherited) ? '/app' : inherited);
}

/** The config blob: the base's settings, changed as the instructions of a Dockerfile would change them. */
export function configOf(
  platform: Platform,
  layers: readonly LayerSummary[],
  build: ImageBuild,
  identity: ImageIdentity,
  base: BaseImage | undefined,
): ImageConfig {
  const created = isoTime(identity.created);
  return {
    created,
    ...platformOf(platform, base),
    config: processConfig(build, identity, base),
    rootfs: {
      type: 'layers',
      diff_ids: [...(base?.config.rootfs.diff_ids ?? []), ...layers.map(({ diffId }) => diffId)],
    },
    history: [
      ...historyOf(base),
      ...layers.map(({ from, to }) => ({ created, created_by: `fairway assemble ${from} -> ${to}` })),
    ],
  };
}

/** The base may say it more exactly: a variant, a version of the system. */
function platformOf(platform: Platform, base: BaseImage | undefined): Platform {
  if (!base) return platform;
  const known = Object.entries(base.config).filter(([key]) =>
    ['architecture', 'os', 'variant', 'os.version', 'os.features'].includes(key),
  );
  return { ...platform, ...Object.fromEntries(known) };
}

function processConfig(
  build: ImageBuild,
  identity: ImageIdentity,
  base: BaseImage | undefined,
): ProcessConfig {
  const inherited = base?.config.config ?? {};
  const labels = Object.entries(inherited.Labels ?? {}).filter(([name]) => !DESCRIPTIVE.test(name));
  const ports = build.ports.map((port) => [typeof port === 'number' ? `${port}/tcp` : port, {}] as const);
  const exposed = { ...inherited.ExposedPorts, ...Object.fromEntries(ports) };
  // As in a Dockerfile: the base's arguments mean nothing to another entrypoint.
  const cmd = build.cmd ?? (build.entrypoint ? undefined : inherited.Cmd);
  const entrypoint = build.entrypoint ?? inherited.Entrypoint;
  const healthcheck = build.healthcheck ? healthcheckOf(build.healthcheck) : inherited.Healthcheck;
  const user = build.user ?? inherited.User;
  return {
    ...keptOf(inherited),
    ...(user ? { User: user } : {}),
    ...(Object.keys(exposed).length ? { ExposedPorts: sorted(exposed) } : {}),
    Env: mergeEnv(inherited.Env ?? [], build.env),
    ...(entrypoint?.length ? { Entrypoint: entrypoint } : {}),
    ...(cmd?.length ? { Cmd: cmd } : {}),
    WorkingDir: workdirOf(build, base),
    Labels: sorted({ ...Object.fromEntries(labels), ...build.labels, ...annotationsOf(identity) }),
    ...(healthcheck ? { Healthcheck: healthcheck } : {}),
  };
}

/** Settings of the base that fairway.yml has no key for. */
function keptOf({ Volumes, StopSignal, Shell }: ProcessConfig & { Shell?: readonly string[] }) {
  return {
    ...(Volumes ? { Volumes } : {}),
    ...(StopSignal ? { StopSignal } : {}),
    ...(Shell ? { Shell } : {}),
  };
}

/** A name keeps its place in the base's list; new ones follow, sorted. */
function mergeEnv(inherited: readonly string[], env: Readonly<Record<string, string>>): string[] {
  const rest = new Map(Object.entries(sorted(env)));
  const merged = inherited.map((pair) => {
    const name = pair.split('=', 1)[0] ?? '';
    const value = rest.get(name);
    rest.delete(name);
    return value === undefined ? pair : `${name}=${value}`;
  });
  return [...merged, ...[...rest].map(([name, value]) => `${name}=${value}`)];
}

const NANOSECONDS = 1_000_000;

function healthcheckOf(check: NonNullable<ImageBuild['healthcheck']>): Healthcheck {
  if (check === 'none') return { Test: ['NONE'] };
  const { command, interval, timeout, startPeriod, startInterval, retries } = check;
  return {
    Test: ['CMD', ...command],
    ...(interval === undefined ? {} : { Interval: interval * NANOSECONDS }),
    ...(timeout === undefined ? {} : { Timeout: timeout * NANOSECONDS }),
    ...(startPeriod === undefined ? {} : { StartPeriod: startPeriod * NANOSECONDS }),
    ...(startInterval === undefined ? {} : { StartInterval: startInterval * NANOSECONDS }),
    ...(retries === undefined ? {} : { Retries: retries }),
  };
}

function historyOf(base: BaseImage | undefined): NonNullable<ImageConfig['history']> {
  // Optional by the specification; ours must not be taken for the base's layers.
  return base?.config.history ?? base?.manifest.layers.map(() => ({ created_by: 'base' })) ?? [];
}

export function annotationsOf({ title, version, revision, created, source, annotations }: ImageIdentity) {
  return sorted({
    ...annotations,
    'org.opencontainers.image.created': isoTime(created),
    'org.opencontainers.image.revision': revision,
    ...(source ? { 'org.opencontainers.image.source': source } : {}),
    'org.opencontainers.image.title': title,
    'org.opencontainers.image.version': version,
  });
}

/** The order of keys is part of the digest; that of a YAML file means nothing. */
export function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isoTime = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');
