import { choice, duration, either, field, type Infer, object, text, url } from '@fairway/schema';
import { variants } from '../http/variants.ts';
import { httpTls, secretName } from '../kinds-http.ts';
import { allSided, countsForm, type ProviderKind, valueForm } from '../kinds-provider.ts';
import { template } from '../template.ts';

/** What Datadog can make of the points of a window. */
const AGGREGATORS = ['avg', 'min', 'max', 'sum', 'last', 'percentile', 'mean', 'l2norm', 'area'] as const;

const value = object({
  query: field(template(), {
    description: 'Metrics query: `p95:trace.http.request{service:shop,version:{{ version }}}`.',
    required: true,
  }),
  aggregator: field(choice(AGGREGATORS), {
    description: 'How the points of the window become one value.',
    default: 'avg',
  }),
});
const counts = object({
  events: field(template(), {
    description: 'What went wrong: `sum:trace.http.request.errors{version:{{ version }}}.as_count()`.',
    required: true,
  }),
  total: field(template(), { description: 'All of them, counted likewise.', required: true }),
  'no-events': field(choice(['no-data', 'zero']), {
    description: '`zero` where the metric of `events` only exists once something failed.',
    default: 'no-data',
  }),
});
const mapping = variants({ events: counts, query: value });

export type DatadogQuery = string | Infer<typeof mapping>;

const connection = object({
  site: field(
    text({ pattern: /^(?!app\.|api\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/, hint: 'a site such as datadoghq.eu' }),
    {
      description: 'Site: `datadoghq.eu`, `us5.datadoghq.com`.',
      default: 'datadoghq.com',
    },
  ),
  url: field(url(), { description: "Address of the API, instead of the site's own: a proxy." }),
  'api-key': field(secretName(), {
    description: 'Name of the secret with the API key.',
    default: 'DD_API_KEY',
  }),
  'application-key': field(secretName(), {
    description: 'Name of the secret with the application key (scope timeseries_query).',
    default: 'DD_APP_KEY',
  }),
  tls: field(httpTls(), { description: 'A private authority, or a client certificate, of a proxy.' }),
  delay: field(duration(), {
    description: 'How late figures are: windows begin and end this much earlier.',
    default: '1m',
  }),
  timeout: field(duration({ min: 100 }), { description: 'For one answer.', default: '10s' }),
});
export type DatadogConnection = Infer<typeof connection>;

/** Datadog's metrics. A text is a query whose points are averaged. */
export const datadogKind: ProviderKind<DatadogQuery, DatadogConnection> = {
  query: either(template(), mapping),
  connection,
  form: (query) => (typeof query === 'object' && 'events' in query ? countsForm : valueForm),
  sided(query) {
    if (typeof query === 'string') return allSided(query);
    return 'events' in query ? allSided(query.events, query.total) : allSided(query.query);
  },
};
