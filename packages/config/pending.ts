import { choice, duration, field, int, map, object, text } from '@fairway/schema';

/** Stand-ins until the packages that own these sections export them. */
export const scanKind = object({
  'fail-on': field(choice(['low', 'medium', 'high', 'critical', 'none']), {
    description: 'Lowest severity that stops.',
    default: 'high',
  }),
  exceptions: field(text(), { description: 'File with accepted findings.' }),
});

export const targetKinds = {
  process: object({
    port: field(int({ min: 1, max: 65535 }), { description: 'Port clients use.', required: true }),
    health: field(text(), { description: 'Path that answers 200 when ready.', default: '/healthz' }),
    'ready-within': field(duration(), { description: 'Time to become healthy.', default: '30s' }),
    drain: field(duration(), { description: 'Time for open requests.', default: '5s' }),
    env: field(map(text()), { description: 'Environment of the app.', default: {} }),
  }),
};
