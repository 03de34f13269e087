import { routerCapabilities } from '@fairway/routers/kinds';
import { formatPercent, type Path, type Problem, parsePercent } from '@fairway/schema';
import { targetCapabilities } from '@fairway/targets/kinds';
import { items, mapping, type Raw, variant } from './raw.ts';

export interface Abilities {
  readonly targets: Readonly<
    Record<string, { stage: boolean; weights: boolean; rolling: boolean; addresses: boolean }>
  >;
  readonly routers: Readonly<Record<string, { smallest: number; pins: readonly string[] }>>;
}

const REAL: Abilities = { targets: targetCapabilities, routers: routerCapabilities };

/** Strategies that a target cannot do, and routers that do not fit it. */
export function fitProblems(environments: readonly [string, unknown][], abilities = REAL): Problem[] {
  return environments.flatMap(([name, raw]) => {
    const target = variant(mapping(raw)?.target)?.type ?? '';
    const strategy = variant(mapping(raw)?.strategy);
    if (!strategy || !Object.hasOwn(abilities.targets, target)) return [];
    const path = ['environments', name, 'strategy', strategy.type];
    return [
      ...strategyProblems(target, strategy, path, abilities),
      ...routerProblems(target, strategy.config, path, abilities),
    ];
  });
}

function strategyProblems(
  target: string,
  { type, config }: { type: string; config: Raw },
  path: Path,
  { targets }: Abilities,
): Problem[] {
  const can = targets[target];
  const wrong = (message: string): Problem[] => [{ path, message, on: 'key' }];
  if (type === 'rolling' && !can?.rolling) {
    return wrong(`the target ${target} does not replace its instances one after the other: use blue-green`);
  }
  if (type !== 'canary' && type !== 'blue-green') return [];
  if (can?.stage && (can.weights || config.router)) return [];
  const lacks = can?.stage ? 'a router' : 'a candidate beside the live release';
  const needs = ['before-traffic', 'scale-down-delay', 'router', 'pins'].find((key) => config[key]);
  if (type === 'canary') return wrong(`a canary needs ${lacks}, which the target ${target} does not have`);
  return needs ? wrong(`${needs} needs ${lacks}, which the target ${target} does not have`) : [];
}

function routerProblems(target: string, config: Raw, path: Path, { targets, routers }: Abilities): Problem[] {
  const given = variant(config.router)?.type;
  const name = given ?? target;
  const router = Object.hasOwn(routers, name) ? routers[name] : undefined;
  if (!router) return [];
  const problems: Problem[] = [];
  const wrong = (at: Path, message: string, on: Problem['on'] = 'value') =>
    void problems.push({ path: [...path, ...at], message, on });
  if (given && Object.hasOwn(targets, given) && given !== target) {
    wrong(
      ['router', given],
      `the router ${given} belongs to the target ${given}, and this one is ${target}`,
      'key',
    );
  } else if (given && given !== target && !targets[target]?.addresses) {
    wrong(['router', given], `the router ${given} cannot reach what runs on the target ${target}`, 'key');
  }
  for (const [i, step] of items(config.steps).entries()) {
    const written = mapping(step)?.weight ?? step;
    const share = typeof written === 'string' ? parsePercent(written) : undefined;
    if (share === undefined || share === 0 || share >= router.smallest) continue;
    const least = formatPercent(router.smallest);
    wrong(['steps', i], `${formatPercent(share)} is less than the router ${name} can give: ${least}`);
  }
  for (const [i, pin] of items(config.pins).entries()) {
    const kind = Object.keys(mapping(pin) ?? {}).find((key) => key !== 'value');
    if (kind !== 'header' && kind !== 'cookie') continue;
    if (!router.pins.includes(kind)) wrong(['pins', i], `the router ${name} cannot pin requests by ${kind}`);
  }
  return problems;
}
