import { describe, expect, test } from 'vitest';
import { flavorKind, labelsKind, tagRulesKind } from './kinds.ts';
import { sanitizeTag } from './tag-name.ts';

describe('names of tags', () => {
  test.each([
    ['feature/Über uns', 'feature-ber-uns'],
    ['-x', 'x'],
    ['..a', 'a'],
    ['renovate/@types/node-24.x', 'renovate-types-node-24.x'],
    ['a\nb', 'a-b'],
  ])('%j becomes %s', (text, expected) => {
    expect(sanitizeTag(text)).toBe(expected);
  });

  test('long names stay apart, names without a letter and reserved ones are refused', () => {
    const [a, b] = [sanitizeTag(`${'x'.repeat(140)}a`), sanitizeTag(`${'x'.repeat(140)}b`)];
    expect([a.length, b.length]).toEqual([128, 128]);
    expect(a).not.toBe(b);
    expect(sanitizeTag('x'.repeat(128))).toBe('x'.repeat(128));
    expect(() => sanitizeTag('///')).toThrow('"///" gives no valid tag');
    expect(() => sanitizeTag(`sha256-${'0'.repeat(64)}`)).toThrow('meaning of its own');
    expect(() => sanitizeTag(`fairway-${'0'.repeat(64)}`)).toThrow('meaning of its own');
  });
});

describe('reading', () => {
  const read = (lines: unknown) => {
    const said: string[] = [];
    const value = tagRulesKind.read(lines, [], ({ message }) => said.push(message));
    return { value, said: said.join('\n') };
  };
  test.each([
    ['type=semvr,pattern=x', 'unknown type "semvr". Did you mean "semver"?'],
    ['type=semver', 'type=semver needs pattern='],
    ['type=semver,patern={{version}}', 'type=semver has no "patern". Did you mean "pattern"?'],
    ['type=ref,event=brnch', 'unknown event "brnch". Did you mean "branch"?'],
    ['type=sha,format=lang', 'unknown format "lang"'],
    ['type=raw,value=a,value=b', 'value is there twice'],
    ['type=raw', 'type=raw needs value='],
    ['a,priority=high', 'priority is not a whole number'],
    ['"type=raw', 'a double quote is not closed'],
    [7, 'expected a tag or a rule'],
  ])('%j is refused: %s', (line, message) => {
    expect(read([line]).said).toContain(message);
    expect(read([line]).value).toBeUndefined();
  });

  test('quotes and expressions protect commas; comments and empty lines are passed over', () => {
    const lines = tagRulesKind.fromText?.('\n# tags\n"type=match,pattern=a"\n');
    expect(lines).toEqual(['"type=match,pattern=a"']);
    expect(read(['type=match,"pattern=(\\d{1,3})""x",group=1']).value).toEqual([
      { type: 'match', enable: 'true', priority: 800, pattern: '(\\d{1,3})"x', group: 1 },
    ]);
  });

  test('flavor as YAML and as text; labels that are facts are refused', () => {
    const flavor = (value: unknown) => flavorKind.read(value, [], ({ message }) => expect.fail(message));
    expect(flavor({ latest: false })).toMatchObject({ latest: 'false' });
    expect(flavor(flavorKind.fromText?.('latest=true\nsuffix-latest=true\nsuffix=-alpine'))).toEqual({
      latest: 'true',
      suffix: '-alpine',
      prefixLatest: false,
      suffixLatest: true,
    });
    const said: string[] = [];
    labelsKind.read({ 'org.opencontainers.image.revision': 'x' }, [], ({ message }) => said.push(message));
    expect(said).toEqual([
      '"org.opencontainers.image.revision" is set from the commit that is built: leave it out',
    ]);
  });
});
