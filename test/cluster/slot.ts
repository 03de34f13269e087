import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './programs.ts';

/** What one cluster has of the machine: a network interface, addresses and control groups, by its number. */
export interface Slot {
  readonly link: string;
  /** The machine as the node sees it: API server, etcd and relays listen there. */
  readonly host: string;
  readonly node: string;
  readonly pods: string;
  readonly gateway: string;
  readonly services: string;
  /** The first address of `services`: the API server's, for pods. */
  readonly apiService: string;
  readonly dns: string;
  readonly cgroup: string;
}

const SLOTS = 128;
const PREFIX = 'fairway-cluster-';

/** 198.18.0.0/15 is kept for tests of networks, so nobody's own addresses lie in it: four /24 for each cluster. */
export function slotOf(number: number): Slot {
  const net = (third: number) => {
    const part = number * 4 + third;
    return `198.${18 + (part >> 8)}.${part & 255}`;
  };
  return {
    link: `fwcluster${number}`,
    host: `${net(0)}.1`,
    node: `${net(0)}.2`,
    pods: `${net(1)}.0/24`,
    gateway: `${net(1)}.1`,
    services: `${net(2)}.0/24`,
    apiService: `${net(2)}.1`,
    dns: `${net(2)}.10`,
    cgroup: `${PREFIX}${number}`,
  };
}

/** Takes a free slot for the network namespace of `pid`. Making the interface is the lock: a name exists once. */
export async function takeSlot(pid: number): Promise<Slot> {
  const first = Math.floor(Math.random() * SLOTS);
  for (let tries = 0; tries < SLOTS; tries++) {
    const slot = slotOf((first + tries) % SLOTS);
    try {
      await run('ip', [
        'link',
        'add',
        slot.link,
        'type',
        'veth',
        'peer',
        'name',
        'uplink',
        'netns',
        String(pid),
      ]);
    } catch (error) {
      if (/File exists/.test(String(error))) continue;
      throw error;
    }
    await sweepGroups();
    await removeGroups(slot.cgroup);
    await makeGroups(slot.cgroup);
    return slot;
  }
  throw new Error(`${SLOTS} clusters run here already`);
}

/** Gives an address to each end and leads the cluster's networks through the node. */
export async function connect(slot: Slot, pid: number): Promise<void> {
  const outside = `address add ${slot.host}/30 dev ${slot.link}
link set ${slot.link} up
route add ${slot.pods} via ${slot.node}
route add ${slot.services} via ${slot.node}`;
  const inside = `address add ${slot.node}/30 dev uplink
link set lo up
link set uplink up
route add default via ${slot.host}`;
  await run('ip', ['-batch', '-'], { input: outside });
  await run('nsenter', ['-t', String(pid), '-n', 'ip', '-batch', '-'], { input: inside });
}

export async function freeSlot(slot: Slot): Promise<void> {
  // It goes by itself with the namespace, a moment later.
  await run('ip', ['link', 'delete', slot.link]).catch(() => undefined);
  await removeGroups(slot.cgroup);
  await sweepGroups();
}

const GROUPS = '/sys/fs/cgroup';

/** The mount points of control groups: one with version 2, one for each controller with version 1. */
async function hierarchies(): Promise<string[]> {
  const mounts = (await readFile('/proc/mounts', 'utf8')).split('\n').map((line) => line.split(' '));
  return mounts.flatMap(([, at = '', type = '']) =>
    /^cgroup2?$/.test(type) && at.startsWith(GROUPS) ? [at] : [],
  );
}

async function makeGroups(name: string): Promise<void> {
  for (const hierarchy of await hierarchies()) {
    const controllers = await readFile(join(hierarchy, 'cgroup.controllers'), 'utf8').catch(() => '');
    const wanted = controllers
      .split(/\s+/)
      .filter(Boolean)
      .map((controller) => `+${controller}`);
    const group = join(hierarchy, name);
    await mkdir(group, { recursive: true });
    for (const folder of wanted.length ? [hierarchy, group] : []) {
      await writeFile(join(folder, 'cgroup.subtree_control'), wanted.join(' ')).catch(() => undefined);
    }
  }
}

async function removeGroups(name: string): Promise<void> {
  for (const hierarchy of await hierarchies()) {
    // A group is busy until the last process in it is gone for good.
    for (let tries = 0; tries < 50 && !(await removeGroup(join(hierarchy, name))); tries++) await sleep(50);
  }
}

async function removeGroup(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await removeGroup(join(folder, entry.name));
  return rmdir(folder).then(
    () => true,
    () => !existsSync(folder),
  );
}

/** Groups of clusters whose test was killed: their interface is gone. */
async function sweepGroups(): Promise<void> {
  for (const hierarchy of await hierarchies()) {
    for (const name of await readdir(hierarchy)) {
      const number = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN;
      if (Number.isNaN(number) || existsSync(`/sys/class/net/${slotOf(number).link}`)) continue;
      await removeGroup(join(hierarchy, name));
    }
  }
}

/** Folders of clusters whose test was killed. */
export async function sweepFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    const pid =
      name.startsWith('fw-cluster-') && (await readFile(join(folder, 'pid'), 'utf8').catch(() => ''));
    if (pid && !existsSync(`/proc/${pid}`)) await rm(folder, { recursive: true, force: true });
  }
}
