import { NOON } from '../../http/test-support.ts';
import type { Side } from '../../types.ts';
import type { Series } from '../test-prometheus.ts';
import type { Preset } from './kinds.ts';

export const END = NOON + 300_000;
/** Scraped every 15 s; rises in each scrape by `step`, from `first` at `from` on. */
const rising = (step: number, { from = NOON - 600_000, first = 0 } = {}): [number, number][] =>
  Array.from({ length: (END - from) / 15_000 + 1 }, (_, i) => [from + i * 15_000, first + i * step]);
/** In the window there are 20 scrapes. */
export const SCRAPES = 20;

interface World {
  /** Settings of the preset. */
  readonly with: Record<string, string>;
  readonly requests: string;
  readonly buckets: string;
  /** In ms or s, as the system has it: three classes. */
  readonly bounds: readonly string[];
  readonly side: Readonly<Record<Side, Record<string, string>>>;
  readonly labels: Record<string, string>;
  readonly good: Record<string, string>;
  readonly bad: Record<string, string>;
}

const version = (label: string) => ({ candidate: { [label]: '2.0.0' }, baseline: { [label]: '1.0.0' } });
const kubernetes = { 'candidate-pods': 'shop-canary-.*', 'baseline-pods': 'shop-stable-.*' };

/** As these systems expose them, with the labels they have besides. */
export const WORLDS: Record<Preset, World> = {
  prometheus: {
    with: { service: 'shop' },
    ...{ requests: 'http_requests_total', buckets: 'http_request_duration_seconds_bucket' },
    bounds: ['0.1', '0.5', '+Inf'],
    side: version('version'),
    labels: { job: 'shop', instance: '10.0.0.1:8080', method: 'get', handler: '/' },
    ...{ good: { code: '200' }, bad: { code: '503' } },
  },
  istio: {
    with: { service: 'shop', namespace: 'prod', ...kubernetes },
    ...{ requests: 'istio_requests_total', buckets: 'istio_request_duration_milliseconds_bucket' },
    bounds: ['100.0', '500.0', '+Inf'],
    side: version('destination_version'),
    labels: {
      ...{ reporter: 'destination', destination_service_name: 'shop', destination_service_namespace: 'prod' },
      ...{
        source_workload: 'web',
        request_protocol: 'http',
        response_flags: '-',
        connection_security_policy: 'mutual_tls',
      },
    },
    ...{ good: { response_code: '200' }, bad: { response_code: '503' } },
  },
  linkerd: {
    with: { namespace: 'prod', select: 'app="shop"', ...kubernetes },
    ...{ requests: 'response_total', buckets: 'response_latency_ms_bucket' },
    bounds: ['100', '500', '+Inf'],
    side: version('version'),
    labels: { direction: 'inbound', namespace: 'prod', app: 'shop', tls: 'true', deployment: 'shop' },
    good: { classification: 'success', status_code: '200' },
    bad: { classification: 'failure', status_code: '503' },
  },
  'ingress-nginx': {
    with: { ingress: 'shop', namespace: 'prod', ...kubernetes },
    requests: 'nginx_ingress_controller_requests',
    buckets: 'nginx_ingress_controller_request_duration_seconds_bucket',
    bounds: ['0.1', '0.5', '+Inf'],
    side: { candidate: { canary: 'prod-shop-canary-80' }, baseline: { canary: '' } },
    labels: {
      ingress: 'shop',
      namespace: 'prod',
      service: 'shop',
      host: 'shop.example.com',
      method: 'GET',
      path: '/',
    },
    ...{ good: { status: '200' }, bad: { status: '503' } },
  },
  envoy: {
    with: { candidate: '{{ app }}-candidate', baseline: '{{ app }}-live' },
    ...{ requests: 'envoy_cluster_upstream_rq_xx', buckets: 'envoy_cluster_upstream_rq_time_bucket' },
    bounds: ['100', '500', '+Inf'],
    side: {
      candidate: { envoy_cluster_name: 'shop-candidate' },
      baseline: { envoy_cluster_name: 'shop-live' },
    },
    labels: { instance: '10.0.0.2:9901' },
    good: { envoy_response_code_class: '2' },
    bad: { envoy_response_code_class: '5' },
  },
};

/** The baseline is old: its counters stood high before. The candidate appears in the window, its errors later. */
export function seriesOf({ requests, buckets, bounds, side, labels, good, bad }: World): Series[] {
  const of = (which: Side) => ({ ...labels, ...side[which] });
  const born = { from: NOON + 60_000, first: 2 };
  const noise = {
    ...of('candidate'),
    ...(labels.job ? { job: 'other' } : { namespace: 'other', app: 'x', reporter: 'source' }),
  };
  return [
    {
      name: requests,
      labels: { ...of('baseline'), ...good },
      samples: rising(10, { from: NOON - 600_000, first: 100_000 }),
    },
    {
      name: requests,
      labels: { ...of('baseline'), ...bad },
      samples: rising(1, { from: NOON - 600_000, first: 700 }),
    },
    { name: requests, labels: { ...of('candidate'), ...good }, samples: rising(3, born) },
    {
      name: requests,
      labels: { ...of('candidate'), ...bad },
      samples: [
        [END - 15_000, 4],
        [END, 4],
      ],
    },
    ...(labels.instance === '10.0.0.2:9901'
      ? []
      : [{ name: requests, labels: { ...noise, ...good }, samples: rising(999) }]),
    ...bounds.flatMap((le, i): Series[] => [
      {
        name: buckets,
        labels: { ...of('baseline'), le },
        samples: rising((i + 1) * 2, { from: NOON - 600_000, first: i * 50 }),
      },
      {
        name: buckets,
        labels: { ...of('candidate'), le },
        samples: rising(i + 1, { from: NOON + 60_000, first: i + 1 }),
      },
    ]),
  ];
}

/** CPU in seconds: a tenth of one for the baseline, four tenths for the candidate. */
export const saturation: Series[] = [
  { name: 'process_cpu_seconds_total', labels: { job: 'shop', version: '2.0.0' }, samples: rising(6) },
  { name: 'process_cpu_seconds_total', labels: { job: 'shop', version: '1.0.0' }, samples: rising(1.5) },
  ...['canary', 'stable'].flatMap((which, i): Series[] => {
    const labels = { namespace: 'prod', pod: `shop-${which}-6d4c`, container: 'shop' };
    return [
      { name: 'container_cpu_usage_seconds_total', labels, samples: rising(i ? 1.5 : 6) },
      {
        name: 'container_cpu_usage_seconds_total',
        labels: { ...labels, container: '' },
        samples: rising(99),
      },
      {
        name: 'kube_pod_container_resource_limits',
        labels: { ...labels, resource: 'cpu', unit: 'core' },
        samples: rising(0, { first: 1 }),
      },
      {
        name: 'kube_pod_container_resource_limits',
        labels: { ...labels, resource: 'memory', unit: 'byte' },
        samples: rising(0, { first: 1e9 }),
      },
    ];
  }),
  ...['candidate', 'live'].flatMap((which, i): Series[] => {
    const labels = { envoy_cluster_name: `shop-${which}` };
    return [
      { name: 'envoy_cluster_upstream_rq_active', labels, samples: rising(0, { first: i ? 10 : 40 }) },
      {
        name: 'envoy_cluster_circuit_breakers_default_remaining_rq',
        labels,
        samples: rising(0, { first: i ? 90 : 60 }),
      },
    ];
  }),
];

/** Of an Ingress whose controllers have different signs for no canary. */
export const signs: Series[] = ['', '-', 'prod-other-canary-80'].map((canary, i) => ({
  name: 'nginx_ingress_controller_requests',
  labels: { ingress: 'other', canary, status: '200', controller_pod: `pod-${i}` },
  samples: rising([1, 2, 4][i] ?? 0),
}));
