import { line, wholeFile, word } from './text.ts';
import type { Cataloger, FileFacts, FoundPackage } from './types.ts';

const PACKAGE = /(^|\/)node_modules\/(@[^/]+\/)?[^/@.][^/]*\/package\.json$/;
const LOCK = /(^|\/)(package-lock|npm-shrinkwrap)\.json$/;
const PACKAGE_LIMIT = 2 * 1024 * 1024;
const LOCK_LIMIT = 32 * 1024 * 1024;

type Json = Record<string, unknown>;

/** What is installed: each package's own package.json below node_modules. */
export const npmPackages: Cataloger = {
  name: 'npm packages',
  wants: ({ path }) => PACKAGE.test(path),
  async read(content, { size }) {
    return await parsed(content, size, PACKAGE_LIMIT, ({ name, version, license }) => {
      const found = npmPackage(name, version, license);
      return found ? { packages: [found] } : { problem: 'has no proper name and version' };
    });
  },
};

/** What an app that was bundled was made from. Development packages are not in it. */
export const npmLock: Cataloger = {
  name: 'npm lock file',
  wants: ({ path }) => LOCK.test(path) && !path.includes('node_modules/'),
  async read(content, { size }) {
    return await parsed(content, size, LOCK_LIMIT, (lock) => {
      const rows = isObject(lock.packages) ? modern(lock.packages) : old(lock.dependencies);
      const locked: FoundPackage[] = [];
      let bad = 0;
      for (const { name, version, license } of rows) {
        const found = npmPackage(name, version, license);
        if (found) locked.push(found);
        else bad++;
      }
      return bad ? { locked, problem: `${bad} entries have no proper name and version` } : { locked };
    });
  },
};

interface Row {
  readonly name: unknown;
  readonly version: unknown;
  readonly license?: unknown;
}

/** Version 2 and 3: by path. Links lead to the app's own workspaces. */
function* modern(packages: Json): Generator<Row> {
  for (const [path, entry] of Object.entries(packages)) {
    const at = path.lastIndexOf('node_modules/');
    if (at < 0 || !isObject(entry) || entry.link === true || entry.dev === true) continue;
    yield {
      name: entry.name ?? path.slice(at + 'node_modules/'.length),
      version: entry.version,
      license: entry.license,
    };
  }
}

/** Version 1: nested by name. By a list and not by calls: its depth is the file's choice. */
function* old(dependencies: unknown): Generator<Row> {
  const rest = [dependencies];
  for (let level = rest.pop(); level !== undefined; level = rest.pop()) {
    if (!isObject(level)) continue;
    for (const [name, entry] of Object.entries(level)) {
      if (!isObject(entry)) continue;
      if (entry.dependencies !== undefined) rest.push(entry.dependencies);
      if (entry.dev !== true) yield { name, version: entry.version };
    }
  }
}

function npmPackage(name: unknown, version: unknown, license: unknown): FoundPackage | undefined {
  const [known, text] = [word(name), word(version)];
  if (!known || !text || !/^(@[^/@]+\/)?[^/@]+$/.test(known)) return undefined;
  const written = line(isObject(license) ? license.type : license);
  return { ecosystem: 'npm', name: known, version: text, ...(written ? { license: written } : {}) };
}

async function parsed(
  content: AsyncIterable<Uint8Array>,
  size: number,
  limit: number,
  facts: (value: Json) => FileFacts,
): Promise<FileFacts> {
  const file = await wholeFile(content, size, limit);
  if ('facts' in file) return file.facts;
  let value: unknown;
  try {
    value = JSON.parse(file.text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'is not valid JSON' };
  }
  return isObject(value) ? facts(value) : { problem: 'is not a JSON object' };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
