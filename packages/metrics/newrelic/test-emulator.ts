import type { ServerResponse } from 'node:http';
import { type Received, reply } from '../http/test-server.ts';

export interface Transaction {
  /** ms since 1970. */
  readonly at: number;
  readonly appVersion: string;
  readonly duration: number;
  readonly error: boolean;
}

interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

const NRQL =
  /^SELECT (.+) FROM Transaction(?: WHERE (.+?))? SINCE (\d+) UNTIL (\d+)(?: TIMESERIES (\d+) seconds)?$/;

/**
 * Test support: as much of NerdGraph and NRQL as the provider uses. Its requests and answers are held against
 * the published schema in a lane.
 */
export class NerdGraphEmulator {
  readonly key: string;
  events: readonly Transaction[] = [];
  /** Kept for the schema. */
  readonly exchanged: { request: Request; answer: object }[] = [];

  constructor(key: string) {
    this.key = key;
  }

  readonly reply = (response: ServerResponse, received: Received): void => {
    const request: Request = JSON.parse(received.body);
    const known = received.headers['api-key'] === this.key;
    const answer = known
      ? this.#answer(request)
      : { errors: [{ message: 'Invalid API key', extensions: { code: 'UNAUTHORIZED' } }] };
    this.exchanged.push({ request, answer });
    const send = reply(200, answer);
    if (typeof send === 'function') send(response, received);
  };

  #answer({ variables }: Request): object {
    const account: Record<string, unknown> = {};
    for (const [name, nrql] of Object.entries(variables)) {
      if (name === 'account') continue;
      const found = this.#run(String(nrql));
      if (typeof found === 'string')
        return { data: { actor: { account: null } }, errors: [{ message: found }] };
      account[name] = found;
    }
    return { data: { actor: { account } } };
  }

  #run(nrql: string): object | string {
    const [, select = '', where, from, to, step] = NRQL.exec(nrql) ?? [];
    if (from === undefined) return `NRQL Syntax Error: unexpected input in ${nrql}`;
    const inside = this.events.filter(
      (event) => event.at >= Number(from) && event.at < Number(to) && matches(event, where),
    );
    const rawResponse = {
      performanceStats: { inspectedCount: this.events.length, matchCount: inside.length },
    };
    if (step === undefined) return { results: [evaluate(select, inside)], rawResponse };
    const results = [];
    for (let begin = Number(from) / 1_000; begin < Number(to) / 1_000; begin += Number(step)) {
      const end = begin + Number(step);
      const bucket = inside.filter(({ at }) => at >= begin * 1_000 && at < end * 1_000);
      results.push({ beginTimeSeconds: begin, endTimeSeconds: end, ...evaluate(select, bucket) });
    }
    return { results, rawResponse };
  }
}

function matches(event: Transaction, where: string | undefined): boolean {
  return (where ?? '').split(' AND ').every((one) => {
    const [, version] = /^appVersion = '(.*)'$/.exec(one) ?? [];
    if (version !== undefined) return event.appVersion === version;
    return one === 'error IS true' ? event.error : true;
  });
}

function evaluate(select: string, events: readonly Transaction[]): object {
  const durations = events.map(({ duration }) => duration).sort((a, b) => a - b);
  if (select === 'count(*)') return { count: events.length };
  if (select === 'average(duration)') {
    return {
      'average.duration': events.length ? durations.reduce((all, one) => all + one, 0) / events.length : null,
    };
  }
  const [, percentiles] = /^percentile\(duration, (.*)\)$/.exec(select) ?? [];
  if (percentiles !== undefined) {
    const at = (percent: string) =>
      durations[Math.ceil((Number(percent) / 100) * durations.length) - 1] ?? null;
    return {
      'percentile.duration': Object.fromEntries(percentiles.split(', ').map((one) => [one, at(one)])),
    };
  }
  // As a careless function does: 0 where there is nothing.
  const failed = events.filter(({ error }) => error).length;
  return { percentage: events.length ? (100 * failed) / events.length : 0 };
}
