import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface StatsModule {
  name?: string;
  modules?: StatsModule[];
}

/**
 * The licence texts of every package in a bundle, from webpack's own list of modules: ncc's `--license`
 * forgets packages once there is more than one chunk.
 */
export function licensesOf(root: string, stats: { modules?: StatsModule[] }): string {
  const folders = new Set<string>();
  const visit = (module: StatsModule): void => {
    const match = /^\.\/(?:.*\/)?node_modules\/(?!@fairway\/)((?:@[^/]+\/)?[^/ ]+)/.exec(module.name ?? '');
    if (match) folders.add(match[0].replace(/^\.\//, ''));
    for (const inner of module.modules ?? []) visit(inner);
  };
  for (const module of stats.modules ?? []) visit(module);
  const notices = [...folders].sort().map((folder) => notice(join(root, folder)));
  return [...new Set(notices)].join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license ?? 'see text'})\n\n${text}\n`;
}
