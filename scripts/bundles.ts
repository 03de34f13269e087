import { existsSync, readdirSync } from 'node:fs';

export interface Bundle {
  /** Folder under dist/. */
  name: string;
  /** Source file that executes, relative to the repository. */
  entry: string;
}

/** Every bundle: one an action, the command line, and the daemon of the process target. */
export function bundles(root: string): Bundle[] {
  const actions = readdirSync(`${root}/actions`)
    .filter((name) => existsSync(`${root}/actions/${name}/src/main.ts`))
    .sort()
    .map((name) => ({ name, entry: `actions/${name}/src/main.ts` }));
  return [
    ...actions,
    { name: 'cli', entry: 'packages/cli/main.ts' },
    { name: 'supervisor', entry: 'packages/targets/process/supervisor/main.ts' },
  ].filter(({ entry }) => existsSync(`${root}/${entry}`));
}
