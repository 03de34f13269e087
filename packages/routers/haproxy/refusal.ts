import { UserError } from '@fairway/runtime/errors';

/** What HAProxy says instead of an answer; its words are the only sign of an error. */
const REFUSALS: readonly { readonly says: RegExp; readonly means: string; readonly mend: string }[] = [
  {
    says: /^Permission denied/,
    means: 'this socket may not do that',
    mend: 'give the `stats socket` in haproxy.cfg `level admin`',
  },
  {
    says: /^(Can't find backend|No such (backend|proxy))/i,
    means: 'there is no such backend',
    mend: 'correct the name of the backend, or add it to haproxy.cfg and reload',
  },
  {
    says: /^(No such server|Server not found|Require 'backend\/server')/i,
    means: 'there is no such server in the backend',
    mend: 'correct the name of the server, or add a `server` line to haproxy.cfg and reload',
  },
  {
    says: /static LB algorithm/,
    means: 'the backend balances by a static algorithm, which knows no weights at run time',
    mend: 'use `balance roundrobin`, `leastconn` or `random`, or add `hash-type consistent`',
  },
  {
    says: /^Unknown (ACL|map) identifier/i,
    means: 'haproxy.cfg uses no such file',
    mend: 'name the file in haproxy.cfg (`-f <file>`) exactly as in fairway.yml, and reload',
  },
  {
    says: /^(Unknown command|'.*' (unknown|not supported))/i,
    means: 'it does not know that command',
    mend: 'give the stats socket of HAProxy itself, not the one of its master; Fairway needs 2.4 or newer',
  },
  {
    says: /^Key not found/i,
    means: 'there is no such entry',
    mend: 'somebody changed it meanwhile: run this again',
  },
  {
    says: /^Absolute weight can only be/,
    means: 'it takes weights from 0 to 256',
    mend: 'report this: Fairway should not ask for another one',
  },
  {
    says: /^Invalid addr/,
    means: 'it does not take that address',
    mend: 'the target must tell the candidate by IP address and port: HAProxy resolves no names at run time',
  },
];

/** The error in an answer, in its own words and ours; undefined: it is none that is known. */
export function refusal(answer: string, command: string, at: string): UserError | undefined {
  const first = answer.split('\n', 1)[0] ?? '';
  const known = REFUSALS.find(({ says }) => says.test(first));
  if (!known) return undefined;
  return new UserError(`HAProxy refused "${command}": ${known.means} (${first})`, {
    where: at,
    mend: known.mend,
  });
}
