import { line, stanzas, wholeFile, word } from './text.ts';
import type { Cataloger, FileFacts, FoundPackage } from './types.ts';

const LIMIT = 64 * 1024 * 1024;

type Fields = ReadonlyMap<string, string>;

/** dpkg's database; a file a package below status.d in images without dpkg itself. */
export const debian: Cataloger = {
  name: 'Debian packages',
  wants: ({ path }) => /^var\/lib\/dpkg\/(status|status\.d\/[^/]+)$/.test(path) && !path.endsWith('.md5sums'),
  read: (content, { size }) => fromStanzas(content, size, debianPackage, isInstalled),
};

/** apk's database; below `usr` where the system's folders are merged. */
export const alpine: Cataloger = {
  name: 'Alpine packages',
  wants: ({ path }) => /^(usr\/)?lib\/apk\/db\/installed$/.test(path),
  read: (content, { size }) => fromStanzas(content, size, alpinePackage, () => true),
};

export const osRelease: Cataloger = {
  name: 'os-release',
  wants: ({ path }) => path === 'etc/os-release' || path === 'usr/lib/os-release',
  async read(content, { size }) {
    const file = await wholeFile(content, size, 64 * 1024);
    if ('facts' in file) return file.facts;
    const value = (name: string) =>
      word(new RegExp(`^${name}=["']?([^"'\\r\\n]*)`, 'm').exec(file.text)?.[1]);
    const [id, version] = [value('ID'), value('VERSION_ID')];
    if (!id) return { problem: 'has no ID' };
    return { distribution: { id, ...(version ? { version } : {}) } };
  },
};

async function fromStanzas(
  content: AsyncIterable<Uint8Array>,
  size: number,
  read: (fields: Fields) => FoundPackage | undefined,
  counts: (fields: Fields) => boolean,
): Promise<FileFacts> {
  const file = await wholeFile(content, size, LIMIT);
  if ('facts' in file) return file.facts;
  const packages: FoundPackage[] = [];
  let bad = 0;
  for (const fields of stanzas(file.text)) {
    if (!counts(fields)) continue;
    const found = read(fields);
    if (found) packages.push(found);
    else bad++;
  }
  return bad ? { packages, problem: `${bad} entries have no proper name and version` } : { packages };
}

/** `Status: install ok installed`; what was removed and left its settings is listed too. */
const isInstalled = (fields: Fields): boolean => / installed$/.test(fields.get('Status') ?? ' installed');

function debianPackage(fields: Fields): FoundPackage | undefined {
  const [name, version] = [word(fields.get('Package')), word(fields.get('Version'))];
  if (!name || !version) return undefined;
  const architecture = word(fields.get('Architecture'));
  // `Source: glibc` or `Source: gcc-12 (12.2.0-14)`; absent when both are the package's own.
  const source = /^(\S+)(?:\s+\((\S+)\))?$/.exec(fields.get('Source') ?? '');
  const from = word(source?.[1]);
  return {
    ecosystem: 'deb',
    name,
    version,
    ...(architecture ? { architecture } : {}),
    ...(from ? { source: { name: from, ...(source?.[2] ? { version: source[2] } : {}) } } : {}),
  };
}

function alpinePackage(fields: Fields): FoundPackage | undefined {
  const [name, version] = [word(fields.get('P')), word(fields.get('V'))];
  if (!name || !version) return undefined;
  const [architecture, origin, license] = [
    word(fields.get('A')),
    word(fields.get('o')),
    line(fields.get('L')),
  ];
  return {
    ecosystem: 'apk',
    name,
    version,
    ...(license ? { license } : {}),
    ...(architecture ? { architecture } : {}),
    ...(origin && origin !== name ? { source: { name: origin } } : {}),
  };
}
