import { describe, expect, it } from 'vitest';
import { type Abilities, fitProblems } from './fit.ts';

const none = { stage: false, weights: false, rolling: false, addresses: false };
const abilities: Abilities = {
  targets: {
    fleet: { ...none, stage: true, weights: true },
    host: { ...none, stage: true, addresses: true },
    plain: { ...none, rolling: true },
  },
  routers: {
    fleet: { smallest: 0.01, pins: ['header', 'cookie'] },
    edge: { smallest: 0.5, pins: ['header'] },
  },
};
const problems = (target: string, strategy: object, of = abilities) =>
  fitProblems([['prod', { target: { [target]: {} }, strategy }]], of).map(
    ({ path, message }) => `${path.slice(2).join('.')}: ${message}`,
  );
const canary = (more: object = {}) => ({ canary: { steps: ['5%'], ...more } });

describe('fitProblems', () => {
  it.each<[string, string, object]>([
    ['a canary on its own router', 'fleet', canary()],
    ['a canary on another one', 'host', canary({ router: { edge: {} } })],
    ['blue-green in place', 'plain', { 'blue-green': {} }],
    ['rolling', 'plain', { rolling: {} }],
    ['recreate', 'host', { recreate: null }],
    ['what has the wrong shape', 'fleet', { canary: { steps: 5, pins: 'x', router: [] } }],
    ['an unknown target', 'nowhere', canary()],
  ])('lets %s be', (_, target, strategy) => {
    expect(problems(target, strategy)).toEqual([]);
  });

  it.each<[string, string, object, RegExp]>([
    ['rolling', 'fleet', { rolling: {} }, /^strategy\.rolling: .*use blue-green/],
    ['a canary without candidate', 'plain', canary(), /^strategy\.canary: .*candidate beside/],
    ['a canary without router', 'host', canary(), /needs a router/],
    [
      'pins without router',
      'host',
      { 'blue-green': { pins: [{}] } },
      /^strategy\.blue-green: pins needs a router/,
    ],
    [
      'the router of another target',
      'host',
      canary({ router: { fleet: {} } }),
      /router\.fleet: .*belongs to/,
    ],
    ['a router that reaches nothing', 'fleet', canary({ router: { edge: {} } }), /edge cannot reach/],
    ['too small a step', 'fleet', canary({ steps: ['0.001%'] }), /steps\.0: 0\.001% is less than .*0\.01%/],
    [
      'too small a long step',
      'host',
      canary({ router: { edge: {} }, steps: ['5%', { weight: '0.4%' }] }),
      /steps\.1: 0\.4%/,
    ],
    [
      'a pin it does not know',
      'host',
      canary({
        router: { edge: {} },
        pins: [
          { header: 'a', value: 'b' },
          { cookie: 'a', value: 'b' },
        ],
      }),
      /^strategy\.canary\.pins\.1: .*by cookie/,
    ],
  ])('refuses %s', (_, target, strategy, message) => {
    const found = problems(target, strategy);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it('knows the real targets and routers', () => {
    const real = (strategy: object) =>
      fitProblems([['prod', { target: { process: {} }, strategy }]]).map(({ message }) => message);
    expect(real(canary())).toEqual([]);
    expect(real(canary({ router: { haproxy: {} }, steps: ['0.1%'] }))[0]).toMatch(/0\.1% is less than/);
    expect(real({ rolling: {} })).toHaveLength(1);
  });
});
