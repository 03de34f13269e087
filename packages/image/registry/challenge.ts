export type Challenge =
  | { readonly scheme: 'basic'; readonly realm: string }
  | {
      readonly scheme: 'bearer';
      readonly realm: string;
      readonly service: string | undefined;
      readonly scopes: readonly string[];
    };

/**
 * Reads `WWW-Authenticate`. One header may hold several challenges, and values may hold commas in quotes.
 * Bearer comes first when both are offered. undefined: nothing we can answer.
 */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  const found = challenges(header ?? '');
  const bearer = found.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'));
  if (bearer) {
    const { parameters } = bearer;
    return {
      scheme: 'bearer',
      realm: parameters.get('realm') ?? '',
      service: parameters.get('service'),
      scopes: (parameters.get('scope') ?? '').split(' ').filter((scope) => scope !== ''),
    };
  }
  const basic = found.find(({ scheme }) => scheme === 'basic');
  return basic && { scheme: 'basic', realm: basic.parameters.get('realm') ?? '' };
}

interface Found {
  readonly scheme: string;
  readonly parameters: Map<string, string>;
}

/** `name=value`, `name="quoted \" value"`, or a word that starts the next challenge. */
const PART = /([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g;

function challenges(header: string): Found[] {
  const found: Found[] = [];
  for (const [, name = '', quoted, plain] of header.matchAll(PART)) {
    if (quoted === undefined && plain === undefined) {
      found.push({ scheme: name.toLowerCase(), parameters: new Map() });
    } else {
      const value = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '';
      found.at(-1)?.parameters.set(name.toLowerCase(), value);
    }
  }
  return found;
}
