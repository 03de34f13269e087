import { UserError } from '@fairway/runtime/errors';
import { type Asked, type Language, render } from '../template.ts';
import type { NewRelicQuery } from './kinds.ts';

/** New Relic gives no more points than this. */
const MOST_POINTS = 366;

/** NRQL: inside of quotes anything but quotes and backslashes; outside of them numbers and names. */
export const NRQL: Language = {
  escape(value, before) {
    const quoted = (before.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '').match(/['"`]/g) ?? []).length > 0;
    const good = quoted ? /^[^'"`\\\p{Cc}]*$/u : /^[\w.]+$/;
    if (good.test(value)) return value;
    throw new UserError(
      `${JSON.stringify(value)} cannot stand ${quoted ? 'in' : 'outside of'} quotes in NRQL`,
      {
        mend: "put the name in quotes, as in appVersion = '{{ version }}'",
      },
    );
  },
};

export interface Ask {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number>>;
  /** The names of the answers, in order. */
  readonly names: readonly string[];
  /** For people. */
  readonly words: string;
}

/** Both numbers of counts come in one request, so that they are of one time. */
export function askOf(
  query: NewRelicQuery,
  asked: Asked,
  { account, timeout, step }: { account: number; timeout: number; step: number | undefined },
): Ask {
  const parts = Object.entries(partsOf(query)).map(([name, text]) => {
    return { name, nrql: `${render(text, asked, NRQL).trim()}${rangeOf(asked, step)}` };
  });
  // Between 1 and 70 seconds; without it New Relic gives up after 5.
  const seconds = Math.min(70, Math.max(1, Math.floor(timeout / 1_000)));
  const fields = parts.map(
    ({ name }) => `${name}: nrql(query: $${name}, timeout: ${seconds}) { results rawResponse }`,
  );
  const declared = parts.map(({ name }) => `$${name}: Nrql!`).join(', ');
  return {
    query: `query($account: Int!, ${declared}) { actor { account(id: $account) { ${fields.join(' ')} } } }`,
    variables: { account, ...Object.fromEntries(parts.map(({ name, nrql }) => [name, nrql])) },
    names: parts.map(({ name }) => name),
    words: parts.map(({ nrql }) => nrql).join(' / '),
  };
}

function partsOf(query: NewRelicQuery): Record<string, string> {
  if (typeof query === 'string') return { value: query };
  return 'query' in query ? { value: query.query } : { events: query.events, total: query.total };
}

/** Milliseconds since 1970 on both ends; the end is exclusive. */
function rangeOf({ from, to }: Asked, step: number | undefined): string {
  const range = ` SINCE ${Math.round(from)} UNTIL ${Math.round(to)}`;
  if (step === undefined) return range;
  const seconds = Math.ceil(Math.max(step, (to - from) / MOST_POINTS, 1_000) / 1_000);
  return `${range} TIMESERIES ${seconds} seconds`;
}
