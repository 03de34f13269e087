import { bool, duration, field, type Infer, list, number, object, text } from '@fairway/schema';

const expectation = object({
  query: field(text(), {
    description: 'A SELECT whose first column of the first row is a number: `select count(*) from orders`.',
    required: true,
  }),
  min: field(number(), { description: 'The least it may give.' }),
  max: field(number(), { description: 'The most it may give.' }),
});

/** `sqlite:` of a backup section. */
export const sqliteKind = object({
  path: field(text(), {
    description:
      'The database file. A relative path starts at the data folder of a process target (DATA_DIR); other targets need an absolute one.',
    required: true,
  }),
  expect: field(list(expectation), {
    description: 'Queries that the restored database must answer within their bounds.',
    default: [],
  }),
  'allow-empty': field(bool(), {
    description: 'Accept a database without tables, or whose tables are all empty.',
    default: false,
  }),
  'lock-wait': field(duration(), {
    description: 'How long to wait while another process keeps the whole database locked.',
    default: '10s',
  }),
});

export type SqliteConfig = Infer<typeof sqliteKind>;
export type Expectation = Infer<typeof expectation>;
