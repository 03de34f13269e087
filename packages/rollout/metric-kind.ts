import { metricKinds, metricUnits } from '@fairway/metrics/kinds';
import { choice, field, int, type Kind, list, object, type Path, type Report, text } from '@fairway/schema';
import { type Limit, limit, showValue } from './threshold-kind.ts';

export type NoData = 'wait' | 'fail' | 'pass' | 'inconclusive';

type Providers = typeof metricKinds;
/** The provider's key and what stands behind it: `process: error-rate`. */
export type MetricSource = {
  [K in keyof Providers & string]: { type: K; config: Providers[K] extends Kind<infer T> ? T : never };
}[keyof Providers & string];

export interface Metric {
  readonly name: string;
  readonly source: MetricSource;
  readonly max?: Limit;
  readonly min?: Limit;
  readonly noData: NoData;
  /** Each trips when exceeded. Errors count in a row, the others over the whole canary. */
  readonly failureLimit: number;
  readonly errorLimit: number;
  readonly inconclusiveLimit: number;
}

const common = {
  name: field(text(), { description: 'Name in logs and verdicts.', required: true }),
  max: field(limit(), { description: 'Fails above this: `1%`, `300ms` or a number.' }),
  min: field(limit(), { description: 'Fails below this.' }),
  'no-data': field(choice(['wait', 'fail', 'pass', 'inconclusive']), {
    description: 'What no data means. `pass` lets the other metrics decide; alone it never advances.',
    default: 'wait',
  }),
  'failure-limit': field(int({ min: 0 }), { description: 'Failed measurements to tolerate.', default: 0 }),
  'error-limit': field(int({ min: 0 }), {
    description: 'Errors of the provider in a row to tolerate.',
    default: 4,
  }),
  'inconclusive-limit': field(int({ min: 0 }), {
    description: 'Inconclusive measurements to tolerate.',
    default: 0,
  }),
};

const names = Object.keys(metricKinds) as (keyof Providers & string)[];

function metric(): Kind<Metric> {
  const providers = Object.fromEntries(
    names.map((name) => [name, field<unknown>(metricKinds[name], { description: `Query for ${name}.` })]),
  );
  const fields = object({ ...common, ...providers });
  return {
    name: 'metric',
    json: { ...fields.json, oneOf: names.map((name) => ({ required: [name] })) },
    read(value, path, report) {
      const read = fields.read(value, path, report);
      if (!read) return undefined;
      // Keys of the document, before camelCase; `fields.read` has seen that it is a mapping.
      const given = names.filter((name) => Object.hasOwn(value as object, name));
      const [type] = given;
      const problem = problemOf(read, given);
      if (problem || !type) {
        report({ path, message: problem ?? '', on: 'value' });
        return undefined;
      }
      const entries = Object.entries(read).filter(([key]) => !names.includes(key as never));
      const source = { type, config: (read as Record<string, unknown>)[camel(type)] } as MetricSource;
      const metric = { ...Object.fromEntries(entries), source } as unknown as Metric;
      const mismatch = wrongUnit(metric);
      if (!mismatch) return metric;
      report({ path, message: mismatch, on: 'value' });
      return undefined;
    },
  };
}

const camel = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function problemOf({ name, max, min }: { name: string; max?: Limit; min?: Limit }, given: string[]) {
  if (given.length !== 1) {
    return `metric "${name}" needs exactly one provider, found ${given.length ? given.join(' and ') : 'none'}. Valid: ${names.join(', ')}.`;
  }
  if (!max && !min) return `metric "${name}" needs a limit: max or min`;
  if (max && min && (max.unit !== min.unit || min.value > max.value)) {
    return `metric "${name}": min must not be above max, in the same unit`;
  }
  return undefined;
}

const UNITS = { percent: 'percent', ms: 'milliseconds', number: 'plain numbers' };

/** Such a limit would never be reached, or at once. A bare number is in the unit of the values. */
function wrongUnit({ name, source, max, min }: Metric): string | undefined {
  const unit = metricUnits[source.type](source.config);
  const wrong = [max, min].find((one) => one && one.unit !== 'number' && one.unit !== unit);
  if (!wrong) return undefined;
  const shown = showValue(wrong.value, wrong.unit);
  return `metric "${name}": ${source.config} is measured in ${UNITS[unit]}, and ${shown} is no such limit`;
}

/** At least one metric, each under its own name: a canary without evidence is a delayed deployment. */
export function metricList(): Kind<Metric[]> {
  const metrics = list(metric(), { min: 1 });
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
