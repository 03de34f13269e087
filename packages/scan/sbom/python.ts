import { line, stanzas, wholeFile, word } from './text.ts';
import type { Cataloger } from './types.ts';

const LIMIT = 4 * 1024 * 1024;

/** Installed Python distributions: the headers of their METADATA. */
export const python: Cataloger = {
  name: 'Python packages',
  wants: ({ path }) => /\.dist-info\/METADATA$|\.egg-info\/PKG-INFO$|\.egg-info$/.test(path),
  async read(content, { size }) {
    const file = await wholeFile(content, size, LIMIT);
    if ('facts' in file) return file.facts;
    // The first block; the description after it is text.
    const [fields] = stanzas(file.text.replace(/^\s+/, ''));
    const [name, version] = [word(fields?.get('Name')), word(fields?.get('Version'))];
    if (!name || !version) return { problem: 'has no proper name and version' };
    const license = line(fields?.get('License-Expression') ?? fields?.get('License'));
    return { packages: [{ ecosystem: 'pypi', name, version, ...(license ? { license } : {}) }] };
  },
};
