import { formatSize } from '@fairway/schema';
import type { DemoRecord, EnvironmentRecord, StepRecord } from '../record.ts';
import { chartKey, trafficChart } from './chart.ts';
import { escapeHtml, shortDigest } from './html.ts';
import { STYLE } from './style.ts';

/** One page, no scripts, no requests: it can be mailed or kept as an artifact. */
export function reportPage(record: DemoRecord): string {
  const environments = record.traffic.map(({ environment }) => environment);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fairway: ${escapeHtml(record.app)}, from commit to production</title><style>${STYLE}</style></head><body><main>
<h1>${escapeHtml(record.app)}: from commit to production, and back</h1>
<p class="lead">One image a release, built once and promoted by digest. Clients sent requests to every environment all the while. ${escapeHtml(new Date(record.startedAt).toUTCString())}, ${record.seconds.toFixed(0)} seconds, Node ${escapeHtml(record.node)}.</p>
${tiles(record)}
<h2>What happened</h2>
${record.steps.map(stepCard).join('\n')}
<h2>What the clients saw</h2>
${environments.map((name) => `<div class="card"><div class="head"><strong>${escapeHtml(name)}</strong><span class="v">requests over time, by the version that answered</span></div>${trafficChart(record, name)}${chartKey(record)}</div>`).join('\n')}
<h2>Backups, proven by restoring them</h2>
<div class="card scroll">${backupTable(record)}</div>
<h2>The ledger</h2>
${record.ledger.map(ledgerCard).join('\n')}
</main></body></html>
`;
}

function tiles({ steps, backup, traffic }: DemoRecord): string {
  const promoted = steps.filter(({ kind, outcome }) => kind === 'release' && outcome === 'promoted');
  const inGood = promoted.flatMap(({ environments }) => environments);
  const sum = (rows: EnvironmentRecord[], key: 'requests' | 'failed') =>
    rows.reduce((n, row) => n + row[key], 0);
  const all = traffic.reduce((n, { samples }) => n + samples.length, 0);
  const stopped = steps.filter(({ kind, outcome }) => kind === 'release' && outcome !== 'promoted').length;
  const items: [string, string][] = [
    [`${promoted.length} of ${promoted.length}`, 'good releases reached production, one digest each'],
    [
      `${sum(inGood, 'failed')} of ${sum(inGood, 'requests')}`,
      'requests failed while good releases went out',
    ],
    [String(stopped), 'bad releases stopped before they took over'],
    [
      `${backup.filter(({ restored }) => restored).length} of ${backup.length}`,
      'backups restored and compared',
    ],
    [String(all), 'requests sent in all'],
  ];
  return `<div class="tiles">${items.map(([b, text]) => `<div class="tile"><b>${escapeHtml(b)}</b><span>${escapeHtml(text)}</span></div>`).join('')}</div>`;
}

function stepCard(step: StepRecord, index: number): string {
  const seconds = ((step.to - step.from) / 1_000).toFixed(1);
  const why = step.verdicts
    .filter(({ verdict }) => verdict !== 'pass')
    .map(
      ({ metric, verdict, explanation }) =>
        `<div class="why"><b>${escapeHtml(metric)}: ${escapeHtml(verdict)}.</b> ${escapeHtml(explanation)}</div>`,
    );
  const release = step.release ? ` &middot; released as <code>${escapeHtml(step.release.tag)}</code>` : '';
  return `<div class="card"><div class="head"><strong>${index + 1}. ${escapeHtml(step.title)}</strong><span class="v">${escapeHtml(step.version)} &middot; <code>${escapeHtml(step.commit.slice(0, 10))}</code> &middot; ${shortDigest(step.digest)} &middot; ${seconds} s${release}</span><span class="pill ${step.good ? 'good' : 'bad'}">${escapeHtml(step.good ? step.outcome : `unexpected: ${step.outcome}`)}</span></div>
<div class="flow">${step.environments.map(stop).join('')}</div>${why.join('')}</div>`;
}

const REACHED = new Set(['deployed', 'promoted', 'rolled-back', 'unchanged']);

function stop(row: EnvironmentRecord): string {
  const look = REACHED.has(row.outcome) ? 'ok' : row.outcome === 'not reached' ? 'idle' : 'no';
  const traffic = row.requests ? `${row.requests} requests, ${row.failed} failed` : 'no traffic yet';
  const same =
    row.liveDigest === row.digest
      ? 'this release'
      : row.liveDigest
        ? `still ${row.liveVersion}`
        : 'nothing yet';
  return `<div class="stop ${look}"><b>${escapeHtml(row.environment)}: ${escapeHtml(row.outcome)}</b><small>live: ${escapeHtml(same)} ${shortDigest(row.liveDigest)}</small><small>${traffic}</small></div>`;
}

function backupTable({ backup }: DemoRecord): string {
  const rows = backup.map(
    (b) =>
      `<tr><td>before ${escapeHtml(b.release)} in ${escapeHtml(b.environment)}</td><td><code>${escapeHtml(b.archive)}</code><br><code>${escapeHtml(b.sha256.slice(0, 24))}</code></td><td class="n">${formatSize(b.size)}</td><td>${escapeHtml(b.tables.map(({ name, rows }) => `${name} ${rows}`).join(', '))}</td><td class="n">${b.restoreMs} ms</td><td><span class="pill ${b.restored ? 'good' : 'bad'}">${b.restored ? 'restored, equal' : 'not proven'}</span></td></tr>`,
  );
  return `<table><tr><th>When</th><th>Archive</th><th class="n">Size</th><th>Rows</th><th class="n">Restore</th><th>Proof</th></tr>${rows.join('')}</table>`;
}

function ledgerCard({ environment, events }: DemoRecord['ledger'][number]): string {
  const rows = events.map(
    ({ at, type, message }) =>
      `<tr><td><code>${escapeHtml(at.slice(11, 23))}</code></td><td>${escapeHtml(type)}</td><td>${escapeHtml(message)}</td></tr>`,
  );
  return `<details class="card"><summary>${escapeHtml(environment)}: ${events.length} events</summary><div class="scroll"><table>${rows.join('')}</table></div></details>`;
}
