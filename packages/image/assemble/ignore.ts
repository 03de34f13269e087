import { UserError } from '@fairway/runtime';

/**
 * Patterns as in .dockerignore: relative to the context, `*` and `?` within a name, `**` over folders, a
 * folder stands for all below it, `!` takes back, the last match wins. `.git` is always left out.
 */
export function ignoreMatcher(patterns: readonly string[]): (path: string) => boolean {
  const rules = ['.git', '**/.git', ...patterns].map((pattern) => {
    const kept = pattern.startsWith('!');
    const body = (kept ? pattern.slice(1) : pattern).replace(/^\.?\/+/, '').replace(/\/+$/, '');
    if (body === '' || body.split('/').includes('..')) {
      throw new UserError(`"${pattern}" is not a valid ignore pattern`, {
        mend: 'write a path relative to the context, such as **/*.test.ts',
      });
    }
    return { kept, test: new RegExp(`^${source(body)}(/|$)`, 's') };
  });
  return (path) => {
    let ignored = false;
    for (const { kept, test } of rules) if (test.test(path)) ignored = !kept;
    return ignored;
  };
}

function source(pattern: string): string {
  return pattern.replace(/\*\*\/|\/\*\*$|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (part) => {
    switch (part) {
      case '**/':
        return '(?:.*/)?';
      case '/**':
        return '/.+';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      default:
        return `\\${part}`;
    }
  });
}
