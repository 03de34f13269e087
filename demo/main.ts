/** `npm run demo`: a real app through three environments on this machine. See docs/demo.md. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openLedger } from '@fairway/ledger';
import { context, memoryLog, systemPorts } from '@fairway/runtime';
import { endEnvironment, listEnvironments } from '@fairway/targets';
import { git } from './git.ts';
import { Load } from './load.ts';
import { problemsOf } from './proof.ts';
import type { BackupProof, DemoRecord, StepRecord } from './record.ts';
import { reportPage } from './report/page.ts';
import { ENVIRONMENTS, makeSite, type Site } from './site.ts';
import { type Attempt, type Loads, perform } from './step.ts';
import { commitEdit, type Edit, FAILS_A_PART, NEVER_HEALTHY, NEW_FEATURE } from './story.ts';
import { Terminal } from './terminal.ts';

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: import.meta.dirname },
    keep: { type: 'boolean', default: false },
  },
});

const SHIP = '.github/workflows/ship.yml';
const GOOD = { dev: 'deployed', staging: 'deployed', production: 'promoted' };
const STORY: { attempt: Attempt; edits: Edit[]; note: string }[] = [
  {
    attempt: { title: 'The first release', workflow: SHIP, expected: GOOD },
    edits: [],
    note: 'Nothing runs yet.',
  },
  {
    attempt: { title: 'A new feature', workflow: SHIP, expected: GOOD },
    edits: NEW_FEATURE,
    note: 'Clients keep sending requests to all three environments.',
  },
  {
    attempt: {
      title: 'A release that never gets healthy',
      workflow: SHIP,
      expected: { dev: 'stopped', staging: 'not reached', production: 'not reached' },
    },
    edits: NEVER_HEALTHY,
    note: 'Its health check fails: dev must stop it and go on serving.',
  },
  {
    attempt: {
      title: 'A release that fails a part of its requests',
      workflow: SHIP,
      expected: { dev: 'deployed', staging: 'deployed', production: 'aborted' },
    },
    edits: FAILS_A_PART,
    note: 'Healthy, but every fifth request fails: the canary must stop it.',
  },
  {
    attempt: {
      title: 'A manual rollback of production',
      workflow: '.github/workflows/rollback.yml',
      inputs: { environment: 'production', reason: 'the fog horns are too loud' },
      expected: { dev: 'not reached', staging: 'not reached', production: 'rolled-back' },
    },
    edits: [],
    note: 'Somebody presses the button.',
  },
];

const OUTPUTS = ['run.json', 'report.html'] as const;

/** Ctrl-C: what the demo started has sessions of its own, and would outlive it. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort(new Error(`interrupted by ${name}`)));
  }
  return controller.signal;
}

async function main(): Promise<void> {
  const started = Date.now();
  const interrupted = interruption();
  // What an earlier demo proved must not be taken for this one's.
  for (const name of OUTPUTS) rmSync(join(resolve(options.out), name), { force: true });
  const folder = mkdtempSync(join(tmpdir(), 'fairway-demo-'));
  const terminal = new Terminal();
  const root = resolve(import.meta.dirname, '..');
  const site = await makeSite(root, folder);
  const loads: Loads = {
    dev: new Load(site.ports.dev),
    staging: new Load(site.ports.staging),
    production: new Load(site.ports.production),
  };
  const steps: StepRecord[] = [];
  const backup: BackupProof[] = [];
  try {
    for (const [i, { attempt, edits, note }] of STORY.entries()) {
      terminal.heading(i + 1, attempt.title);
      terminal.note(note);
      for (const edit of edits) commitEdit(site.repository, edit);
      await site.github.sync(site.slug);
      const done = await perform(attempt, site, { loads, terminal, signal: interrupted });
      interrupted.throwIfAborted();
      steps.push(done.step);
      backup.push(...done.backups);
      if (done.step.release) await fetchTag(site, done.step.release.tag);
      startLoads(loads);
    }
    const record: DemoRecord = {
      startedAt: new Date(started).toISOString(),
      seconds: (Date.now() - started) / 1_000,
      node: process.version,
      app: site.app,
      steps,
      backup,
      ledger: await readLedger(site),
      traffic: await stopLoads(loads),
    };
    finish(record, terminal);
  } finally {
    await stopLoads(loads);
    await end(site);
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
    else terminal.note(`kept ${folder}`);
  }
}

/** Enough requests that a tenth of them is evidence within a short bake. */
function startLoads({ dev, staging, production }: Loads): void {
  if (!dev.running) dev.start(25);
  if (!staging.running) staging.start(25);
  if (!production.running) production.start(120);
}

async function stopLoads(loads: Loads): Promise<DemoRecord['traffic']> {
  return Promise.all(
    ENVIRONMENTS.map(async (environment) => {
      await loads[environment].stop();
      return { environment, samples: loads[environment].samples };
    }),
  );
}

/** What `git fetch --tags` would bring: the tag that the release made on GitHub, on the commit it names. */
async function fetchTag({ github, slug, repository }: Site, tag: string): Promise<void> {
  const read = async (path: string): Promise<{ object: { sha: string } }> => {
    const headers = { authorization: `Bearer ${github.token}` };
    const response = await fetch(`${github.apiUrl}/repos/${slug}/git/${path}`, { headers });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    return response.json() as Promise<{ object: { sha: string } }>;
  };
  const { object } = await read(`tags/${(await read(`ref/tags/${tag}`)).object.sha}`);
  git(repository, 'tag', '-a', tag, '-m', tag, object.sha);
}

async function readLedger({ app, slug, github }: Site): Promise<DemoRecord['ledger']> {
  const [owner = '', repo = ''] = slug.split('/');
  const here = { ...context({}), repository: { owner, repo }, apiUrl: github.apiUrl };
  const ports = systemPorts({ log: memoryLog(), mask: () => undefined, context: here });
  const ledger = await openLedger({ backend: 'github', app, token: github.token, ports });
  return Promise.all(
    ENVIRONMENTS.map(async (environment) => {
      const entries = await ledger.history(environment, 500);
      const events = entries.reverse().map(({ event: { at, type, message } }) => ({ at, type, message }));
      return { environment, events };
    }),
  );
}

function finish(record: DemoRecord, terminal: Terminal): void {
  const out = resolve(options.out);
  mkdirSync(out, { recursive: true });
  // The samples of every request are for the page; the record holds their sums.
  const { traffic, ...kept } = record;
  const [run, report] = OUTPUTS;
  writeFileSync(join(out, run), `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(join(out, report), reportPage(record));
  terminal.timeline(record);
  const problems = problemsOf(record);
  terminal.verdict(problems, record.seconds, out);
  if (problems.length) process.exitCode = 1;
}

async function end({ app, home, github, registry }: Site): Promise<void> {
  const { files } = systemPorts({ log: memoryLog(), mask: () => undefined });
  for (const { folder } of await listEnvironments(home, files, app)) await endEnvironment(folder, files);
  await github.close();
  await registry.close();
}

try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
process.exit();
