import { bool, choice, duration, int, json, list, map, percent, secret, text } from '@fairway/schema';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { defineAction, input, parseInputs, renderActionYaml, renderReadme, secretInputs } from './index.ts';

const definition = defineAction({
  name: 'sample',
  title: 'Sample',
  description: 'A sample.',
  icon: 'map',
  color: 'green',
  post: true,
  inputs: {
    environment: input(text(), { description: 'Where.', required: true, deprecated: ['stage', 'env'] }),
    wait: input(duration(), { description: 'How long.', default: '30s' }),
    weight: input(percent(), { description: 'How much | how many.' }),
    strategy: input(choice(['canary', 'recreate']), { description: 'How.', default: 'canary' }),
    force: input(bool(), { description: 'Force.', default: 'false' }),
    tries: input(int({ min: 1 }), { description: 'Tries.' }),
    hosts: input(list(text()), { description: 'Hosts.' }),
    env: input(map(text()), { description: 'Environment.' }),
    extra: input(json(), { description: 'Extra.' }),
    tokens: input(list(secret()), { description: 'Tokens.' }),
    token: input(secret(), { description: 'Token.', required: true, default: '${{ github.token }}' }),
  },
  outputs: { 'live-version': 'What is live.' },
});
const parse = (given: Record<string, string>) => parseInputs(definition, new Map(Object.entries(given)));

describe('inputs', () => {
  test('texts become typed values, with defaults', () => {
    const parsed = parse({
      environment: 'dev',
      token: 't',
      weight: '5%',
      hosts: 'a,b',
      env: 'A=1',
      extra: '{"x":1}',
    });
    expect(parsed).toMatchObject({
      ok: true,
      warnings: [],
      inputs: {
        environment: 'dev',
        wait: 30_000,
        weight: 5,
        strategy: 'canary',
        force: false,
        hosts: ['a', 'b'],
        env: { A: '1' },
        extra: { x: 1 },
        token: 't',
      },
    });
  });

  test('all problems are told together, typos with what is valid', () => {
    const parsed = parse({
      wait: '5',
      weight: '5',
      strategy: 'cannary',
      force: 'yes',
      tries: '0',
      extra: '{',
    });
    if (parsed.ok) throw new Error('accepted');
    const said = Object.fromEntries(parsed.problems.map(({ input: name, message }) => [name, message]));
    expect(Object.keys(said).sort()).toEqual(
      ['environment', 'extra', 'force', 'strategy', 'token', 'tries', 'wait', 'weight'].sort(),
    );
    expect(said.environment).toBe('is missing: Where.');
    expect(said.strategy).toMatch(/Did you mean "canary"\? Valid: canary, recreate/);
    expect(said.force).toMatch(/expected true or false, found "yes"/);
  });

  test('an empty text is an absent input, and an expression is never a value', () => {
    const parsed = parse({ environment: '', token: '' });
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain('github.token');
  });

  test('a former name works, warns, and loses against the new one', () => {
    const parsed = parse({ stage: 'dev', token: 't' });
    expect(parsed).toMatchObject({ ok: true, inputs: { environment: 'dev' } });
    expect(parsed.warnings).toEqual([{ input: 'stage', message: 'is deprecated: use "environment"' }]);
    expect(parse({ stage: 'dev', environment: 'prod', token: 't' })).toMatchObject({
      inputs: { environment: 'prod' },
    });
  });

  test('secret texts are known before anything is read, whole and each of a list', () => {
    const raw = new Map(Object.entries({ token: 'abcdef', tokens: 'first1,second2', environment: 'dev' }));
    expect(secretInputs(definition, raw)).toEqual(expect.arrayContaining(['abcdef', 'first1', 'second2']));
    expect(secretInputs(definition, raw)).not.toContain('dev');
  });

  test('the message about a wrong secret does not repeat it', () => {
    const parsed = parse({ environment: 'dev', token: '   ' });
    expect(JSON.stringify(parsed)).not.toContain('   ');
  });
});

test('a default that its own kind refuses is our mistake, found at once', () => {
  const broken = { ...definition, inputs: { wait: input(duration(), { description: 'w', default: '5' }) } };
  expect(() => defineAction(broken)).toThrow(/sample: default of "wait": expected a duration/);
});

test('action.yml is what the runner needs', () => {
  const yaml = load(renderActionYaml(definition, '../../dist')) as {
    inputs: Record<string, { required: boolean; default?: string; deprecationMessage?: string }>;
    outputs: Record<string, { description: string }>;
    runs: Record<string, string>;
  };
  expect(yaml.runs).toEqual({
    using: 'node24',
    main: '../../dist/sample/index.js',
    post: '../../dist/sample/post.js',
  });
  expect(yaml.inputs.environment?.required).toBe(true);
  expect(yaml.inputs.token).toMatchObject({ required: false, default: '${{ github.token }}' });
  expect(yaml.inputs.force?.default).toBe('false');
  expect(yaml.inputs.stage?.deprecationMessage).toBe('Use "environment".');
  expect(yaml.outputs['live-version']?.description).toBe('What is live.');
});

test('the README has a row for each input and output, and a pipe cannot break the table', () => {
  const text = renderReadme(definition);
  for (const name of [...Object.keys(definition.inputs), 'live-version'])
    expect(text).toContain(`| \`${name}\` |`);
  expect(text).toContain('How much \\| how many.');
  expect(text).toContain('Formerly `stage`, `env`.');
});
