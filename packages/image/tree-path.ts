import { UserError } from '@fairway/runtime';

/** What stands at a path of a tree; its last part is not followed. */
export type Look = (
  path: string,
) => { readonly type: 'folder' | 'other' } | { readonly type: 'link'; readonly target: string } | undefined;

/** As Linux has it. */
const MAX_LINKS = 40;

/**
 * The real place of a folder inside a tree, every link on the way followed as if the tree were the root of
 * the file system: absolute targets start at its root, and `..` does not lead above it. Paths have no
 * leading slash; the root is ''. What does not exist is taken as written. UserError for a loop of links.
 */
export function realFolder(name: string, look: Look): string {
  const ahead = name.split('/').reverse();
  let real: string[] = [];
  for (let links = 0; ahead.length > 0; ) {
    const part = ahead.pop();
    if (part === undefined || part === '' || part === '.') continue;
    if (part === '..') {
      real.pop();
      continue;
    }
    const found = look([...real, part].join('/'));
    if (found?.type !== 'link') {
      real.push(part);
      continue;
    }
    if (++links > MAX_LINKS) {
      throw new UserError(`"${name}" goes through a loop of links`, { mend: 'build the image without it' });
    }
    if (found.target.startsWith('/')) real = [];
    ahead.push(...found.target.split('/').reverse());
  }
  return real.join('/');
}
