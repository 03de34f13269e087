import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { context, describeError, systemFiles } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { loadConfig, parseConfig } from './index.ts';

const sample = (name: string) => readFileSync(new URL(`samples/${name}.yml`, import.meta.url), 'utf8');
const MINIMAL = sample('minimal');

function problemsOf(source: string): string {
  try {
    parseConfig(source, 'fairway.yml');
  } catch (error) {
    return describeError(error).text;
  }
  throw new Error('the file was accepted');
}

function workspace(files: Record<string, string | Uint8Array>): {
  folder: string;
  load: (path?: string) => ReturnType<typeof loadConfig>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-config-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const ports = { files: systemFiles, context: context({ GITHUB_WORKSPACE: folder }) };
  return { folder, load: (path) => loadConfig(ports, path) };
}

describe('what a good file becomes', () => {
  it('reads every section with typed values', () => {
    const config = parseConfig(sample('full'), 'fairway.yml');
    expect(config.environments.production?.strategy).toMatchObject({
      type: 'canary',
      config: { bake: 300_000, steps: [{ weight: 5 }, { weight: 25, bake: 2_000 }, { weight: 50 }] },
    });
    expect(config.environments.staging).toMatchObject({
      after: ['dev'],
      target: { type: 'process', config: { port: 8082, readyWithin: 30_000 } },
      checks: [{ http: 'http://127.0.0.1:8082/healthz', expect: 200, within: 30_000 }],
    });
    expect(config.release).toEqual({ tagPrefix: 'v', initialVersion: '0.1.0' });
  });

  it('fills in defaults', () => {
    expect(parseConfig(MINIMAL, 'f')).toMatchObject({
      version: 1,
      app: 'shop',
      ledger: { backend: 'auto', prefix: 'refs/fairway' },
      release: { tagPrefix: 'v' },
      scan: { failOn: 'high' },
    });
  });

  it.each([
    ['a byte order mark', `\uFEFF${MINIMAL}`],
    ['CRLF', MINIMAL.replaceAll('\n', '\r\n')],
    ['document markers', `---\n${MINIMAL}...\n`],
  ])('does not mind %s', (_, source) => {
    expect(parseConfig(source, 'f')).toEqual(parseConfig(MINIMAL, 'f'));
  });

  it('follows aliases and merge keys; own keys win', () => {
    const source = `version: 1
app: shop
environments:
  dev: { target: { process: &p { port: 8081, health: /ready, drain: 1s } } }
  prod: { after: dev, target: { process: { port: 8082, <<: *p, drain: 2s } } }
`;
    const { environments } = parseConfig(source, 'f');
    expect(environments.prod?.target.config).toMatchObject({ port: 8082, health: '/ready', drain: 2_000 });
  });
});

describe('what a bad file is told', () => {
  it('names all problems with line, column, source line and caret', () => {
    const source = `version: 1
app: Shop
enviroments: {}
environments:
  dev:
    target: { process: { port: 80811, helth: /x } }
    checks:
      - { http: 'ftp://x', within: 30 }
`;
    expect(problemsOf(source)).toMatchInlineSnapshot(`
      "6 problems in fairway.yml:

      fairway.yml:2:6: "Shop" is not valid: lower-case letters, digits and "-", starting with a letter or digit, at most 63
        2 | app: Shop
          |      ^
      fairway.yml:3:1: unknown key "enviroments". Did you mean "environments"? Valid: version, app, image, scan, ledger, release, providers, notify, environments.
        3 | enviroments: {}
          | ^
      fairway.yml:6:32: expected a whole number from 1 up to 65535, found 80811
        6 |     target: { process: { port: 80811, helth: /x } }
          |                                ^
      fairway.yml:6:39: unknown key "helth". Did you mean "health"? Valid: port, health, ready-within, drain, env.
        6 |     target: { process: { port: 80811, helth: /x } }
          |                                       ^
      fairway.yml:8:17: expected a URL with http:// or https://, found "ftp://x"
        8 |       - { http: 'ftp://x', within: 30 }
          |                 ^
      fairway.yml:8:36: expected a duration with a unit such as 30s, 5m or 1h30m, found 30
        8 |       - { http: 'ftp://x', within: 30 }
          |                                    ^
      Where: fairway.yml:2:6
      To mend it: correct the marked places"
    `);
  });

  const cases: [string, string, RegExp][] = [
    [
      'a strategy that the target cannot do',
      `${MINIMAL}    strategy: { rolling: {} }\n`,
      /fairway\.yml:7:17: the target process does not replace its instances one after the other: use blue-green/,
    ],
    [
      'an analysis of a metric that is not there',
      `${MINIMAL}    strategy: { blue-green: { metrics: [], after-switch: { metrics: [errors] } } }\n`,
      /fairway\.yml:7:70: unknown metric "errors"\. The strategy has no metrics\./,
    ],
    [
      'a duplicate key',
      MINIMAL.replace('app: shop', 'app: shop\napp: shop'),
      /fairway\.yml:3:1: "app" stands here twice/,
    ],
    [
      'a tab',
      'version: 1\nenvironments:\n\tdev: x\n',
      /fairway\.yml:3:1: tab characters.*indent with spaces/,
    ],
    ['an open quote', 'app: "x', /fairway\.yml:1:\d+: not valid YAML/],
    ['two documents', `${MINIMAL}---\napp: x\n`, /fairway\.yml:8:1: a second document/],
    ['an unknown anchor', 'version: 1\napp: *name\n', /fairway\.yml:2:6: no anchor &name/],
    ['an alias inside of its anchor', 'version: &a [*a]\n', /stands inside of its own anchor/],
    ['a merge of a scalar', 'version: 1\n<<: &x 3\n', /"<<" takes a mapping/],
    ['a list as a key', '? [a]\n: 1\n', /a key must be text/],
    ['__proto__', '__proto__: {}\n', /"__proto__" cannot be a key/],
    ['an unknown tag', 'version: !!js/function x\n', /fairway\.yml:1:10: .*tag/],
    [
      'a number for text',
      MINIMAL.replace('app: shop', 'app: 1.10'),
      /2:6: expected text, found 1\.1; quote it/,
    ],
    [
      'a boolean for text',
      MINIMAL.replace('app: shop', 'app: true'),
      /2:6: expected text, found true; quote it/,
    ],
    ['nothing for text', MINIMAL.replace('app: shop', 'app:'), /2:4: expected text, found nothing$/m],
    ['a newer format', MINIMAL.replace('version: 1', 'version: 2'), /1:10: format 2 is newer/],
    ['a long name', MINIMAL.replace('shop', 'a'.repeat(64)), /2:6: .*at most 63/],
    ['a bad environment name', MINIMAL.replace('production', 'Prod_1'), /4:3: "Prod_1" is not a valid name/],
    [
      'no environments',
      'version: 1\napp: shop\nenvironments: {}\n',
      /3:1: expected at least one environment/,
    ],
    ['a list at the root', '- a\n', /1:1: expected a mapping, found a list/],
    [
      'an unknown target',
      MINIMAL.replace('process', 'proces'),
      /6:7: unknown target "proces"\. Did you mean "process"\?/,
    ],
    [
      'two targets',
      MINIMAL.replace('      process', '      x: 1\n      process'),
      /5:5: expected exactly one target, found 2/,
    ],
    [
      'a canary without metrics',
      `${MINIMAL}    strategy: { canary: { steps: [5%] } }\n`,
      /7:17: "metrics" is missing/,
    ],
    [
      'a canary with no metric',
      `${MINIMAL}    strategy: { canary: { steps: [5%], metrics: [] } }\n`,
      /at least 1/,
    ],
    ['null bytes', 'version: 1\napp: a\0b\n', /2:7: the file is not UTF-8/],
    ['only comments', '# nothing\n', /fairway\.yml is empty/],
  ];
  it.each(cases)('%s', (_, source, message) => {
    expect(problemsOf(source)).toMatch(message);
  });

  it('shows a problem behind an alias where the alias stands, once', () => {
    const source = `version: 1
app: shop
environments:
  dev: { target: &t { process: { port: 0 } } }
  prod: { after: dev, target: *t }
`;
    const text = problemsOf(source);
    expect(text).toMatch(/f.*:4:40: expected a whole number/);
    expect(text).toMatch(/:5:31: expected a whole number/);
  });

  it('refuses an alias bomb quickly', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const start = performance.now();
    expect(problemsOf(lines.join('\n'))).toMatch(/expand to too many nodes/);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('keeps a private key out of the message', () => {
    const key = `AGE-SECRET-KEY-1${'Q'.repeat(58)}`;
    const source = `${MINIMAL}    backup: { sqlite: { path: a }, recipients: [${key}] }\n`;
    const text = problemsOf(source);
    expect(text).toContain('private key');
    expect(text).not.toContain('QQQQ');
  });
});

describe('the order and the ports', () => {
  const three = (dev: string, staging: string, prod: string, ports = [1, 2, 3]) => `version: 1
app: shop
environments:
  dev: { ${dev}target: { process: { port: ${ports[0]} } } }
  staging: { ${staging}target: { process: { port: ${ports[1]} } } }
  prod: { ${prod}target: { process: { port: ${ports[2]} } } }
`;
  it.each([
    ['unknown', three('', 'after: dve, ', ''), /:5:21: unknown environment "dve"\. Did you mean "dev"\?/],
    ['itself', three('after: dev, ', '', ''), /:4:17: "dev" cannot come after itself/],
    ['twice', three('', 'after: [dev, dev], ', ''), /:5:27: "dev" stands in this list twice/],
    [
      'a cycle',
      three('after: prod, ', 'after: dev, ', 'after: staging, '),
      /:4:17: the order is a cycle: dev after prod after staging after dev;/,
    ],
    ['one port twice', three('', '', '', [1, 2, 1]), /:6:38: port 1 is already used by "dev"/],
  ])('%s', (_, source, message) => {
    expect(problemsOf(source)).toMatch(message);
  });

  it('are reported together with problems of single values', () => {
    const text = problemsOf(three('after: nope, ', 'strategy: canari, ', ''));
    expect(text).toMatch(/^2 problems/);
    expect(text).toMatch(/unknown environment "nope"/);
  });
});

describe('the file', () => {
  it('is found in both places, and both at once is an error', async () => {
    await expect(workspace({ 'fairway.yml': MINIMAL }).load()).resolves.toMatchObject({
      file: 'fairway.yml',
    });
    const hidden = workspace({ '.github/fairway.yml': MINIMAL });
    await expect(hidden.load()).resolves.toMatchObject({ file: '.github/fairway.yml' });
    const both = workspace({ 'fairway.yml': MINIMAL, '.github/fairway.yml': MINIMAL });
    await expect(both.load()).rejects.toThrow(/both \.github\/fairway\.yml and fairway\.yml exist/);
  });

  it('when missing, says where it was looked for and shows one that is valid', async () => {
    const error = await workspace({})
      .load()
      .catch((e: unknown) => e);
    const { text } = describeError(error);
    expect(text).toMatch(/no \.github\/fairway\.yml and no fairway\.yml in /);
    const example = text.slice(text.indexOf('version: 1'));
    expect(parseConfig(example, 'example').app).toBe('my-app');
  });

  it('is named relative to the workspace, or absolutely outside of it', async () => {
    const { folder, load } = workspace({ 'ops/shop.yml': MINIMAL });
    await expect(load('ops/shop.yml')).resolves.toMatchObject({ file: 'ops/shop.yml' });
    await expect(load(join(folder, 'ops/shop.yml'))).resolves.toMatchObject({ file: 'ops/shop.yml' });
    const other = workspace({});
    const outside = join(folder, 'ops/shop.yml');
    await expect(other.load(outside)).resolves.toMatchObject({ file: outside });
    await expect(load('ops/shopp.yml')).rejects.toThrow(/ops\/shopp\.yml does not exist/);
  });

  it('is refused as a folder, not UTF-8, or too large', async () => {
    await expect(workspace({ 'fairway.yml/x': '' }).load()).rejects.toThrow(/fairway\.yml is a folder/);
    const latin = Buffer.concat([Buffer.from('version: 1\napp: caf'), Buffer.from([0xe9, 0x0a])]);
    await expect(workspace({ 'fairway.yml': latin }).load()).rejects.toThrow(
      /yml:2:9: the file is not UTF-8/,
    );
    const large = `${MINIMAL}#${'x'.repeat(10 * 1024 * 1024)}\n`;
    await expect(workspace({ 'fairway.yml': large }).load()).rejects.toThrow(/larger than 1 MiB/);
  });
});
