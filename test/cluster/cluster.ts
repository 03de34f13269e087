import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { ControlPlane } from './control-plane.ts';
import { Credentials } from './credentials.ts';
import { busyboxImage, type Layout } from './images.ts';
import { Node } from './node.ts';
import { PAUSE } from './node-config.ts';
import { BIN, HOME, run, Server, until } from './programs.ts';
import { freeSlot, sweepFolders } from './slot.ts';
import { bind, type Permission } from './users.ts';

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}

const CRDS = {
  'gateway-api': /\.gateway\.networking\.k8s\.io$/,
  istio: /^(virtualservices|destinationrules)\.networking\.istio\.io$/,
};

/**
 * Starts a cluster with one node: etcd, API server (RBAC), controller manager, scheduler, kubelet, containerd,
 * kube-proxy and a registry, all real. It is ready when the node is and pods can be made. Takes about 15 seconds.
 */
export async function startCluster(_options: { readonly nodes?: 1 } = {}): Promise<Cluster> {
  await sweepFolders();
  const folder = await mkdtemp(join(tmpdir(), 'fw-cluster-'));
  await writeFile(join(folder, 'pid'), String(process.pid));
  const node = await Node.create(join(folder, 'node')).catch(async (error) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  const credentials = new Credentials(folder);
  const plane = new ControlPlane(folder, node.slot, credentials);
  const registry = await startRegistry();
  const cluster = new Cluster(folder, node, plane, credentials, registry);
  try {
    await cluster.start();
    return cluster;
  } catch (error) {
    const story = [...plane.servers, ...node.servers].map((server) => server.tail()).join('\n');
    await cluster.stop();
    throw new Error(`the cluster did not start: ${String(error)}\n${story}`);
  }
}

export class Cluster {
  /** Of an administrator. */
  kubeconfig = '';
  /** For the PATH of programs that call kubectl. */
  readonly bin: string = BIN;
  readonly folder: string;
  /** Images of it are pulled by nodes under the same name: `127.0.0.1:<port>/...`. */
  readonly registry: TestRegistry;
  readonly node: Node;
  readonly #plane: ControlPlane;
  readonly #credentials: Credentials;
  readonly #relays: Server[] = [];

  constructor(
    folder: string,
    node: Node,
    plane: ControlPlane,
    credentials: Credentials,
    registry: TestRegistry,
  ) {
    this.folder = folder;
    this.node = node;
    this.registry = registry;
    this.#plane = plane;
    this.#credentials = credentials;
  }

  /** `https://<address>:6443`. */
  get url(): string {
    return this.#plane.url;
  }

  async start(): Promise<void> {
    await this.#credentials.create();
    const admin = { user: 'admin', groups: ['system:masters'] };
    this.kubeconfig = await this.#credentials.kubeconfig('admin', this.url, admin);
    await Promise.all([this.#startRuntime(), this.#plane.start()]);
    await this.#plane.ready(this.kubeconfig);
    await this.#startNode();
    await until('a node that is ready', 60, async () => {
      await this.kubectl('wait', '--for=condition=Ready', 'node/node-1', '--timeout=10s');
      await this.kubectl('get', 'serviceaccount', 'default');
      return (await fetch(`http://${this.node.slot.node}:10256/healthz`)).ok;
    });
  }

  /** Runs kubectl as the administrator; returns what it prints, trimmed. */
  async kubectl(...args: string[]): Promise<string> {
    return (await this.#kubectl(args)).trim();
  }

  /** Server-side apply, as field manager `test`. */
  async apply(...objects: KubernetesObject[]): Promise<void> {
    const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    await this.#kubectl(['apply', '--server-side', '--field-manager=test', '-f', '-'], input);
  }

  async applyCrds(name: keyof typeof CRDS): Promise<void> {
    const text = await readFile(join(HOME, 'crds', `${name}.yaml`), 'utf8');
    const parts = text.split(/^---$/m).filter((part) => {
      const crd = /^ {2}name: (\S+)$/m.exec(part)?.[1];
      return crd !== undefined && CRDS[name].test(crd);
    });
    const file = join(this.folder, `${name}.yaml`);
    await writeFile(file, parts.join('\n---\n'));
    await this.kubectl('apply', '--server-side', '-f', file);
    await this.kubectl('wait', '--for=condition=Established', '--timeout=30s', '-f', file);
  }

  /** Puts an image into the node, without a registry, under a name such as `fairway.test/web:1`. */
  async loadImage(source: Layout, name: string): Promise<void> {
    const work = await mkdtemp(join(this.folder, 'image-'));
    const index = JSON.parse(await readFile(join(source.folder, 'index.json'), 'utf8'));
    for (const manifest of index.manifests) manifest.annotations = { 'io.containerd.image.name': name };
    await writeFile(join(work, 'index.json'), JSON.stringify(index));
    const tar = join(work, 'image.tar');
    await run('tar', ['-cf', tar, '-C', source.folder, 'oci-layout', 'blobs', '-C', work, 'index.json']);
    await run('ctr', ['--address', this.node.socket, '-n', 'k8s.io', 'images', 'import', tar]);
    await rm(work, { recursive: true });
  }

  /** Pushes to the registry; returns `127.0.0.1:<port>/<repository>@sha256:...`. */
  async pushImage(source: Layout, repository: string, tag = 'latest'): Promise<string> {
    const to = `${this.registry.host}/${repository}`;
    const copy = ['--insecure-policy', 'copy', '--quiet', '--preserve-digests', '--dest-tls-verify=false'];
    await run('skopeo', [...copy, `oci:${source.folder}`, `docker://${to}:${tag}`]);
    return `${to}@${source.digest}`;
  }

  /** Makes a server of the test at `127.0.0.1:<port>` reachable for pods; returns its address for them. */
  async expose(port: number): Promise<string> {
    const { host } = this.node.slot;
    const config = join(this.folder, `relay-${port}.cfg`);
    const times = ['connect', 'client', 'server'].map((name) => `  timeout ${name} 1h`).join('\n');
    const relay = `listen relay\n  bind ${host}:${port}\n  server test 127.0.0.1:${port}\n`;
    await writeFile(config, `defaults\n  mode tcp\n${times}\n${relay}`);
    this.#relays.push(new Server('relay', `${config}.log`, ['haproxy', '-db', '-f', config]));
    await until(`the relay of port ${port}`, 10, () => listens(host, port));
    return `${host}:${port}`;
  }

  /** Lets the node pull from a plain registry at `127.0.0.1:<port>`, by that name. */
  async trustRegistry(port: number): Promise<void> {
    const address = await this.expose(port);
    const folder = join(this.node.folder, 'registries', `127.0.0.1:${port}`);
    await mkdir(folder, { recursive: true });
    const server = `server = "http://${address}"\n[host."http://${address}"]\n  capabilities = ["pull", "resolve"]\n`;
    await writeFile(join(folder, 'hosts.toml'), server);
  }

  /** A kubeconfig of a user with a client certificate and no more rights than these. */
  async addUser(name: string, permission: Permission): Promise<string> {
    await this.apply(
      ...bind(name, { kind: 'User', name, apiGroup: 'rbac.authorization.k8s.io' }, permission),
    );
    return this.#credentials.kubeconfig(`user-${name}`, this.url, { user: name });
  }

  /** A kubeconfig of a service account with a token, valid for an hour or expired an hour ago. */
  async addToken(name: string, permission: Permission, { expired = false } = {}): Promise<string> {
    const namespace = permission.namespace ?? 'default';
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
    await this.apply(account, ...bind(name, { kind: 'ServiceAccount', name, namespace }, permission));
    const get = ['get', 'serviceaccount', name, '-n', namespace, '-o', 'jsonpath={.metadata.uid}'];
    const now = Math.floor(Date.now() / 1000);
    const [from, to] = expired ? [now - 7200, now - 3600] : [now - 60, now + 3600];
    const token = this.#credentials.token({ namespace, name, uid: await this.kubectl(...get) }, from, to);
    return this.#credentials.kubeconfig(`token-${name}`, this.url, { token });
  }

  /** Ends everything that it started and takes everything away that it made. */
  async stop(): Promise<void> {
    await Promise.all([this.node.stop(), this.#plane.stop(), ...this.#relays.map((relay) => relay.kill())]);
    await Promise.all([freeSlot(this.node.slot), this.registry.stop()]);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #kubectl(args: readonly string[], input?: string): Promise<string> {
    // Its caches of discovery belong to this cluster, not to the user's home.
    const env = { KUBECONFIG: this.kubeconfig, KUBECACHEDIR: join(this.folder, 'kubectl-cache') };
    return (await run(join(BIN, 'kubectl'), args, { env, ...(input === undefined ? {} : { input }) })).stdout;
  }

  async #startRuntime(): Promise<void> {
    await this.node.startContainerd();
    await this.loadImage(await busyboxImage(join(this.folder, 'pause'), {}), PAUSE);
    await this.trustRegistry(this.registry.port);
  }

  async #startNode(): Promise<void> {
    const node = { user: 'system:node:node-1', groups: ['system:nodes'] };
    const kubelet = await this.#credentials.kubeconfig('kubelet', this.url, node);
    const proxy = await this.#credentials.kubeconfig('kube-proxy', this.url, { user: 'system:kube-proxy' });
    await this.node.startKubelet(kubelet, this.#credentials.caFile);
    await this.node.startProxy(proxy);
  }
}

/** Whether the port is taken there: binding it again fails. */
function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(true));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}
