import { type Config, loadConfig } from '@fairway/config';
import { mirrorDeployment, openLedger } from '@fairway/ledger';
import { openMetric } from '@fairway/metrics';
import { openRouter } from '@fairway/routers';
import { type Ports, UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import { openTarget } from '@fairway/targets';
import type { Site } from './site.ts';

export interface EnvironmentInputs {
  readonly environment: string;
  /** Path of fairway.yml; without it the file is looked for. */
  readonly config?: string | undefined;
  readonly token: string;
}

/** Reads fairway.yml and opens everything that belongs to one environment. Changes nothing. */
export async function openEnvironment(inputs: EnvironmentInputs, ports: Ports): Promise<Site> {
  const { config, file } = await loadConfig(ports, inputs.config);
  const settings = settingsOf(config, inputs.environment, file);
  const { app } = config;
  const { environment } = inputs;
  // The record must still be written when the job is being cancelled.
  const recording = { ...ports, signal: new AbortController().signal };
  const ledger = await openLedger({ ...config.ledger, app, token: inputs.token, ports: recording });
  const context = { app, environment, ports };
  const target = openTarget(settings.target, context);
  // Targets that split traffic themselves bring a router of their own name.
  const router = target.capabilities.weights
    ? openRouter(settings.target.type, {}, context, target)
    : undefined;
  return {
    app,
    environment,
    config,
    settings,
    ledger,
    target,
    router,
    provider: ({ source }) => openMetric(source.type, source.config, context, target),
    mirror: (release) =>
      ports.context.apiUrl
        ? mirrorDeployment(ports.github(inputs.token), {
            environment,
            release,
            logUrl: ports.context.runUrl,
            environmentUrl: settings.url ?? target.url,
            log: ports.log,
            ...(ports.redact ? { redact: ports.redact } : {}),
          })
        : Promise.resolve({ update: async () => undefined }),
    ports,
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
