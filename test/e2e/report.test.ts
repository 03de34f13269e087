import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { DemoRecord, StepRecord } from '../../demo/record.ts';
import { reportPage } from '../../demo/report/page.ts';
import { lane } from '../support/lanes.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const folder = mkdtempSync(join(tmpdir(), 'fairway-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (environment: string, outcome: string) => ({
  ...{ environment, outcome, version: '1.2.0', digest: `sha256:${'a'.repeat(64)}` },
  ...{ liveVersion: '1.2.0', liveDigest: `sha256:${'a'.repeat(64)}`, requests: 100, failed: 0 },
});
const step = (title: string, from: number, outcome: string): StepRecord => ({
  ...{ title, kind: 'release', expected: '', outcome, good: true, version: '1.2.0', commit: 'c'.repeat(40) },
  ...{ digest: `sha256:${'a'.repeat(64)}`, from, to: from + 5_000, verdicts: [] },
  environments: [row('dev', 'deployed'), row('staging', 'deployed'), row('production', outcome)],
});
const record: DemoRecord = {
  ...{ startedAt: '2026-01-01T00:00:00.000Z', seconds: 42, node: 'v24', app: '<shop & co>' },
  steps: [
    step('A good one', 0, 'promoted'),
    {
      ...step('A bad one', 6_000, 'aborted'),
      verdicts: [{ metric: 'errors', verdict: 'fail', explanation: '5% is above max 1%' }],
    },
  ],
  backup: [],
  ledger: [
    { environment: 'dev', events: [{ at: '2026-01-01T00:00:00.000Z', type: 'note', message: '<b>' }] },
  ],
  traffic: ['dev', 'staging', 'production'].map((environment) => ({
    environment,
    samples: Array.from({ length: 100 }, (_, i) => ({
      ...{ at: i * 110, ms: 2, status: i % 10 ? 200 : 500, version: i < 50 ? '1.1.0' : '1.2.0' },
    })),
  })),
};

it('escapes what comes from outside and explains each stop', () => {
  const page = reportPage(record);
  expect(page).not.toContain('<shop');
  expect(page).not.toContain('<b></td>');
  expect(page).toContain('5% is above max 1%');
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

lane('chromium', CHROMIUM !== undefined, () => {
  it.each([1120, 400])(
    'fits a window of %i pixels, with charts that are drawn',
    (width) => {
      const file = join(folder, `report-${width}.html`);
      // The page itself has no script; this one tells what the browser laid out.
      const measure = `<script>addEventListener('load', () => { document.title = JSON.stringify({
      overflow: document.documentElement.scrollWidth - innerWidth,
      bars: [...document.querySelectorAll('svg rect')].filter((r) => r.getBoundingClientRect().height > 0).length,
      cards: [...document.querySelectorAll('.card')].filter((c) => c.getBoundingClientRect().height > 30).length }) })</script>`;
      writeFileSync(file, reportPage(record).replace('</body>', `${measure}</body>`));
      const browser = spawnSync(
        CHROMIUM ?? '',
        [
          ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
          ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
          ...[`--user-data-dir=${join(folder, `profile-${width}`)}`, `--window-size=${width},900`],
          ...['--virtual-time-budget=2000', '--dump-dom', `file://${file}`],
        ],
        { encoding: 'utf8', timeout: 60_000 },
      );
      const title = /<title>(\{.*?\})<\/title>/.exec(browser.stdout)?.[1];
      const seen = JSON.parse(title ?? '{}');
      expect(seen.overflow).toBeLessThanOrEqual(0);
      expect(seen.bars).toBeGreaterThan(30);
      expect(seen.cards).toBeGreaterThanOrEqual(6);
    },
    70_000,
  );
});
