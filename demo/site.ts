import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalGitHub, startGitHub } from '@fairway/local-github';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { git } from './git.ts';
import { freePorts } from './ports.ts';

const RECIPIENTS = /# recipients: .*/;

export const ENVIRONMENTS = ['dev', 'staging', 'production'] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/** Everything the demo works with; all of it below one temporary folder. */
export interface Site {
  app: string;
  slug: string;
  /** The developer's repository. */
  repository: string;
  /** Folder of this suite: its actions and reusable workflows. */
  fairway: string;
  /** FAIRWAY_HOME of the run. */
  home: string;
  github: LocalGitHub;
  ports: Record<EnvironmentName, number>;
}

interface Sources {
  /** Folder of the example service. */
  example: string;
  /** Folder of this suite. */
  fairway: string;
  /** Where everything is made. */
  folder: string;
}

/** A fresh git repository made from the example, with commits and a tag, and a GitHub that knows it. */
export async function makeSite({ example, fairway, folder }: Sources): Promise<Site> {
  const repository = join(folder, 'storefront');
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  cpSync(example, repository, { recursive: true, filter: (path) => !/\/(data|node_modules)$/.test(path) });
  const [dev = 0, staging = 0, production = 0] = await freePorts(3);
  const ports = { dev, staging, production };
  // As the operator would: `age-keygen`, the public key into the file, the private one into a safe.
  const recipient = await identityToRecipient(await generateX25519Identity());
  settle(join(repository, 'fairway.yml'), ports, recipient);
  git(repository, 'init', '--quiet', '--initial-branch', 'main');
  git(repository, 'add', 'package.json', 'src', 'README.md', '.gitignore');
  git(repository, 'commit', '--quiet', '-m', 'feat: a small shop');
  git(repository, 'tag', '-a', 'v1.0.0', '-m', 'v1.0.0');
  git(repository, 'add', 'test');
  git(repository, 'commit', '--quiet', '-m', 'test: orders and products');
  git(repository, 'add', '.');
  git(repository, 'commit', '--quiet', '-m', 'feat: ship with Fairway');
  const slug = 'acme/storefront';
  const github = await startGitHub({ repositories: [{ slug, folder: repository }] });
  return { app: 'storefront', slug, repository, fairway, home, github, ports };
}

/** The example's ports may be taken on this machine, and its backups need a key. */
function settle(file: string, ports: Site['ports'], recipient: string): void {
  const text = readFileSync(file, 'utf8')
    .replaceAll('8081', String(ports.dev))
    .replaceAll('8082', String(ports.staging))
    .replaceAll('8083', String(ports.production))
    .replace(RECIPIENTS, `recipients: [${recipient}]`);
  if (!text.includes(recipient)) throw new Error(`${file} must contain: ${RECIPIENTS.source}`);
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
