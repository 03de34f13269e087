import { PackageURL } from 'packageurl-js';
import { goPrograms } from './go.ts';
import { npmLock, npmPackages } from './npm.ts';
import { python } from './python.ts';
import { alpine, debian, osRelease } from './system.ts';
import type { Cataloger, Component, Distribution, FileFacts, FoundPackage, Inventory } from './types.ts';

/** The first that wants a file reads it. */
export const catalogers: readonly Cataloger[] = [
  npmPackages,
  npmLock,
  debian,
  alpine,
  osRelease,
  python,
  goPrograms,
];

/**
 * Joins what the files of one tree tell. The same files give the same inventory, whatever their order.
 * `files`: how many there are, known or not.
 */
export function joinFacts(facts: ReadonlyMap<string, FileFacts>, files: number): Inventory {
  const paths = [...facts.keys()].sort();
  const distribution =
    facts.get('etc/os-release')?.distribution ?? facts.get('usr/lib/os-release')?.distribution;
  const components = new Map<string, Component>();
  const problems: { path: string; problem: string }[] = [];
  for (const path of paths) {
    const { packages = [], locked = [], problem } = facts.get(path) ?? {};
    const bare = locked.length > 0 && !hasInstalled(path, facts);
    for (const found of bare ? [...packages, ...locked] : packages) {
      const purl = purlOf(found, distribution);
      if (purl === undefined) {
        problems.push({ path, problem: `names "${found.name}", which is not a proper package name` });
        continue;
      }
      const known = components.get(purl);
      if (!known?.paths.includes(path)) {
        // One copy may leave out what another says.
        components.set(purl, { ...found, ...known, purl, paths: [...(known?.paths ?? []), path] });
      }
    }
    if (problem !== undefined) problems.push({ path, problem });
  }
  return {
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
    ...(distribution ? { distribution } : {}),
    problems,
    files,
  };
}

/** Whether there are packages below `node_modules` beside a lock file. */
function hasInstalled(lock: string, facts: ReadonlyMap<string, FileFacts>): boolean {
  const folder = `${lock.slice(0, lock.lastIndexOf('/') + 1)}node_modules/`;
  for (const path of facts.keys()) if (path.startsWith(folder)) return true;
  return false;
}

/** https://github.com/package-url/purl-spec; undefined for a name that its type does not allow. */
function purlOf(found: FoundPackage, distribution: Distribution | undefined): string | undefined {
  const { ecosystem, name, version, architecture, source } = found;
  const slash = name.lastIndexOf('/');
  const system = ecosystem === 'deb' || ecosystem === 'apk';
  const ofSystem = distribution?.id ?? (ecosystem === 'deb' ? 'debian' : 'alpine');
  const namespace = system ? ofSystem : slash > 0 ? name.slice(0, slash) : undefined;
  const qualifiers: Record<string, string> = {};
  if (system && architecture) qualifiers.arch = architecture;
  if (system && distribution?.version) qualifiers.distro = `${distribution.id}-${distribution.version}`;
  if (source) qualifiers.upstream = source.version ? `${source.name}@${source.version}` : source.name;
  try {
    return new PackageURL(
      ecosystem,
      namespace,
      system ? name : name.slice(slash + 1),
      version,
      qualifiers,
      undefined,
    ).toString();
  } catch {
    return undefined;
  }
}
