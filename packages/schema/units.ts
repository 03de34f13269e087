const DURATION_UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const SIZE_UNITS = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
} as const;

const AMOUNT = '[0-9]+(\\.[0-9]+)?';
/** Each unit once, the largest first: `1h30m`. */
export const DURATION_PATTERN = `^(?=[0-9])${['d', 'h', 'm', 's', 'ms'].map((unit) => `(${AMOUNT}${unit})?`).join('')}$`;
export const PERCENT_PATTERN = '^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$';
export const SIZE_PATTERN = '^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$';

/** `1h30m` -> milliseconds; undefined when it is not a duration. A bare number has no unit and is refused. */
export function parseDuration(text: string): number | undefined {
  if (!new RegExp(DURATION_PATTERN).test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([0-9.]+)(ms|s|m|h|d)/g)) {
    total += Number(amount) * DURATION_UNITS[unit as keyof typeof DURATION_UNITS];
  }
  return total;
}

/** `5%` -> 5; undefined when it is not a percentage between 0% and 100%. */
export function parsePercent(text: string): number | undefined {
  return new RegExp(PERCENT_PATTERN).test(text) ? Number(text.slice(0, -1)) : undefined;
}

/** `10MiB` -> bytes; undefined when it is not a size. */
export function parseSize(text: string): number | undefined {
  const match = new RegExp(SIZE_PATTERN).exec(text);
  const unit = match?.[2] as keyof typeof SIZE_UNITS | undefined;
  return unit ? Number.parseFloat(text) * SIZE_UNITS[unit] : undefined;
}

/** Milliseconds as the two largest units: `1h30m`, `4.2s`, `12ms`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)}ms`;
  if (ms < 60_000) return `${Number((ms / 1_000).toFixed(1))}s`;
  const minutes = Math.floor(ms / 60_000);
  const pair = (big: number, bigUnit: string, small: number, smallUnit: string) =>
    small ? `${big}${bigUnit}${small}${smallUnit}` : `${big}${bigUnit}`;
  if (minutes < 60) return pair(minutes, 'm', Math.floor((ms % 60_000) / 1_000), 's');
  if (minutes < 1_440) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'm');
  return pair(Math.floor(minutes / 1_440), 'd', Math.floor((minutes % 1_440) / 60), 'h');
}

export function formatPercent(percent: number): string {
  return `${Number(percent.toFixed(percent < 1 ? 3 : 1))}%`;
}

/** Bytes with a binary unit: `1.5 MiB`. */
export function formatSize(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toFixed(unit ? 1 : 0))} ${units[unit]}`;
}
