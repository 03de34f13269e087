import { join } from 'node:path';
import { type Credentials, ISSUER } from './credentials.ts';
import { BIN, run, Server, until } from './programs.ts';
import type { Slot } from './slot.ts';

/** etcd and the three servers of Kubernetes, on an address that only this cluster has. */
export class ControlPlane {
  readonly servers: Server[] = [];
  readonly url: string;
  readonly #folder: string;
  readonly #slot: Slot;
  readonly #credentials: Credentials;

  constructor(folder: string, slot: Slot, credentials: Credentials) {
    this.#folder = folder;
    this.#slot = slot;
    this.#credentials = credentials;
    this.url = `https://${slot.host}:6443`;
  }

  async start(): Promise<void> {
    const { caFile, caKeyFile, signerKeyFile } = this.#credentials;
    await this.#startStore();
    await this.#startApi();
    const user = (name: string) =>
      this.#credentials.kubeconfig(name, this.url, { user: `system:kube-${name}` });
    const [manager, scheduler] = await Promise.all([user('controller-manager'), user('scheduler')]);
    const own = ['--leader-elect=false', `--bind-address=${this.#slot.host}`];
    this.#start('kube-controller-manager', [
      ...own,
      ...[`--kubeconfig=${manager}`, `--root-ca-file=${caFile}`, '--use-service-account-credentials'],
      ...[`--service-account-private-key-file=${signerKeyFile}`],
      ...[`--cluster-signing-cert-file=${caFile}`, `--cluster-signing-key-file=${caKeyFile}`],
      '--horizontal-pod-autoscaler-sync-period=5s',
    ]);
    this.#start('kube-scheduler', [...own, `--kubeconfig=${scheduler}`]);
  }

  /** Until the API server says that it is ready. */
  async ready(kubeconfig: string): Promise<void> {
    const ask = ['--kubeconfig', kubeconfig, 'get', '--raw', '/readyz'];
    await until('the API server', 60, async () => {
      const dead = this.servers.find((server) => !server.running);
      if (dead) throw new Error(dead.tail());
      return (await run(join(BIN, 'kubectl'), ask)).stdout === 'ok';
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.kill()));
  }

  #start(name: string, args: readonly string[]): void {
    const program = name === 'etcd' ? name : join(BIN, name);
    this.servers.push(new Server(name, join(this.#folder, `${name}.log`), [program, ...args]));
  }

  async #startStore(): Promise<void> {
    const client = `http://${this.#slot.host}:2379`;
    const peer = `http://${this.#slot.host}:2380`;
    this.#start('etcd', [
      ...['--data-dir', join(this.#folder, 'etcd'), '--unsafe-no-fsync'],
      ...['--listen-client-urls', client, '--advertise-client-urls', client],
      ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer],
      ...['--initial-cluster', `default=${peer}`],
    ]);
  }

  async #startApi(): Promise<void> {
    const { caFile, signerFile, signerKeyFile } = this.#credentials;
    const { host, services, apiService } = this.#slot;
    const names = [`IP:${host}`, `IP:${apiService}`, 'DNS:kubernetes.default.svc', 'DNS:kubernetes'];
    const server = await this.#credentials.issue('kube-apiserver', { user: 'kube-apiserver', names });
    const masters = { user: 'kube-apiserver', groups: ['system:masters'] };
    const client = await this.#credentials.issue('kubelet-client', masters);
    this.#start('kube-apiserver', [
      ...[`--etcd-servers=http://${host}:2379`, `--bind-address=${host}`, `--advertise-address=${host}`],
      ...['--secure-port=6443', `--service-cluster-ip-range=${services}`],
      ...[`--tls-cert-file=${server.cert}`, `--tls-private-key-file=${server.key}`],
      ...[`--client-ca-file=${caFile}`, '--authorization-mode=Node,RBAC'],
      ...['--enable-admission-plugins=NodeRestriction', '--allow-privileged=true'],
      ...[`--service-account-issuer=${ISSUER}`, `--service-account-key-file=${signerFile}`],
      `--service-account-signing-key-file=${signerKeyFile}`,
      ...[`--kubelet-client-certificate=${client.cert}`, `--kubelet-client-key=${client.key}`],
      '--kubelet-preferred-address-types=InternalIP',
    ]);
  }
}
