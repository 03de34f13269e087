import {
  choice,
  duration,
  either,
  field,
  type Kind,
  type ObjectOf,
  object,
  percent,
  url,
} from '@fairway/schema';
import { httpAuth, httpTls, plainHeaders } from '../kinds-http.ts';
import { allSided, countsForm, histogramForm, type ProviderKind, valueForm } from '../kinds-provider.ts';
import { template, usesWindow } from '../template.ts';
import type { Side } from '../types.ts';
import { expand } from './presets/expand.ts';
import { type PresetQuery, presetKind } from './presets/kinds.ts';
import { looksBack } from './promql.ts';

/** PromQL for one window; without `window` the figures of two looks would overlap or leave something out. */
function windowed(): Kind<string> {
  const plain = template();
  return {
    ...plain,
    read(value, path, report) {
      const read = plain.read(value, path, report);
      if (read === undefined || usesWindow(read)) return read;
      const message =
        'the query must count one window: use {{ window }}, as in increase(errors_total[{{ window }}])';
      report({ path, message, on: 'value' });
      return undefined;
    },
  };
}

const countsFields = {
  events: field(windowed(), {
    description: 'What went wrong in the window: `sum(increase(...[{{ window }}])) or vector(0)`.',
    required: true,
  }),
  total: field(windowed(), { description: 'All of them in the window.', required: true }),
};
const histogramFields = {
  histogram: field(windowed(), {
    description: 'Cumulative classes of the window: `sum by (le) (increase(..._bucket[{{ window }}]))`.',
    required: true,
  }),
  quantile: field(percent(), { description: 'The one that is judged.', default: '95%' }),
};

export type CountsQuery = ObjectOf<typeof countsFields>;
export type HistogramQuery = ObjectOf<typeof histogramFields>;
/** Plain PromQL for a value; counts; a histogram; or a preset that stands for one of them. */
export type PrometheusQuery = string | CountsQuery | HistogramQuery | PresetQuery;

/** The form of a mapping is known by its first key. */
function mapping(): Kind<Exclude<PrometheusQuery, string>> {
  const forms = { preset: presetKind(), histogram: object(histogramFields), events: object(countsFields) };
  return {
    name: 'mapping',
    json: { anyOf: Object.values(forms).map((form) => form.json) },
    read(value, path, report) {
      const given = typeof value === 'object' && value !== null ? value : {};
      if (Object.hasOwn(given, 'preset')) return forms.preset.read(value, path, report);
      if (Object.hasOwn(given, 'histogram')) return forms.histogram.read(value, path, report);
      return forms.events.read(value, path, report);
    },
  };
}

/** What is asked of the server in the end. */
export type Plain = string | CountsQuery | HistogramQuery;
export const plainOf = (query: PrometheusQuery, side: Side): Plain =>
  typeof query === 'object' && 'preset' in query ? expand(query, side).query : query;

/** A query in the address would be lost, and a password in it would be shown. */
function baseUrl(): Kind<string> {
  const plain = url();
  return {
    ...plain,
    read(value, path, report) {
      const read = plain.read(value, path, report);
      if (read === undefined) return undefined;
      const { username, password, search, hash } = new URL(read);
      if (!username && !password && !search && !hash) return read;
      const message =
        'expected an address without user, password, query and fragment; passwords belong into `auth`';
      report({ path, message, on: 'value' });
      return undefined;
    },
  };
}

const connectionFields = {
  url: field(baseUrl(), {
    description: 'Address of the HTTP API, without /api/v1: `https://prometheus.example.com`.',
    required: true,
  }),
  auth: field(httpAuth(), { description: 'How it knows who asks; the values are names of secrets.' }),
  headers: field(plainHeaders(), { description: 'More headers that are no secrets: `X-Scope-OrgID`.' }),
  tls: field(httpTls(), { description: 'A private authority, or a client certificate.' }),
  method: field(choice(['post', 'get']), {
    description: '`get` where a proxy refuses POST.',
    default: 'post',
  }),
  timeout: field(duration({ min: 100 }), { description: 'For one answer.', default: '10s' }),
};
export type PrometheusConnection = ObjectOf<typeof connectionFields>;

/** Prometheus, and what speaks its HTTP API: Thanos, Mimir, VictoriaMetrics. */
export const prometheusKind: ProviderKind<PrometheusQuery, PrometheusConnection> = {
  query: either(template(), mapping()),
  connection: object(connectionFields),
  form(query) {
    if (typeof query === 'object' && 'preset' in query) return expand(query).form;
    if (typeof query === 'string') return valueForm;
    return 'events' in query ? countsForm : histogramForm(query.quantile / 100);
  },
  overlaps: (query) => typeof query === 'string' && looksBack(query),
  // A preset may tell them apart by values of its own: the driver compares what it would send.
  beyondNames: true,
  sided(query) {
    const [plain, other] = [plainOf(query, 'candidate'), plainOf(query, 'baseline')];
    if (typeof plain === 'string') return plain !== other || allSided(plain);
    if (JSON.stringify(plain) !== JSON.stringify(other)) return true;
    return 'events' in plain ? allSided(plain.events, plain.total) : allSided(plain.histogram);
  },
};
