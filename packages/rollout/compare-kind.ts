import { choice, either, field, object } from '@fairway/schema';
import { TOLERATE } from './judge/tolerate.ts';
import type { Comparison } from './judge/types.ts';
import type { Limit } from './threshold-kind.ts';

const long = object({
  to: field(choice(['baseline']), { description: 'What is live, at the same time.', default: 'baseline' }),
  by: field(choice(['sequential', 'mann-whitney']), {
    description: '`sequential` is looked at after every interval; `mann-whitney` once, when a bake ends.',
    default: 'sequential',
  }),
  worse: field(choice(['higher', 'lower', 'either']), {
    description: 'Which way is worse. Default: `lower` for a metric with only `min`, else `higher`.',
  }),
});
type Long = NonNullable<ReturnType<typeof long.read>>;

const shortOrLong = either(choice(['baseline']), long);

export const compareKind = {
  ...shortOrLong,
  read(...args: Parameters<typeof shortOrLong.read>): Long | undefined {
    const read = shortOrLong.read(...args);
    return read === 'baseline' ? { to: 'baseline', by: 'sequential' } : read;
  },
};

interface Compared {
  readonly compare?: Long;
  readonly tolerate?: number;
  readonly ignoreBelow?: Limit;
  readonly max?: Limit;
  readonly min?: Limit;
}

/** As the judge takes it. */
export function comparisonOf(read: Compared): Comparison | undefined {
  const { compare, tolerate, ignoreBelow, max, min } = read;
  if (!compare) return undefined;
  const { by, worse = min && !max ? 'lower' : 'higher' } = compare;
  const tolerated = tolerate === undefined ? TOLERATE : tolerate / 100;
  return { tolerate: tolerated, worse, by, ...(ignoreBelow ? { ignoreBelow } : {}) };
}
