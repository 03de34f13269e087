import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, type KubernetesObject, startCluster } from './cluster.ts';
import { type Layout, webImage } from './images.ts';
import { BIN, hasKubernetes, run, until } from './programs.ts';
import { bind, clusterOf, type Permission, writeKubeconfig } from './users.ts';

/** Whether `clusterForTests` has a cluster: the one that is named, or one that can be started here. */
export const hasCluster: boolean = hasKubernetes || Boolean(process.env.FAIRWAY_E2E_KUBECONFIG);

/**
 * What every real cluster fulfils; tests that use no more run against each. Images are pulled by digest:
 * a foreign cluster needs FAIRWAY_E2E_REPOSITORY, a repository such as `ghcr.io/acme/e2e` to which this machine
 * may push (by the credentials of its Docker config) and from which the cluster may pull.
 */
export class TestCluster {
  readonly kubeconfig: string;
  /** Fresh, and of this test alone; `kubectl` and `apply` work in it. */
  readonly namespace: string;
  /** With a cluster of the tests' own: all that only it can do. */
  readonly own: Cluster | undefined;
  readonly #folder: string;

  constructor(kubeconfig: string, namespace: string, folder: string, own: Cluster | undefined) {
    this.kubeconfig = kubeconfig;
    this.namespace = namespace;
    this.#folder = folder;
    this.own = own;
  }

  /** Runs kubectl in the namespace; returns what it prints, trimmed. */
  async kubectl(...args: string[]): Promise<string> {
    return this.#run(args);
  }

  /** Server-side apply into the namespace, as field manager `test`. */
  async apply(...objects: KubernetesObject[]): Promise<void> {
    const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    await this.#run(['apply', '--server-side', '--field-manager=test', '-f', '-'], input);
  }

  /** Pushes an image where the cluster pulls from; returns its reference by digest. */
  async pushImage(source: Layout, name: string): Promise<string> {
    if (this.own) return this.own.pushImage(source, `e2e/${name}`);
    const repository = process.env.FAIRWAY_E2E_REPOSITORY;
    if (!repository) throw new Error('FAIRWAY_E2E_REPOSITORY is missing: where may the tests push images?');
    const plain = /^(127\.0\.0\.1|localhost)[:/]/.test(repository) ? ['--dest-tls-verify=false'] : [];
    const copy = ['--insecure-policy', 'copy', '--quiet', '--preserve-digests', ...plain];
    await run('skopeo', [
      ...copy,
      `oci:${source.folder}`,
      `docker://${repository}:${this.namespace}-${name}`,
    ]);
    return `${repository}@${source.digest}`;
  }

  /** An image whose server on port 8080 says the text at `/`. */
  async webImage(name: string, text: string): Promise<string> {
    return this.pushImage(
      await webImage(join(this.#folder, `${name}-${randomBytes(4).toString('hex')}`), text),
      name,
    );
  }

  /** A kubeconfig of a service account in the namespace, with these rights and a token of the API server. */
  async addToken(name: string, rules: Permission['rules']): Promise<string> {
    const { namespace } = this;
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
    const subject = { kind: 'ServiceAccount', name, namespace };
    await this.apply(account, ...bind(name, subject, { namespace, rules }));
    const token = await this.kubectl('create', 'token', name, '--duration=1h');
    const path = join(this.#folder, `${name}.kubeconfig`);
    const cluster = clusterOf(
      await this.kubectl('config', 'view', '--raw', '--minify', '--flatten', '-o', 'json'),
    );
    await writeKubeconfig(path, cluster, { token }, namespace);
    return path;
  }

  async stop(): Promise<void> {
    if (this.own) await this.own.stop();
    else await this.#run(['delete', 'namespace', this.namespace, '--timeout=120s']);
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #run(args: readonly string[], input?: string): Promise<string> {
    const kubectl = existsSync(join(BIN, 'kubectl')) ? join(BIN, 'kubectl') : 'kubectl';
    const env = { KUBECONFIG: this.kubeconfig, KUBECACHEDIR: join(this.#folder, 'kubectl-cache') };
    const options = { env, ...(input === undefined ? {} : { input }) };
    return (await run(kubectl, ['--namespace', this.namespace, ...args], options)).stdout.trim();
  }
}

/** The cluster that FAIRWAY_E2E_KUBECONFIG names (its current context), else a new one; with a fresh namespace. */
export async function clusterForTests(): Promise<TestCluster> {
  const named = process.env.FAIRWAY_E2E_KUBECONFIG;
  const own = named ? undefined : await startCluster();
  const namespace = `fairway-e2e-${randomBytes(4).toString('hex')}`;
  const folder = await mkdtemp(join(tmpdir(), 'fw-e2e-'));
  const cluster = new TestCluster(named || (own?.kubeconfig ?? ''), namespace, folder, own);
  try {
    await cluster.kubectl('create', 'namespace', namespace);
    // Pods are refused until their namespace has it.
    await until('the default service account', 30, async () => {
      return (await cluster.kubectl('get', 'serviceaccount', 'default', '-o', 'name')) !== '';
    });
    return cluster;
  } catch (error) {
    await own?.stop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
