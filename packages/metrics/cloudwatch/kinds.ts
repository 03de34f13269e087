import {
  choice,
  duration,
  field,
  type Infer,
  type Kind,
  map,
  type ObjectOf,
  object,
  text,
  url,
} from '@fairway/schema';
import { variants } from '../http/variants.ts';
import { httpTls } from '../kinds-http.ts';
import { countsForm, type ProviderKind, someSided, valueForm } from '../kinds-provider.ts';
import { template } from '../template.ts';

/** Seconds; CloudWatch knows no others below a minute. */
const SHORT_PERIODS = [1, 5, 10, 20, 30];

function period(): Kind<number> {
  const plain = duration({ min: 1_000 });
  return {
    ...plain,
    read(value, path, report) {
      const ms = plain.read(value, path, report);
      if (ms === undefined || SHORT_PERIODS.includes(ms / 1_000) || ms % 60_000 === 0) return ms;
      const message = `a period is ${SHORT_PERIODS.join('s, ')}s or whole minutes`;
      report({ path, message, on: 'value' });
      return undefined;
    },
  };
}

const metricFields = {
  namespace: field(text(), { description: 'Namespace: `AWS/ApplicationELB`.', required: true }),
  metric: field(text(), { description: 'Name of the metric: `TargetResponseTime`.', required: true }),
  dimensions: field(map(template()), { description: 'Dimensions, all of them.', default: {} }),
  stat: field(
    text({
      pattern:
        /^(SampleCount|Average|Sum|Minimum|Maximum|IQM|(p|tm|tc|ts|wm)\d+(\.\d+)?|(TM|TC|TS|WM|PR)\(.+\))$/,
      hint: 'SampleCount, Average, Sum, Minimum, Maximum or one such as p95 or tm99',
    }),
    { description: 'Statistic: `Sum`, `Average`, `p95`.', required: true },
  ),
  unit: field(text(), { description: 'Only what was recorded in this unit: `Seconds`.' }),
  account: field(text({ pattern: /^\d{12}$/, hint: 'an account has 12 digits' }), {
    description: 'Account of the metric, where it is another one.',
  }),
};
const periodField = field(period(), {
  description: 'Seconds that one point stands for. Default: the whole window.',
});
const metrics = field(
  map(object(metricFields), {
    keys: /^[a-z][A-Za-z0-9_]*$/,
    keyHint: 'a small letter, then letters, digits, _',
  }),
  { description: 'The metrics that expressions name.', default: {} },
);

const plain = object({ ...metricFields, period: periodField });
const expression = object({
  expression: field(template(), {
    description: 'Metric maths, or a query of Metrics Insights: `100 * errors / requests`.',
    required: true,
  }),
  metrics,
  period: periodField,
});
const counts = object({
  events: field(template(), {
    description: 'Metric maths that gives what went wrong: `errors`.',
    required: true,
  }),
  total: field(template(), {
    description: 'Metric maths that gives all of them: `requests`.',
    required: true,
  }),
  metrics,
  'no-events': field(choice(['no-data', 'zero']), {
    description:
      '`zero` where `events` only exists once something failed, as HTTPCode_Target_5XX_Count does.',
    default: 'no-data',
  }),
  period: periodField,
});

export type CloudWatchMetric = ObjectOf<typeof metricFields>;
export type CloudWatchQuery = Infer<typeof plain> | Infer<typeof expression> | Infer<typeof counts>;

const connection = object({
  region: field(text({ pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, hint: 'a region such as eu-central-1' }), {
    description: 'Region. Default: AWS_REGION.',
  }),
  url: field(url(), { description: "Endpoint, instead of the region's own: a VPC endpoint or a proxy." }),
  tls: field(httpTls(), { description: 'A private authority, or a client certificate, of a proxy.' }),
  delay: field(duration(), {
    description: 'How late figures are: windows begin and end this much earlier.',
    default: '2m',
  }),
  timeout: field(duration({ min: 100 }), { description: 'For one answer.', default: '10s' }),
});
export type CloudWatchConnection = Infer<typeof connection>;

const dimensionsOf = (metric: { readonly dimensions: Record<string, string> }) =>
  Object.values(metric.dimensions);

/** By its own text, or by a metric that it names. */
function expressionSided(text: string, metrics: Readonly<Record<string, CloudWatchMetric>>): boolean {
  const named = Object.entries(metrics).filter(([id]) => new RegExp(`\\b${id}\\b`).test(text));
  return someSided(text, ...named.flatMap(([, metric]) => dimensionsOf(metric)));
}

/** Amazon CloudWatch, by GetMetricData. */
export const cloudwatchKind: ProviderKind<CloudWatchQuery, CloudWatchConnection> = {
  query: variants({ expression, events: counts, namespace: plain }),
  connection,
  form: (query) => ('events' in query ? countsForm : valueForm),
  sided(query) {
    if ('namespace' in query) return someSided(...dimensionsOf(query));
    const texts = 'events' in query ? [query.events, query.total] : [query.expression];
    return texts.every((text) => expressionSided(text, query.metrics));
  },
};
