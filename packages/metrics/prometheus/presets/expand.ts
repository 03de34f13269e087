import { countsForm, histogramForm, type MetricForm, valueForm } from '../../kinds-provider.ts';
import type { Side } from '../../types.ts';
import type { Plain } from '../kinds.ts';
import type { Ask, Preset, PresetQuery, Settings } from './kinds.ts';

/** How one system names things. Metrics are counters; matchers are PromQL. */
interface System {
  readonly requests: string;
  /** The label that says how a request ended, and its value for those that failed. */
  readonly status: string;
  readonly failed: string;
  /** Classes, and what their `le` is in. */
  readonly buckets: string;
  readonly unit: 's' | 'ms';
  readonly matchers: readonly string[];
  /** What tells this side from the other. */
  readonly side: string;
}

const QUANTILES: Partial<Record<Ask, number>> = { p50: 0.5, p95: 0.95, p99: 0.99 };

/** The query that a preset stands for, of one side. Pure. */
export function expand(query: PresetQuery, side: Side = 'candidate'): { form: MetricForm; query: Plain } {
  const { preset, ask, with: given } = query;
  if (ask === 'saturation') return { form: { ...valueForm, unit: 'ratio' }, query: saturation(query, side) };
  const system = SYSTEMS[preset](given, side);
  const select = (metric: string, ...more: string[]) =>
    `${metric}{${[...system.matchers, system.side, ...more].filter((matcher) => matcher !== '').join(',')}}`;
  const total = `sum(${counted(select(system.requests))})`;
  const quantile = QUANTILES[ask];
  if (quantile !== undefined) {
    const histogram = `sum by (le) (${counted(select(system.buckets))})`;
    return { form: histogramForm(quantile, system.unit), query: { histogram, quantile: quantile * 100 } };
  }
  if (ask === 'requests') return { form: { ...valueForm, unit: 'number', ofTraffic: true }, query: total };
  const { status } = system;
  // No failure has no series: 0, but only where requests have that label at all.
  const none = `0 * sum(${counted(select(system.requests, `${status}!=""`))})`;
  const events = `sum(${counted(select(system.requests, `${status}${system.failed}`))}) or ${none}`;
  return { form: countsForm, query: { events, total } };
}

/**
 * What each counter rose by in the window, exactly: nothing is extrapolated, windows that follow one another
 * leave nothing out, and a counter that appears in the window counts from 0, where `increase` would miss the
 * first errors of a new release. One that was set back counts from 0 too.
 */
function counted(selector: string): string {
  const now = `last_over_time(${selector}[{{ window }}])`;
  const before = `last_over_time(${selector}[1h] offset {{ window }})`;
  return `((${now} - ${before}) >= 0) or ${now}`;
}

/** A value from fairway.yml in double quotes; names in it are escaped when they are known. */
const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
const equals = (label: string, value: string | undefined): string =>
  value === undefined ? '' : `${label}=${quoted(value)}`;

const sideOf = (given: Settings, side: Side, label: string): string =>
  equals(given.label ?? label, given[side] ?? '{{ version }}');

const SYSTEMS: Record<Preset, (given: Settings, side: Side) => System> = {
  prometheus: (given, side) => ({
    requests: given.requests ?? 'http_requests_total',
    status: given.status ?? 'code',
    failed: '=~"5.."',
    buckets: `${given.duration ?? 'http_request_duration_seconds'}_bucket`,
    unit: 's',
    matchers: [equals('job', given.service), given.select ?? ''],
    side: sideOf(given, side, 'version'),
  }),
  istio: (given, side) => ({
    requests: 'istio_requests_total',
    status: 'response_code',
    failed: '=~"5.."',
    buckets: 'istio_request_duration_milliseconds_bucket',
    unit: 'ms',
    matchers: [
      equals('reporter', given.reporter ?? 'destination'),
      equals('destination_service_name', given.service),
      equals('destination_service_namespace', given.namespace),
      given.select ?? '',
    ],
    side: sideOf(given, side, 'destination_version'),
  }),
  linkerd: (given, side) => ({
    requests: 'response_total',
    status: 'classification',
    failed: '="failure"',
    buckets: 'response_latency_ms_bucket',
    unit: 'ms',
    matchers: ['direction="inbound"', equals('namespace', given.namespace), given.select ?? ''],
    side: sideOf(given, side, 'version'),
  }),
  'ingress-nginx': (given, side) => ({
    requests: 'nginx_ingress_controller_requests',
    status: 'status',
    failed: '=~"5.."',
    buckets: 'nginx_ingress_controller_request_duration_seconds_bucket',
    unit: 's',
    matchers: [equals('ingress', given.ingress), equals('namespace', given.namespace), given.select ?? ''],
    // The controller writes the name of the canary's backend into this label, and nothing or `-` for the main one.
    side:
      given.label || given[side]
        ? sideOf(given, side, 'canary')
        : side === 'candidate'
          ? 'canary!~"|-"'
          : 'canary=~"|-"',
  }),
  envoy: (given, side) => ({
    requests: 'envoy_cluster_upstream_rq_xx',
    status: 'envoy_response_code_class',
    failed: '="5"',
    buckets: 'envoy_cluster_upstream_rq_time_bucket',
    unit: 'ms',
    matchers: [given.select ?? ''],
    side: sideOf(given, side, 'envoy_cluster_name'),
  }),
};

/**
 * 0 to 1. prometheus: the busiest process, of one CPU; envoy: requests under way, of what the circuit breaker
 * lets through (`track_remaining` must be on); the others: CPU of the pods, of their limits, as the kubelet and
 * kube-state-metrics tell.
 */
function saturation({ preset, with: given }: PresetQuery, side: Side): string {
  if (preset === 'prometheus' || preset === 'envoy') {
    const { matchers, side: which } = SYSTEMS[preset](given, side);
    const select = `{${[...matchers, which].filter((matcher) => matcher !== '').join(',')}}`;
    if (preset === 'prometheus') return `max(rate(process_cpu_seconds_total${select}[{{ window }}]))`;
    const active = `envoy_cluster_upstream_rq_active${select}`;
    const left = `envoy_cluster_circuit_breakers_default_remaining_rq${select}`;
    return `max(${active} / (${active} + ${left}))`;
  }
  const pods = side === 'candidate' ? given.candidatePods : given.baselinePods;
  const which = `${equals('namespace', given.namespace)},pod=~${quoted(pods ?? '')}`;
  const used = `sum(rate(container_cpu_usage_seconds_total{${which},container!=""}[{{ window }}]))`;
  return `${used} / sum(kube_pod_container_resource_limits{${which},resource="cpu"})`;
}
