import { UserError } from '@fairway/runtime';

type Parts = Record<string, string>;

/** What a pattern may hold, as in moment: the longest first. */
const TOKENS: readonly (readonly [string, (p: Parts) => string])[] = [
  ['YYYY', (p) => p.year ?? ''],
  ['YY', (p) => (p.year ?? '').slice(-2)],
  ['MMMM', (p) => p.monthName ?? ''],
  ['MMM', (p) => (p.monthName ?? '').slice(0, 3)],
  ['MM', (p) => two(p.month)],
  ['M', (p) => p.month ?? ''],
  ['Do', (p) => ordinal(Number(p.day))],
  ['DD', (p) => two(p.day)],
  ['D', (p) => p.day ?? ''],
  ['dddd', (p) => p.weekday ?? ''],
  ['ddd', (p) => (p.weekday ?? '').slice(0, 3)],
  ['HH', (p) => two(p.hour)],
  ['H', (p) => p.hour ?? ''],
  ['hh', (p) => two(twelve(p.hour))],
  ['h', (p) => twelve(p.hour)],
  ['mm', (p) => two(p.minute)],
  ['m', (p) => p.minute ?? ''],
  ['ss', (p) => two(p.second)],
  ['s', (p) => p.second ?? ''],
  ['SSS', (p) => p.ms ?? ''],
  ['A', (p) => (Number(p.hour) < 12 ? 'AM' : 'PM')],
  ['a', (p) => (Number(p.hour) < 12 ? 'am' : 'pm')],
  ['ZZ', (p) => (p.offset ?? '').replace(':', '')],
  ['Z', (p) => p.offset ?? ''],
  ['X', (p) => p.seconds ?? ''],
];
const PATTERN = new RegExp(`\\[([^\\]]*)\\]|(${TOKENS.map(([token]) => token).join('|')})|([A-Za-z]+?)`, 'g');
/** Letters that mean something in moment, but nothing here: refused, so that no tag has them by mistake. */
const FOREIGN = /[MDdeEwWYyNgGQAaHhkmsSZzXxLl]/;

/** `YYYYMMDD-HHmmss` -> `20200110-093000`. `time` in ms since 1970; `zone` as `Asia/Tokyo`. Throws UserError. */
export function formatDate(time: number, pattern: string, zone = 'UTC'): string {
  const parts = partsOf(time, zone);
  return pattern.replace(PATTERN, (text, literal?: string, token?: string, letter?: string) => {
    if (literal !== undefined) return literal;
    const known = TOKENS.find(([name]) => name === token);
    if (known) return known[1](parts);
    if (letter && FOREIGN.test(letter)) {
      throw new UserError(`the date pattern "${pattern}" has "${letter}", which is not known`, {
        mend: `use ${TOKENS.map(([name]) => name).join(' ')}; other words in [brackets]`,
      });
    }
    return text;
  });
}

function partsOf(time: number, timeZone: string): Parts {
  const date = new Date(time);
  const format = zoned(timeZone);
  const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const plain = Object.entries(parts).map(([key, text]) => [
    key,
    /^\d+$/.test(text) ? String(Number(text)) : text,
  ]);
  const month = Number(parts.month);
  return {
    ...Object.fromEntries(plain),
    year: (parts.year ?? '').padStart(4, '0'),
    monthName: new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2000, month - 1, 1)),
    ),
    ms: String(date.getUTCMilliseconds()).padStart(3, '0'),
    seconds: String(Math.floor(time / 1_000)),
    offset: (parts.timeZoneName ?? 'GMT').replace('GMT', '') || '+00:00',
  };
}

function zoned(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'long' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', timeZoneName: 'longOffset' },
    });
  } catch (cause) {
    throw new UserError(`"${timeZone}" is not a time zone`, {
      mend: 'write its IANA name, such as Europe/Berlin',
      cause,
    });
  }
}

const two = (text = ''): string => text.padStart(2, '0');
const twelve = (hour = '0'): string => String(Number(hour) % 12 || 12);

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
