import { backupKind } from '@fairway/backup/kinds';
import { imageKind } from '@fairway/image/kinds';
import { providerKinds } from '@fairway/metrics/kinds';
import { notifyKind } from '@fairway/notify/kinds';
import { releaseKind } from '@fairway/release/kinds';
import { checkKind, strategyKind } from '@fairway/rollout/kinds';
import { scanKind } from '@fairway/scan/kinds';
import { choice, field, type Infer, type Kind, list, map, named, object, text, url } from '@fairway/schema';
import { targetKinds } from '@fairway/targets/kinds';
import { NAME, NAME_HINT, name, names } from './names.ts';

/** The version of the file's format, as a number: a newer one is refused, never guessed at. */
function formatVersion(): Kind<1> {
  return {
    name: '1',
    json: { type: 'integer', const: 1 },
    read(value, path, report) {
      if (value === 1) return 1;
      const message =
        typeof value === 'number' && Number.isInteger(value) && value > 1
          ? `format ${value} is newer than this Fairway, which knows format 1: use a newer Fairway`
          : `expected 1, found ${JSON.stringify(value) ?? 'nothing'}`;
      return void report({ path, message, on: 'value' });
    },
  };
}

/** Connections by provider; what a metric asks stands in the metric. */
const providersKind = object(
  Object.fromEntries(
    Object.entries(providerKinds).map(([name, kind]) => [
      name,
      field(kind as Kind<object>, { description: `Where and as whom to ask ${name}.` }),
    ]),
  ),
);

export const environmentKind = object({
  after: field(names(), {
    description: 'The environment, or list of environments, that must have the release first.',
  }),
  target: field(named('target', targetKinds), { description: 'Where the app runs.', required: true }),
  strategy: field(strategyKind, { description: 'How a release is taken live. Default: blue-green.' }),
  checks: field(list(checkKind), {
    description: 'Requests that must succeed before the release counts as live.',
    default: [],
  }),
  providers: field(providersKind, {
    description: 'Connections of metric providers that are other ones here.',
    default: {},
  }),
  backup: field(backupKind, { description: 'Data that is backed up, and proven, before a deployment.' }),
  url: field(url(), { description: 'Where people reach the environment; shown as a link.' }),
});

export const configKind = object({
  version: field(formatVersion(), { description: 'Version of the format of this file: 1.', required: true }),
  app: field(name(), { description: 'Name of the app; part of git refs and folders.', required: true }),
  image: field(imageKind, { description: 'Where images are kept and how they are built.' }),
  scan: field(scanKind, { description: 'What stops a release before it is deployed.', default: {} }),
  ledger: field(
    object({
      backend: field(choice(['auto', 'github', 'git']), {
        description: 'Where the record is kept: `auto` takes GitHub where there is one, else git.',
        default: 'auto',
      }),
      prefix: field(
        text({ pattern: /^refs\/[A-Za-z0-9._/-]+[A-Za-z0-9_-]$/, hint: 'a ref such as refs/fairway' }),
        {
          description: 'Refs of the record: `<prefix>/<app>/<environment>`.',
          default: 'refs/fairway',
        },
      ),
    }),
    { description: 'The durable record of what is live.', default: {} },
  ),
  release: field(releaseKind, { description: 'How versions and tags are made.', default: {} }),
  providers: field(providersKind, { description: 'Connections of metric providers.', default: {} }),
  notify: field(notifyKind, {
    description: 'Who is told when a rollout starts, pauses, is aborted or promoted, by a name of your own.',
    default: {},
  }),
  environments: field(nonEmpty(map(environmentKind, { keys: NAME, keyHint: NAME_HINT })), {
    description: 'The environments by name; `after` gives their order.',
    required: true,
  }),
});

function nonEmpty<T>(kind: Kind<Record<string, T>>): Kind<Record<string, T>> {
  return {
    ...kind,
    json: { ...kind.json, minProperties: 1 },
    read(value, path, report) {
      const read = kind.read(value, path, report);
      if (!read || Object.keys(read).length) return read;
      return void report({ path, message: 'expected at least one environment', on: 'value' });
    },
  };
}

/** fairway.yml as read: camelCase keys, durations in ms, percentages from 0 to 100. */
export type Config = Infer<typeof configKind>;
export type EnvironmentConfig = Infer<typeof environmentKind>;
