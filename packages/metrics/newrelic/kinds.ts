import { choice, duration, either, field, type Infer, int, type Kind, object, url } from '@fairway/schema';
import { variants } from '../http/variants.ts';
import { httpTls, secretName } from '../kinds-http.ts';
import { allSided, countsForm, type ProviderKind, valueForm } from '../kinds-provider.ts';
import { template } from '../template.ts';

const OURS = /\b(SINCE|UNTIL|TIMESERIES|FACET|COMPARE\s+WITH)\b/i;
const QUOTED = /'[^']*'|"[^"]*"|`[^`]*`/g;

/** NRQL for one number; the window is added to it. */
function nrql(): Kind<string> {
  const plain = template({
    pattern: /^\s*(SELECT|FROM)\s/i,
    hint: "NRQL such as SELECT average(duration) FROM Transaction WHERE appVersion = '{{ version }}'",
  });
  return {
    ...plain,
    read(value, path, report) {
      const read = plain.read(value, path, report);
      const [, clause] = OURS.exec(read?.replace(QUOTED, "''") ?? '') ?? [];
      if (clause === undefined) return read;
      const why = /facet|compare/i.test(clause) ? 'one number is wanted' : 'the window is added';
      report({ path, message: `leave out ${clause.toUpperCase()}: ${why}`, on: 'value' });
      return undefined;
    },
  };
}

const counts = object({
  events: field(nrql(), {
    description: 'What went wrong: `SELECT count(*) FROM Transaction WHERE error IS true AND ...`.',
    required: true,
  }),
  total: field(nrql(), {
    description: 'All of them: `SELECT count(*) FROM Transaction WHERE ...`.',
    required: true,
  }),
});
const value = object({ query: field(nrql(), { description: 'NRQL for one number.', required: true }) });
const mapping = variants({ events: counts, query: value });

export type NewRelicQuery = string | Infer<typeof mapping>;

const connection = object({
  account: field(int({ min: 1 }), { description: 'Id of the account.', required: true }),
  region: field(choice(['us', 'eu']), { description: 'Where the account lies.', default: 'us' }),
  url: field(url(), { description: "Address of NerdGraph, instead of the region's own: a proxy." }),
  'api-key': field(secretName(), {
    description: 'Name of the secret with a user key (NRAK-...).',
    default: 'NEW_RELIC_API_KEY',
  }),
  tls: field(httpTls(), { description: 'A private authority, or a client certificate, of a proxy.' }),
  delay: field(duration(), {
    description: 'How late figures are: windows begin and end this much earlier.',
    default: '1m',
  }),
  timeout: field(duration({ min: 100 }), { description: 'For one answer.', default: '30s' }),
});
export type NewRelicConnection = Infer<typeof connection>;

/** New Relic, by NRQL. */
export const newrelicKind: ProviderKind<NewRelicQuery, NewRelicConnection> = {
  query: either(nrql(), mapping),
  connection,
  form: (query) => (typeof query === 'object' && 'events' in query ? countsForm : valueForm),
  sided(query) {
    if (typeof query === 'string') return allSided(query);
    return 'events' in query ? allSided(query.events, query.total) : allSided(query.query);
  },
};
