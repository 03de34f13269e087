import { createHash } from 'node:crypto';
import { duration, field, type Infer, int, map, object, text } from '@fairway/schema';

/** `process:` of a target: the release runs on this machine behind a small proxy. */
export const processTarget = object({
  port: field(int({ min: 1, max: 65_535 }), {
    description: 'Port of 127.0.0.1 on which clients reach the environment.',
    required: true,
  }),
  health: field(text({ pattern: /^\/\S*$/, hint: 'a path that starts with /' }), {
    description: 'Path that answers 2xx when the release is ready.',
    default: '/healthz',
  }),
  'ready-within': field(duration({ min: 100 }), {
    description: 'How long a release may take until its health path answers 2xx.',
    default: '30s',
  }),
  drain: field(duration(), {
    description: 'How long requests in flight may go on at the release that is replaced.',
    default: '5s',
  }),
  env: field(map(text(), { keys: /^[A-Za-z_][A-Za-z0-9_]*$/, keyHint: 'letters, digits and _' }), {
    description: 'Environment variables of the release, besides those Fairway sets.',
    default: {},
  }),
});

export type ProcessConfig = Infer<typeof processTarget>;

/** Fingerprint of the configuration: what was started with another one does not serve what is wanted. */
export function settingsOf({ port, health, readyWithin, drain, env }: ProcessConfig): string {
  const names = Object.keys(env).sort();
  const content = JSON.stringify([port, health, readyWithin, drain, names.map((name) => [name, env[name]])]);
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
