import { InternalError, UserError } from '@fairway/runtime/errors';

/** One server since HAProxy started. None of them ever falls, but when HAProxy counts from 0 again. */
export interface Totals {
  /** Attempts whose answer began, or that failed. */
  readonly total: number;
  readonly failed: number;
  /** Of the failed: those that got no answer. */
  readonly lost: number;
}

/**
 * Pure. The text of `show stat <backend> 4 -1`, and what was known of the server before.
 *
 * Failed are `hrsp_5xx` (the server answered so), `srv_abrt` (its answer broke off) and what was lost: attempts
 * (`stot`) that are not under way (`scur`) and were not answered (`req_tot`), each retry counted. `econ` and `eresp`
 * alone would miss those where HAProxy closes a client's kept connection without a word. An answer that is under
 * way is in `scur` and in `req_tot`, so this may lag behind, and is never too much.
 */
export function totalsOf(stat: string, backend: string, server: string, before?: Totals): Totals {
  const [head = '', ...rows] = stat.split('\n');
  const names = head.replace(/^# /, '').split(',');
  const servers = rows.map((row) => row.split(','));
  const cell = (row: readonly string[], name: string) => row[names.indexOf(name)] ?? '';
  const row = servers.find((one) => cell(one, 'svname') === server && cell(one, 'pxname') === backend);
  if (!row) {
    const there = servers.map((one) => cell(one, 'svname')).join(', ') || 'none';
    throw new UserError(`backend ${backend} of HAProxy has no server "${server}". It has: ${there}.`, {
      mend: 'correct `backend`, `live` and `candidate` under providers.haproxy',
    });
  }
  const count = (name: string) => {
    const value = Number(cell(row, name));
    if (cell(row, name) !== '' && Number.isSafeInteger(value)) return value;
    throw new InternalError(`HAProxy does not tell ${name} of ${backend}/${server}`);
  };
  const answered = count('req_tot');
  const known = count('econ') + Math.max(0, count('eresp') - count('srv_abrt'));
  const seen = Math.max(known, count('stot') - count('scur') - answered);
  const anew = before !== undefined && answered < before.total - before.lost;
  const lost = anew ? seen : Math.max(seen, before?.lost ?? 0);
  const total = answered + lost;
  return { total, failed: Math.min(total, count('hrsp_5xx') + count('srv_abrt') + lost), lost };
}

/** Totals of both servers at one moment, ms since 1970. */
export interface Snapshot {
  readonly at: number;
  readonly live: Totals;
  readonly candidate: Totals;
}

/** As many as fit easily into one line of HAProxy's command line. */
const MOST = 120;

/**
 * With a new one. One whose totals are lower than before was counted from 0 again: what was before is of no use.
 * When there are many, the older half keeps every second one.
 */
export function withSnapshot(before: readonly Snapshot[], made: Snapshot): Snapshot[] {
  const sides = ['live', 'candidate'] as const;
  const reset = before.some((one) =>
    sides.some((side) => one[side].total > made[side].total || one[side].failed > made[side].failed),
  );
  const all = reset ? [made] : [...before, made];
  if (all.length <= MOST) return all;
  const old = all.slice(0, MOST / 2).filter((_, i) => i % 2 === 0);
  return [...old, ...all.slice(MOST / 2)];
}

/** As HAProxy keeps it: digits, `_` and `.` only. */
export const written = (snapshots: readonly Snapshot[]): string =>
  snapshots
    .map(({ at, live, candidate }) => [at, ...numbers(live), ...numbers(candidate)].join('_'))
    .join('.');

const numbers = ({ total, failed, lost }: Totals): number[] => [total, failed, lost];

/** What `written` wrote; what is not of that form is left out. */
export function read(text: string): Snapshot[] {
  return text.split('.').flatMap((part) => {
    const given = part.split('_').map((word) => (/^\d{1,16}$/.test(word) ? Number(word) : Number.NaN));
    if (given.length !== 7 || given.some((value) => !Number.isSafeInteger(value))) return [];
    const [at = 0, ...six] = given;
    const side = ([total = 0, failed = 0, lost = 0]: readonly number[]) => ({ total, failed, lost });
    return [{ at, live: side(six.slice(0, 3)), candidate: side(six.slice(3)) }];
  });
}
