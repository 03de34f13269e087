import { duration, field, int, object, url } from '@fairway/schema';

/** A request that must be answered well. */
export const checkKind = object({
  http: field(url(), { description: 'Address to request.', required: true }),
  expect: field(int({ min: 100, max: 599 }), { description: 'Status that counts as good.', default: 200 }),
  within: field(duration({ min: 1 }), { description: 'How long to try.', default: '30s' }),
});

export type CheckConfig = NonNullable<ReturnType<typeof checkKind.read>>;
