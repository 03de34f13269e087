import { choice, didYouMean, type Fields, field, type Kind, object, text } from '@fairway/schema';
import { template } from '../../template.ts';

export const PRESETS = ['prometheus', 'istio', 'linkerd', 'ingress-nginx', 'envoy'] as const;
export type Preset = (typeof PRESETS)[number];
export const ASKS = ['error-rate', 'p50', 'p95', 'p99', 'requests', 'saturation'] as const;
export type Ask = (typeof ASKS)[number];

/** A usual question to a usual system; `expand` says what is sent. */
export interface PresetQuery {
  readonly preset: Preset;
  readonly ask: Ask;
  readonly with: Settings;
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const metricName = () => text({ pattern: NAME, hint: 'the name of a metric or label' });

const settings = {
  service: {
    kind: template(),
    description: 'The service: the label `job` (prometheus), `destination_service_name` (istio).',
  },
  namespace: { kind: template(), description: 'Its namespace.' },
  ingress: { kind: template(), description: 'Name of the Ingress.' },
  select: { kind: template(), description: 'More label matchers, as in PromQL: `app="shop",zone=~"a|b"`.' },
  label: { kind: metricName(), description: 'The label that tells candidate and baseline apart.' },
  candidate: { kind: template(), description: 'Its value for the candidate. Default: `{{ version }}`.' },
  baseline: { kind: template(), description: 'Its value for the baseline. Default: `{{ version }}`.' },
  requests: { kind: metricName(), description: 'The counter of requests. Default: `http_requests_total`.' },
  duration: {
    kind: metricName(),
    description: 'The histogram of seconds, without `_bucket`. Default: `http_request_duration_seconds`.',
  },
  status: { kind: metricName(), description: 'The label with the HTTP status. Default: `code`.' },
  reporter: {
    kind: choice(['destination', 'source', 'waypoint']),
    description: 'Whose figures. Default: `destination`.',
  },
  'candidate-pods': {
    kind: template(),
    description: 'Pods of the candidate, a regular expression; for saturation.',
  },
  'baseline-pods': {
    kind: template(),
    description: 'Pods of the baseline, a regular expression; for saturation.',
  },
} as const;
type SettingName = keyof typeof settings;
export type Settings = {
  readonly [K in 'candidatePods' | 'baselinePods' | Exclude<SettingName, `${string}-${string}`>]?: string;
};

const SIDES = ['label', 'candidate', 'baseline', 'select'] as const;
const PODS = ['candidate-pods', 'baseline-pods'] as const;
const KNOWN: Record<Preset, readonly SettingName[]> = {
  prometheus: ['service', 'requests', 'duration', 'status', ...SIDES],
  istio: ['service', 'namespace', 'reporter', ...SIDES, ...PODS],
  linkerd: ['namespace', ...SIDES, ...PODS],
  'ingress-nginx': ['ingress', 'namespace', ...SIDES, ...PODS],
  envoy: SIDES,
};

/** Without these the figures would be those of other services too, or of both releases. */
function missing({ preset, ask, with: given }: PresetQuery): string | undefined {
  const pods = ask === 'saturation' && preset !== 'prometheus' && preset !== 'envoy';
  const needed: readonly (readonly (keyof Settings)[])[] = pods
    ? [['namespace'], ['candidatePods'], ['baselinePods']]
    : {
        prometheus: [['service', 'select'] as const],
        istio: [['service'] as const],
        linkerd: [['namespace', 'select'] as const],
        'ingress-nginx': [['ingress'] as const],
        envoy: [['candidate'] as const, ['baseline'] as const],
      }[preset];
  const lacks = needed.find((names) => names.every((name) => given[name] === undefined));
  const shown = lacks?.map((name) => name.replace(/Pods$/, '-pods')).join('` or `');
  return shown && `${ask} of ${preset} needs \`${shown}\` under \`with\``;
}

/** `{ preset: istio, ask: error-rate, with: { service: shop } }`. */
export function presetKind(): Kind<PresetQuery> {
  const known = new Map(PRESETS.map((preset) => [preset, object(fieldsOf(preset))]));
  const all = (one: Kind<unknown>) =>
    object({
      preset: field(choice(PRESETS), { description: 'The system that is measured.', required: true }),
      ask: field(choice(ASKS), { description: 'What is asked.', required: true }),
      with: field(one, { description: 'Which service, and how its releases are told apart.', default: {} }),
    });
  return {
    name: 'preset',
    json: { oneOf: PRESETS.map((preset) => schemaOf(all(known.get(preset) ?? object({})), preset)) },
    read(value, path, report) {
      const given = (value as { preset?: unknown }).preset;
      const preset = PRESETS.find((name) => name === given);
      if (preset === undefined) {
        const message = `unknown preset ${JSON.stringify(given) ?? ''}.${didYouMean(String(given), PRESETS)}`;
        return void report({ path: [...path, 'preset'], message, on: 'value' });
      }
      const read = all(known.get(preset) ?? object({})).read(value, path, report) as PresetQuery | undefined;
      const lacks = read && missing(read);
      if (lacks) return void report({ path, message: lacks, on: 'value' });
      return read;
    },
  };
}

function fieldsOf(preset: Preset): Fields {
  const entries = KNOWN[preset].map((name) => {
    const { kind, description } = settings[name];
    return [name, field<unknown>(kind, { description })] as const;
  });
  return Object.fromEntries(entries);
}

/** Of one preset only, so that an editor knows which settings it has. */
function schemaOf(kind: Kind<unknown>, preset: Preset) {
  const { properties, ...json } = kind.json as { properties: Record<string, object> };
  return { ...json, properties: { ...properties, preset: { ...properties.preset, enum: [preset] } } };
}
