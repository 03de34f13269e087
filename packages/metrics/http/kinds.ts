import { choice, duration, field, type Infer, type Kind, map, object, url } from '@fairway/schema';
import { httpAuth, httpTls, plainHeaders, secretName } from '../kinds-http.ts';
import { allSided, countsForm, type MetricForm, type ProviderKind, someSided } from '../kinds-provider.ts';
import { template } from '../template.ts';
import { variants } from './variants.ts';

/** An address, or a path below that of the provider; user and password in it would be shown. */
function address(): Kind<string> {
  const hint = 'an address such as https://stats.example.com/errors, or a path such as /errors';
  const pattern = /^(https?:\/\/(\{\{[^{}]*\}\}|[^\s/@?#{}])+(?=[/?]|$)|\/)(\{\{[^{}]*\}\}|[^\s#{}])*$/;
  return template({ pattern, hint });
}

/** `$.stats.errors`; RFC 9535, checked in full before anything is asked. */
const path = (): Kind<string> =>
  template({ pattern: /^\$/, hint: 'a JSON path begins with $: $.stats.errors' });

const requestFields = {
  url: field(address(), {
    description: 'Address with names such as {{ version }}, or a path below the `url` of the provider.',
    required: true,
  }),
  method: field(choice(['GET', 'POST']), { description: 'Method. Default: POST with a body, else GET.' }),
  headers: field(plainHeaders(), { description: 'Headers that are no secrets.', default: {} }),
  'secret-headers': field(
    map(secretName(), { keys: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, keyHint: 'a header name' }),
    {
      description: 'Headers, each with the name of the secret that is its value.',
      default: {},
    },
  ),
  body: field(template(), { description: 'Body; JSON, with names inside of quotes.' }),
};
const value = object({
  ...requestFields,
  value: field(path(), { description: 'JSON path to the value.', required: true }),
  samples: field(path(), { description: 'JSON path to the number of observations behind it.' }),
});
const counts = object({
  ...requestFields,
  events: field(path(), { description: 'JSON path to the number of what went wrong.', required: true }),
  total: field(path(), { description: 'JSON path to the number of all.', required: true }),
});
const points = object({
  ...requestFields,
  points: field(path(), {
    description:
      'JSON path to the points: pairs of a time (seconds or ms since 1970, or ISO 8601) and a value.',
    required: true,
  }),
});

export type HttpQuery = Infer<typeof value> | Infer<typeof counts> | Infer<typeof points>;

const connection = object({
  url: field(url(), { description: 'Address that paths in queries are below; only there `auth` is sent.' }),
  auth: field(httpAuth(), { description: 'How it knows who asks; the values are names of secrets.' }),
  headers: field(plainHeaders(), { description: 'More headers that are no secrets.', default: {} }),
  tls: field(httpTls(), { description: 'A private authority, or a client certificate.' }),
  timeout: field(duration({ min: 100 }), { description: 'For one answer.', default: '10s' }),
});
export type HttpConnection = Infer<typeof connection>;

const valueForm: MetricForm = { form: 'value', shapes: ['value'] };
const seriesForm: MetricForm = { form: 'value', shapes: ['series'] };
const pathsOf = (query: HttpQuery): string[] => {
  if ('events' in query) return [query.events, query.total];
  return 'points' in query ? [query.points] : [query.value];
};

/** Any service that answers with JSON. */
export const httpKind: ProviderKind<HttpQuery, HttpConnection> = {
  query: variants({ events: counts, points, value }),
  connection,
  form: (query) => ('events' in query ? countsForm : 'points' in query ? seriesForm : valueForm),
  // Of one answer about both sides each path must pick its own.
  sided: (query) => someSided(query.url, query.body ?? '') || allSided(...pathsOf(query)),
};
