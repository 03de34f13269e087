import {
  defaultUnit,
  looksOverlap,
  type MetricForm,
  type MetricSource,
  measuredUnit,
  metricForm,
  metricKinds,
  RAW_UNITS,
  type RawUnit,
  tellsSidesApart,
} from '@fairway/metrics/kinds';
import {
  bool,
  camelCase,
  choice,
  field,
  int,
  type Kind,
  list,
  number,
  object,
  type Path,
  type Problem,
  percent,
  type Report,
  text,
} from '@fairway/schema';
import { compareKind, comparisonOf } from './compare-kind.ts';
import type { JudgedMetric } from './judge/types.ts';
import { type Limit, limit, showValue } from './threshold-kind.ts';

export type { NoData } from './judge/types.ts';

/** A metric of a strategy: what is asked, how it is judged, and what its verdicts mean for the rollout. JSON. */
export interface Metric extends JudgedMetric {
  /** As `openMetric` takes it. */
  readonly source: MetricSource & { readonly unit: RawUnit };
  /** Each trips when exceeded. Errors count in a row, the others over the whole rollout. */
  readonly failureLimit: number;
  readonly errorLimit: number;
  readonly inconclusiveLimit: number;
  /** Whether it aborts or pauses by itself; else its verdict goes into the score. */
  readonly critical: boolean;
  readonly group: string;
  readonly weight: number;
}

/** As it stands in the file: the least number of samples may be the strategy's. */
export type MetricConfig = Omit<Metric, 'minSamples'> & { readonly minSamples?: number };

const common = {
  name: field(text(), { description: 'Name in logs and verdicts.', required: true }),
  max: field(limit(), { description: 'Fails above this: `1%`, `300ms` or a number.' }),
  min: field(limit(), { description: 'Fails below this.' }),
  compare: field(compareKind, {
    description: 'Compare with what is live, at the same time: `baseline`, or how.',
  }),
  tolerate: field(percent(), {
    description: 'With `compare`: how much worse than the baseline is still as good. Default: 5%.',
  }),
  'ignore-below': field(limit(), {
    description: 'With `compare`: at or below this it is no worse, whatever the baseline: `50ms`, `0.1%`.',
  }),
  unit: field(choice(RAW_UNITS), {
    description: 'What the query gives. Default: `ratio` for a limit in percent, `s` for one in time.',
  }),
  'min-samples': field(int({ min: 0 }), {
    description: 'Fewer observations than this on a side count as no data. Default: that of the strategy.',
  }),
  'no-data': field(choice(['wait', 'fail', 'pass', 'inconclusive']), {
    description: 'What no data means. `pass` lets the other metrics decide; alone it never advances.',
    default: 'wait',
  }),
  critical: field(bool(), {
    description: 'Whether it stops the rollout by itself; else it only counts in the score.',
    default: true,
  }),
  group: field(text(), { description: 'Metrics of one group share its part of the score.', default: 'all' }),
  weight: field(number({ min: 0 }), { description: 'How much it counts in the score.', default: 1 }),
  'failure-limit': field(int({ min: 0 }), {
    description: 'Failed measurements to tolerate; one more aborts.',
    default: 0,
  }),
  'error-limit': field(int({ min: 0 }), {
    description: 'Errors of the provider in a row to tolerate; then a person decides.',
    default: 4,
  }),
  'inconclusive-limit': field(int({ min: 0 }), {
    description: 'Inconclusive measurements to tolerate; then a person decides.',
    default: 0,
  }),
};

type ProviderKey = keyof typeof metricKinds & string;
const names = Object.keys(metricKinds) as ProviderKey[];

const providers = Object.fromEntries(
  names.map((name) => [name, field<unknown>(metricKinds[name], { description: `Query for ${name}.` })]),
);
const fields = object({ ...common, ...providers });
type Read = NonNullable<ReturnType<typeof fields.read>>;

const metric: Kind<MetricConfig> = {
  name: 'metric',
  json: {
    ...fields.json,
    oneOf: names.map((name) => ({ required: [name] })),
    anyOf: ['max', 'min', 'compare'].map((key) => ({ required: [key] })),
    dependentRequired: { tolerate: ['compare'], 'ignore-below': ['compare'] },
  },
  read(value, path, report) {
    const read = fields.read(value, path, report);
    if (!read) return undefined;
    const given = names.filter((name) => Object.hasOwn(value as object, name));
    const [type] = given;
    if (!type || given.length > 1) {
      const found = given.length ? given.join(' and ') : 'none';
      const message = `metric "${read.name}" needs exactly one provider, found ${found}. Valid: ${names.join(', ')}.`;
      return void report({ path, message, on: 'value' });
    }
    const query = (read as Record<string, unknown>)[camelCase(type)];
    const source = { type, query } as MetricSource;
    const form = metricForm(source);
    const problem = problemOf(read, source, form);
    if (!problem) return metricOf(read, source, form);
    return void report({ ...problem, path: [...path, ...problem.path] });
  },
};

const rawUnit = ({ unit, max, min, ignoreBelow }: Read, form: MetricForm): RawUnit =>
  form.unit ?? unit ?? defaultUnit((max ?? min ?? ignoreBelow)?.unit);

function metricOf(read: Read, source: MetricSource, form: MetricForm): MetricConfig {
  const { name, max, min, minSamples, noData, critical, group, weight } = read;
  const { failureLimit, errorLimit, inconclusiveLimit } = read;
  const unit = rawUnit(read, form);
  const compare = comparisonOf(read);
  return {
    ...{ name, source: { ...source, unit }, form: form.form, unit: measuredUnit(unit) },
    ...(form.quantile === undefined ? {} : { quantile: form.quantile }),
    ...(max ? { max } : {}),
    ...(min ? { min } : {}),
    ...(compare ? { compare } : {}),
    ...(minSamples === undefined ? {} : { minSamples }),
    ...{ noData, critical, group, weight, failureLimit, errorLimit, inconclusiveLimit },
  };
}

function problemOf(read: Read, source: MetricSource, form: MetricForm): Problem | undefined {
  const { name, max, min, compare, tolerate, ignoreBelow, unit } = read;
  const wrong = (key: string | undefined, message: string): Problem => ({
    path: key ? [key] : [],
    message: `metric "${name}" ${message}`,
    on: 'value',
  });
  if (!max && !min && !compare) return wrong(undefined, 'needs a limit (max or min) or `compare: baseline`');
  if (max && min && (max.unit !== min.unit || min.value > max.value)) {
    return wrong('min', 'is wrong: min must not be above max, in the same unit');
  }
  if (tolerate !== undefined && !compare)
    return wrong('tolerate', 'tolerates nothing without `compare: baseline`');
  if (ignoreBelow && comparisonOf(read)?.worse !== 'higher')
    return wrong('ignore-below', 'ignores only what is compared, where higher is worse');
  if (compare && !tellsSidesApart(source)) {
    return wrong(
      'compare',
      `cannot be compared: its query asks the same of both releases. Use {{ side }}, {{ version }}, {{ commit }}, {{ digest }} or {{ revision }} in it`,
    );
  }
  if (compare && form.ofTraffic) {
    return wrong('compare', 'counts requests, of which each release gets its share: give it a limit instead');
  }
  if (compare && looksOverlap(source)) {
    return wrong(
      source.type,
      'looks back over a fixed time, so that looks overlap and one bad moment counts as many: use [{{ window }}] to compare it',
    );
  }
  if (compare?.by === 'mann-whitney' && !form.shapes.includes('series')) {
    return wrong('compare', 'gives no series of values, which mann-whitney compares: leave `by` out');
  }
  if (unit && form.unit && unit !== form.unit) {
    return wrong('unit', `is measured in ${UNITS[measuredUnit(form.unit)]}: leave \`unit\` out`);
  }
  // Too large a value shows at a max; at a min it would pass for ever.
  if (min?.unit === 'percent' && !max && !unit && !form.unit) {
    return wrong(
      'min',
      'does not say whether its query gives 0 to 1 or 0 to 100: add `unit: ratio` or `unit: percent`',
    );
  }
  return wrongLimit(read, measuredUnit(rawUnit(read, form)), wrong);
}

const UNITS = { percent: 'percent', ms: 'milliseconds', number: 'plain numbers' };

/** Such a limit would never be reached, or at once. A bare number is in the unit of the values. */
function wrongLimit(
  { max, min, ignoreBelow }: Read,
  unit: Limit['unit'],
  wrong: (key: string, message: string) => Problem,
): Problem | undefined {
  for (const [key, one] of Object.entries({ max, min, 'ignore-below': ignoreBelow })) {
    if (!one || one.unit === 'number' || one.unit === unit) continue;
    const shown = showValue(one.value, one.unit);
    return wrong(key, `is measured in ${UNITS[unit]}, and ${shown} is no such limit`);
  }
  return undefined;
}

/** Each under its own name. */
export function metricList(options: { min?: number } = {}): Kind<MetricConfig[]> {
  const metrics = list(metric, options);
  return {
    ...metrics,
    read(value, path: Path, report: Report) {
      const read = metrics.read(value, path, report);
      const doubled = read?.findIndex(({ name }, i) => read.findIndex((other) => other.name === name) < i);
      if (read === undefined || doubled === undefined || doubled < 0) return read;
      report({
        path: [...path, doubled],
        message: `two metrics are called "${read[doubled]?.name}"`,
        on: 'value',
      });
      return undefined;
    },
  };
}
