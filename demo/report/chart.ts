import type { DemoRecord } from '../record.ts';
import { escapeHtml } from './html.ts';

const WIDTH = 1000;
const HEIGHT = 120;
const TOP = 18;
const COLOURS = 5;
/** Width of a letter of the labels, about. */
const LETTER = 6.4;

interface Band {
  from: number;
  to: number;
  title: string;
  good: boolean;
}

/** Requests a second of one environment, stacked by the version that answered; failures in red on top. */
export function trafficChart(record: DemoRecord, environment: string): string {
  const samples = record.traffic.find((traffic) => traffic.environment === environment)?.samples ?? [];
  const start = Math.min(...record.steps.map(({ from }) => from));
  const end = Math.max(...record.steps.map(({ to }) => to));
  const slot = Math.max(500, (end - start) / 200);
  const slots = Math.ceil((end - start) / slot);
  const versions = versionsOf(record);
  const counts = Array.from({ length: slots }, () => new Array<number>(versions.length + 1).fill(0));
  for (const { at, status, version } of samples) {
    const row = counts[Math.floor((at - start) / slot)];
    const failed = status < 200 || status > 299;
    const column = failed ? versions.length : versions.indexOf(version ?? '');
    if (row && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  const peak = Math.max(1, ...counts.map((row) => row.reduce((a, b) => a + b, 0)));
  const x = (at: number) => ((at - start) / (end - start)) * WIDTH;
  const bands: Band[] = record.steps.map(({ from, to, title, good }) => ({ from, to, title, good }));
  return `<svg viewBox="0 0 ${WIDTH} ${TOP + HEIGHT + 2}" role="img" aria-label="Requests to ${escapeHtml(environment)} over time">
${bands.map((band, i) => bandShape(band, i, x)).join('')}
${counts.map((row, i) => column(row, i, slots, peak, versions.length)).join('')}
<line x1="0" x2="${WIDTH}" y1="${TOP + HEIGHT}" y2="${TOP + HEIGHT}" stroke="var(--line)"/></svg>`;
}

function bandShape({ from, to, title }: Band, index: number, x: (at: number) => number): string {
  const left = x(from);
  const width = Math.max(1, x(to) - left);
  const label = fitting(`${index + 1}. ${title}`, width - 6);
  return `<rect x="${left.toFixed(1)}" y="${TOP}" width="${width.toFixed(1)}" height="${HEIGHT}" fill="var(--idle-bg)" opacity="${index % 2 ? 0.9 : 0.4}"/><text x="${(left + 4).toFixed(1)}" y="12">${escapeHtml(label)}</text>`;
}

/** As much of a label as fits; the number alone when hardly anything does. */
function fitting(label: string, width: number): string {
  const characters = Math.floor(width / LETTER);
  if (label.length <= characters) return label;
  return characters < 8 ? label.slice(0, label.indexOf(' ')) : `${label.slice(0, characters - 3)}...`;
}

function column(row: number[], index: number, slots: number, peak: number, failures: number): string {
  const width = WIDTH / slots;
  let y = TOP + HEIGHT;
  return row
    .map((count, i) => {
      if (count === 0) return '';
      const height = (count / peak) * HEIGHT;
      y -= height;
      const fill = i === failures ? 'var(--bad)' : `var(--v${i % COLOURS})`;
      return `<rect x="${(index * width).toFixed(2)}" y="${y.toFixed(2)}" width="${(width * 0.92).toFixed(2)}" height="${height.toFixed(2)}" fill="${fill}"/>`;
    })
    .join('');
}

/** Every version that answered anywhere, in the order of its first answer. */
export function versionsOf(record: DemoRecord): string[] {
  const first = new Map<string, number>();
  for (const { samples } of record.traffic) {
    for (const { version, at } of samples) {
      if (version) first.set(version, Math.min(at, first.get(version) ?? Infinity));
    }
  }
  return [...first].sort((a, b) => a[1] - b[1]).map(([version]) => version);
}

export function chartKey(record: DemoRecord): string {
  const keys = versionsOf(record).map(
    (v, i) => `<span><i style="background:var(--v${i % COLOURS})"></i>${escapeHtml(v)}</span>`,
  );
  return `<div class="key">${keys.join('')}<span><i style="background:var(--bad)"></i>failed request</span></div>`;
}
