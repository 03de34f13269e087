import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What a cluster has left on the machine: programs, mounts and control groups that name its folder or group. */
export function tracesOf(folder: string, registry: string, link: string, cgroup: string): string[] {
  const programs = [...programsIn(folder), ...programsIn(registry)];
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .filter((line) => line.includes(folder));
  const groups = readdirSync('/sys/fs/cgroup', { recursive: false, encoding: 'utf8' })
    .flatMap((name) => [`/sys/fs/cgroup/${name}`, `/sys/fs/cgroup/${name}/${cgroup}`])
    .filter((path) => path.endsWith(`/${cgroup}`));
  const files = [folder, registry, `/sys/class/net/${link}`, ...groups].filter((path) => existsSync(path));
  return [...programs, ...mounts, ...files];
}

/** The names of programs whose command line names the folder. */
export function programsIn(folder: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const argv = /^\d+$/.test(pid) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
      return argv.includes(folder) ? [argv.split('\0')[0]?.split('/').at(-1) ?? ''] : [];
    } catch {
      // It ended while we looked.
      return [];
    }
  });
}
