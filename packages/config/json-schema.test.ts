import { readFileSync } from 'node:fs';
import type { Problem } from '@fairway/schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { configJsonSchema } from './index.ts';
import { configKind } from './schema.ts';

const validate = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  formats: { uri: true },
}).compile(configJsonSchema());
const sample = (name: string): unknown =>
  load(readFileSync(new URL(`samples/${name}.yml`, import.meta.url), 'utf8'));
const FULL = sample('full');

function read(document: unknown): string[] {
  const problems: Problem[] = [];
  configKind.read(document, [], (problem) => problems.push(problem));
  return problems.map(({ message }) => message);
}

/** What a schema for editors cannot say; the loader alone refuses it. */
const LOADER_ONLY = [
  /^must be at least /,
  /^steps must rise/,
  /^nothing would be measured/,
  /^these metrics are measured nowhere/,
  /^confidence must be/,
  /^marginal must not be above pass/,
  /^unknown metric "/,
  /stands here twice$/,
  /only compares, and after the switch/,
  /min must not be above max/,
  /gives no series of values/,
  /asks the same of both releases/,
  /needs `.*` under `with`$/,
  /^the query must count one window/,
  /leave `unit` out$/,
  /is measured in .* is no such limit$/,
  /^two metrics are called/,
  /^expected a URL with/,
  // What a tag rule says.
  /^".*": /s,
];

type Place = { holder: Record<string, unknown> | unknown[]; key: string | number };

/** Every place of a document where something can be put instead. */
function places(node: unknown): Place[] {
  if (Array.isArray(node)) return node.flatMap((item, key) => [{ holder: node, key }, ...places(item)]);
  if (typeof node !== 'object' || node === null) return [];
  const holder = node as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    70_000,
    '',
    ' ',
    'x',
    '5%',
    '101%',
    '30s',
    '10',
    '1m30s',
    '0s',
    '1.2.3',
    '1.2',
    'http://',
    'https://a.b/c',
    '/abs',
    '../up',
    'a..b',
    'v@{',
    'high',
    'dev',
    [],
    {},
    [[]],
    [''],
    ['x'],
    ['x', 2],
    { process: {} },
    { process: null },
    { folder: 'x' },
    { x: 'y' },
    { recreate: null },
    { 'blue-green': {} },
    { weight: '5%' },
    { name: 'n', process: 'p' },
    { name: 'n', process: 'p', max: '1%' },
    { name: 'n', process: 'p95', compare: 'baseline' },
    { name: 'n', process: 'p95', compare: { by: 'mann-whitney' }, tolerate: '5%' },
    { bake: '1s', metrics: ['errors'] },
    { header: 'X-A', value: 'b' },
  ),
  fc.string({ maxLength: 4 }),
);

describe('the schema for editors', () => {
  it('names itself and describes every key', () => {
    expect(configJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringMatching(/^https:.*fairway\.schema\.json$/),
      title: 'fairway.yml',
    });
    const undescribed = (node: unknown, path: string): string[] => {
      if (typeof node !== 'object' || node === null) return [];
      const { properties = {} } = node as { properties?: Record<string, { description?: string }> };
      // The keys of a variant (`process:`) have no description of their own.
      const own = Object.keys(properties).length > 1 ? Object.entries(properties) : [];
      return [
        ...own.filter(([, { description }]) => !description).map(([key]) => `${path}.${key}`),
        ...Object.entries(node).flatMap(([key, child]) => undescribed(child, `${path}.${key}`)),
      ];
    };
    expect(undescribed(configJsonSchema(), '')).toEqual([]);
  });

  it.each(['full', 'minimal'])('accepts the sample %s', (name) => {
    expect(read(sample(name))).toEqual([]);
    expect(validate(sample(name)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    [
      'an unknown key',
      { app: 'x', version: 1, environments: { a: { target: { process: { port: 1 } } } }, ap: 1 },
    ],
    ['no environments', { app: 'x', version: 1, environments: {} }],
    ['a bad name', { app: 'X', version: 1, environments: { a: { target: { process: { port: 1 } } } } }],
    [
      'a bad environment name',
      { app: 'x', version: 1, environments: { A: { target: { process: { port: 1 } } } } },
    ],
    ['no target', { app: 'x', version: 1, environments: { a: {} } }],
    ['an unknown target', { app: 'x', version: 1, environments: { a: { target: { proces: { port: 1 } } } } }],
    [
      'a port out of range',
      { app: 'x', version: 1, environments: { a: { target: { process: { port: 0 } } } } },
    ],
  ])('refuses %s', (_, document) => {
    expect(read(document)).not.toEqual([]);
    expect(validate(document)).toBe(false);
  });

  it('agrees with the loader on thousands of broken files', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('put', 'drop', 'add'), junk), {
          minLength: 1,
          maxLength: 2,
        }),
        (edits) => {
          const document = structuredClone(FULL);
          for (const [at, how, value] of edits) {
            const all = places(document);
            const place = all[at % all.length];
            if (!place) continue;
            const holder = place.holder as Record<string | number, unknown>;
            if (how === 'put') holder[place.key] = structuredClone(value);
            else if (how === 'drop')
              Array.isArray(place.holder) ? place.holder.pop() : delete holder[place.key];
            else if (Array.isArray(place.holder)) place.holder.push(structuredClone(value));
            else holder[`new-${place.key}`] = structuredClone(value);
          }
          const problems = read(document);
          const valid = validate(document);
          if (!valid) refused++;
          // An editor must not mark what the loader accepts, nor pass over what a schema can say.
          if (problems.length === 0) expect(valid, JSON.stringify(validate.errors)).toBe(true);
          else if (!problems.every((text) => LOADER_ONLY.some((pattern) => pattern.test(text)))) {
            expect(valid, problems.join('\n')).toBe(false);
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});
