import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cniConfig, containerdConfig, kubeletConfig, proxyConfig } from './node-config.ts';
import { BIN, run, Server, until } from './programs.ts';
import { connect, type Slot, takeSlot } from './slot.ts';

/** Values that the kubelet wants; it sees them so, and the machine's own stay as they are. */
const SYSCTLS = {
  'vm/overcommit_memory': 1,
  'vm/panic_on_oom': 0,
  'kernel/panic': 10,
  'kernel/panic_on_oops': 1,
  'kernel/keys/root_maxkeys': 1_000_000,
  'kernel/keys/root_maxbytes': 25_000_000,
};

/**
 * The node: namespaces for mounts, processes and the network of its own. So containers, mounts, interfaces and
 * the rules of kube-proxy are gone when its first process is, and no two clusters see each other's.
 */
export class Node {
  readonly folder: string;
  readonly slot: Slot;
  /** The first process of the namespaces. */
  readonly #init: number;
  readonly #holder: Server;
  readonly #servers = new Map<string, { readonly argv: readonly string[]; server: Server }>();

  private constructor(folder: string, slot: Slot, init: number, holder: Server) {
    this.folder = folder;
    this.slot = slot;
    this.#init = init;
    this.#holder = holder;
  }

  static async create(folder: string): Promise<Node> {
    await mkdir(folder, { recursive: true });
    const binds = Object.entries(SYSCTLS).map(([name, value]) => {
      const file = join(folder, name.replaceAll('/', '.'));
      return `echo ${value} >'${file}'\n[ ! -e /proc/sys/${name} ] || mount --bind '${file}' /proc/sys/${name}`;
    });
    const script = `set -e
for at in /run /var/lib /var/log; do mount -t tmpfs tmpfs $at; done
mkdir -p /run/netns
mount --make-rshared /
${binds.join('\n')}
echo 1 >/proc/sys/net/ipv4/ip_forward
touch '${join(folder, 'ready')}'
while :; do sleep 1000 & wait $!; done`;
    await writeFile(join(folder, 'init.sh'), script);
    const spaces = ['--mount', '--pid', '--net', '--fork', '--kill-child=SIGKILL', '--mount-proc'];
    const argv = ['unshare', ...spaces, 'sh', join(folder, 'init.sh')];
    const holder = new Server('node', join(folder, 'node.log'), argv);
    try {
      await until('the namespaces of the node', 10, async () => {
        if (!holder.running) throw new Error(holder.tail());
        return (await run('cat', [join(folder, 'ready')])).stdout === '';
      });
      const [init] = await holder.children();
      if (init === undefined) throw new Error(`no process in the node\n${holder.tail()}`);
      const slot = await takeSlot(init);
      await connect(slot, init);
      return new Node(folder, slot, init, holder);
    } catch (error) {
      await holder.killInside();
      throw error;
    }
  }

  /** The first part of an argv that runs in the node. */
  get entry(): string[] {
    return ['nsenter', '-t', String(this.#init), '-m', '-p', '-n', '--'];
  }

  get socket(): string {
    return join(this.folder, 'containerd.sock');
  }

  get servers(): Server[] {
    return [this.#holder, ...[...this.#servers.values()].map(({ server }) => server)];
  }

  start(name: string, argv: readonly string[]): void {
    const server = new Server(name, join(this.folder, `${name}.log`), [...this.entry, ...argv]);
    this.#servers.set(name, { argv, server });
  }

  /** Kills `kubelet`, `containerd` or `kube-proxy` as a crash would. Containers go on running. */
  async killServer(name: string): Promise<void> {
    await this.#server(name).server.killInside();
  }

  /** Starts a killed one again, as before. The kubelet gives up if containerd does not run. */
  async restartServer(name: string): Promise<void> {
    this.start(name, this.#server(name).argv);
    if (name === 'containerd') await this.#containerdAnswers();
  }

  async #containerdAnswers(): Promise<void> {
    await until('containerd', 20, async () => {
      await run('ctr', ['--address', this.socket, 'version']);
      return true;
    });
  }

  #server(name: string) {
    const found = this.#servers.get(name);
    if (!found) throw new Error(`no ${name} here; there are ${[...this.#servers.keys()].join(', ')}`);
    return found;
  }

  async startContainerd(): Promise<void> {
    const at = (name: string) => join(this.folder, name);
    await mkdir(at('cni'));
    await mkdir(at('registries'));
    await writeFile(at('containerd.toml'), containerdConfig(at, this.socket));
    await writeFile(at('cni/10-bridge.conflist'), JSON.stringify(cniConfig(this.slot, at('addresses'))));
    this.start('containerd', ['containerd', '--config', at('containerd.toml')]);
    await this.#containerdAnswers();
  }

  async startKubelet(kubeconfig: string, caFile: string): Promise<void> {
    const config = join(this.folder, 'kubelet.json');
    await writeFile(config, JSON.stringify(kubeletConfig(this.folder, this.socket, this.slot, caFile)));
    const own = ['--root-dir', join(this.folder, 'kubelet'), '--cert-dir', join(this.folder, 'kubelet-pki')];
    const name = ['--hostname-override', 'node-1', '--node-ip', this.slot.node];
    const files = ['--config', config, '--kubeconfig', kubeconfig];
    this.start('kubelet', [join(BIN, 'kubelet'), ...files, ...own, ...name]);
  }

  async startProxy(kubeconfig: string): Promise<void> {
    const config = join(this.folder, 'kube-proxy.json');
    await writeFile(config, JSON.stringify(proxyConfig(this.slot, kubeconfig)));
    this.start('kube-proxy', [join(BIN, 'kube-proxy'), '--config', config, '--hostname-override', 'node-1']);
  }

  /** Ends every process in it; the kernel takes mounts and networks away. */
  async stop(): Promise<void> {
    await this.#holder.killInside();
    await Promise.all(this.servers.map((server) => server.kill()));
  }
}
