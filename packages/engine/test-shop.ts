/** Test support: a git repository with fairway.yml, three process targets and real ports. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '@fairway/ledger';
import {
  context,
  memoryLog,
  type Ports,
  Summary,
  systemClock,
  systemExec,
  systemFiles,
  systemHttp,
} from '@fairway/runtime';
import { makeRepository, type Repository } from '../../test/support/repository.ts';
import type { ProcessTarget } from '../targets/process/target.ts';
import { freePort, service, TestHome } from '../targets/process/test-home.ts';

export { service };

export interface Shop {
  readonly repository: Repository;
  readonly url: (environment: string) => string;
  /** A release of a new commit. */
  release(version: string, source?: string): Promise<Release>;
  ports(more?: Partial<Ports>): Ports & { log: ReturnType<typeof memoryLog> };
  /** The version that clients get. */
  ask(environment: string): Promise<string>;
  target(environment: string): ProcessTarget;
  remove(): Promise<void>;
}

/** `extra`: further keys of production, as YAML flow text: `, checks: [...]`; `top`: of the file, a line each. */
export async function openShop(extra: (url: string) => string = () => '', top = ''): Promise<Shop> {
  const home = await TestHome.create();
  const repository = makeRepository();
  const names = ['dev', 'production'] as const;
  const ports = { dev: await freePort(), production: await freePort() };
  const url = (environment: string) => `http://127.0.0.1:${ports[environment as 'dev']}`;
  const limits = 'ready-within: 6s, drain: 500ms';
  const [dev, production] = names.map((name) => `target: { process: { port: ${ports[name]}, ${limits} } }`);
  writeFileSync(
    join(repository.folder, 'fairway.yml'),
    `version: 1
app: shop
${top}environments:
  dev: { ${dev} }
  production: { after: dev, ${production}${extra(url('production'))} }
`,
  );
  const env = {
    GITHUB_WORKSPACE: repository.folder,
    FAIRWAY_HOME: join(home.folder, 'home'),
    GITHUB_ACTOR: 'ada',
  };
  return {
    repository,
    url,
    async release(version, source = service()) {
      const commit = repository.commit(`feat: ${version}`);
      return { ...(await home.release(version, source)), commit };
    },
    ports(more = {}) {
      const kept = new Map<string, string>();
      return {
        context: context(env),
        exec: systemExec,
        http: systemHttp(systemClock),
        clock: systemClock,
        log: memoryLog(),
        files: systemFiles,
        summary: new Summary(),
        signal: new AbortController().signal,
        mask: () => undefined,
        github: () => undefined,
        state: { get: (name) => kept.get(name), set: (name, value) => void kept.set(name, value) },
        ...more,
      } as ReturnType<Shop['ports']>;
    },
    ask: async (environment) => await (await fetch(url(environment))).text(),
    target: (environment) => home.open(environment, ports[environment as 'dev']),
    async remove() {
      for (const name of names) home.open(name, ports[name]);
      await home.remove();
      rmSync(repository.folder, { recursive: true, force: true });
    },
  };
}
