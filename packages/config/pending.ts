import { choice, field, object, text } from '@fairway/schema';

/** Stand-ins until the packages that own these sections export them. */
export const scanKind = object({
  'fail-on': field(choice(['low', 'medium', 'high', 'critical', 'none']), {
    description: 'Lowest severity that stops.',
    default: 'high',
  }),
  exceptions: field(text(), { description: 'File with accepted findings.' }),
});
