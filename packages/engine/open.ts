import { type Config, type EnvironmentConfig, loadConfig } from '@fairway/config';
import { mirrorDeployment, openLedger } from '@fairway/ledger';
import { type MetricContext, type MetricProvider, openMetric } from '@fairway/metrics';
import { openChannels } from '@fairway/notify';
import { openRouter, type Router } from '@fairway/routers';
import { type Ports, UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import { openTarget, type Target, type TargetContext } from '@fairway/targets';
import type { Site } from './site.ts';

export interface EnvironmentInputs {
  readonly environment: string;
  /** Path of fairway.yml; without it the file is looked for. */
  readonly config?: string | undefined;
  readonly token: string;
  /** By the names that fairway.yml uses. */
  readonly secrets?: Readonly<Record<string, string>> | undefined;
}

/** Reads fairway.yml and opens everything that belongs to one environment. Changes nothing. */
export async function openEnvironment(inputs: EnvironmentInputs, ports: Ports): Promise<Site> {
  const { config, file } = await loadConfig(ports, inputs.config);
  const settings = settingsOf(config, inputs.environment, file);
  const { app } = config;
  const { environment, token } = inputs;
  // The record must still be written when the job is being cancelled.
  const recording = { ...ports, signal: new AbortController().signal };
  const ledger = await openLedger({ ...config.ledger, app, token, ports: recording });
  const context = { app, environment, ports };
  const target = openTarget(settings.target, context);
  const secret = secretOf(inputs, file);
  const channels = openChannels(config.notify, { ports, secret });
  const asked: MetricContext = { ...context, target, secret };
  return {
    ...{ app, environment, config, settings, ledger, target, ports },
    router: routerOf(settings, context, target),
    provider: once(({ source }) => openMetric(source, connectionOf(config, settings, source.type), asked)),
    notify: (notice) => channels.tell(notice),
    mirror: (release) =>
      ports.context.apiUrl
        ? mirrorDeployment(ports.github(token), {
            environment,
            release,
            logUrl: ports.context.runUrl,
            environmentUrl: settings.url ?? target.url,
            log: ports.log,
            ...(ports.redact ? { redact: ports.redact } : {}),
          })
        : Promise.resolve({ update: async () => undefined }),
  };
}

/** What the strategy names; without it, targets that split traffic themselves bring a router of their own name. */
function routerOf(
  { strategy, target: { type } }: EnvironmentConfig,
  context: TargetContext,
  target: Target,
): Router | undefined {
  const named =
    strategy?.type === 'canary' || strategy?.type === 'blue-green' ? strategy.config.router : undefined;
  if (named) return openRouter(named.type, named.config, context, target);
  return target.capabilities.weights ? openRouter(type, {}, context, target) : undefined;
}

/** A provider is opened once for each metric of a plan, whatever it is asked. */
function once(open: Site['provider']): Site['provider'] {
  const opened = new WeakMap<object, MetricProvider>();
  return (metric) => {
    const provider = opened.get(metric.source) ?? open(metric);
    opened.set(metric.source, provider);
    return provider;
  };
}

/** How a provider is reached here: an environment's own entry replaces the file's. */
function connectionOf(
  config: Config,
  settings: EnvironmentConfig,
  type: keyof NonNullable<Config['providers']>,
): object {
  return settings.providers?.[type] ?? config.providers?.[type] ?? {};
}

function secretOf({ secrets = {} }: EnvironmentInputs, file: string): MetricContext['secret'] {
  return (name) => {
    const value = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
    if (value) return value;
    throw new UserError(`the secret ${name} is not given`, {
      where: `${file} names it`,
      mend: `add a line to the input "secrets": ${name}=\${{ secrets.${name} }}`,
    });
  };
}

function settingsOf({ environments }: Config, name: string, file: string) {
  const settings = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (settings) return settings;
  throw new UserError(`unknown environment "${name}".${didYouMean(name, Object.keys(environments))}`, {
    where: file,
    mend: 'name an environment of this file',
  });
}
