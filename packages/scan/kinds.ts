import { choice, field, type Infer, object, size, text } from '@fairway/schema';

export const FAIL_ON = ['critical', 'high', 'medium', 'low', 'none'] as const;

/** The `scan:` section of fairway.yml. */
export const scanKind = object({
  'fail-on': field(choice(FAIL_ON), {
    description: 'Lowest severity that stops a release; `none` reports only.',
    default: 'high',
  }),
  exceptions: field(text(), {
    description: 'File with accepted findings, each with a reason and the day it expires.',
  }),
  'max-file-size': field(size(), {
    description: 'Larger files are not scanned, and named as such.',
    default: '1MiB',
  }),
});

export type ScanConfig = Infer<typeof scanKind>;
