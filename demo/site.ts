import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalGitHub, startGitHub } from '@fairway/local-github';
import { type LocalRegistry, startRegistry } from '@fairway/local-registry';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { git } from './git.ts';
import { freePorts } from './ports.ts';

const RECIPIENTS = /# recipients: .*/;
const REPOSITORY = /# repository: .*/;

export const ENVIRONMENTS = ['dev', 'staging', 'production'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/** The developer's repository: the example as a user has it, with commits and a tag. */
export interface Shop {
  repository: string;
  /** FAIRWAY_HOME of the run. */
  home: string;
  ports: Record<EnvironmentName, number>;
}

/** Makes it below a folder, from the example's. Without a registry images stay in a layout on this machine. */
export async function makeShop(example: string, folder: string, registry?: string): Promise<Shop> {
  const repository = join(folder, 'storefront');
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  cpSync(example, repository, { recursive: true, filter: (path) => !/\/(data|node_modules)$/.test(path) });
  const [dev = 0, staging = 0, production = 0] = await freePorts(3);
  const ports = { dev, staging, production };
  // As the operator would: `age-keygen`, the public key into the file, the private one into a safe.
  const recipient = await identityToRecipient(await generateX25519Identity());
  settle(join(repository, 'fairway.yml'), ports, recipient, registry);
  git(repository, 'init', '--quiet', '--initial-branch', 'main');
  git(repository, 'add', 'package.json', 'src', 'README.md', '.gitignore');
  git(repository, 'commit', '--quiet', '-m', 'feat: a small shop');
  git(repository, 'tag', '-a', 'v1.0.0', '-m', 'v1.0.0');
  git(repository, 'add', 'test');
  git(repository, 'commit', '--quiet', '-m', 'test: orders and products');
  git(repository, 'add', '.');
  git(repository, 'commit', '--quiet', '-m', 'feat: ship with Fairway');
  return { repository, home, ports };
}

/** Everything the demo works with; all of it below one temporary folder. */
export interface Site extends Shop {
  app: string;
  slug: string;
  /** Folder of this suite: its actions and reusable workflows. */
  fairway: string;
  github: LocalGitHub;
  registry: LocalRegistry;
}

/** The shop, a GitHub that knows it, and a registry. `fairway` is the folder of this suite. */
export async function makeSite(fairway: string, folder: string): Promise<Site> {
  const slug = 'acme/storefront';
  const registry = await startRegistry(join(folder, 'registry'));
  const shop = await makeShop(join(fairway, 'examples/storefront'), folder, `${registry.host}/${slug}`);
  const github = await startGitHub({ repositories: [{ slug, folder: shop.repository }] });
  return { ...shop, app: 'storefront', slug, fairway, github, registry };
}

/** The example's ports may be taken on this machine, and its backups need a key. */
function settle(file: string, ports: Shop['ports'], recipient: string, registry?: string): void {
  const text = readFileSync(file, 'utf8')
    .replaceAll('8081', String(ports.dev))
    .replaceAll('8082', String(ports.staging))
    .replaceAll('8083', String(ports.production))
    .replace(RECIPIENTS, `recipients: [${recipient}]`)
    .replace(REPOSITORY, registry ? `repository: ${registry}` : '$&');
  for (const settled of [recipient, registry ?? '']) {
    if (!text.includes(settled))
      throw new Error(`${file} must contain: ${RECIPIENTS.source}, ${REPOSITORY.source}`);
  }
  writeFileSync(file, text);
}

export interface LiveVersion {
  version: string;
  digest: string;
}

/** What the live process itself says; undefined when nothing answers. */
export async function liveVersion(port: number): Promise<LiveVersion | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/version`, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? ((await response.json()) as LiveVersion) : undefined;
  } catch {
    return undefined;
  }
}
