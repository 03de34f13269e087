import { sampleOf, shiftOf, TOLERATE } from '@fairway/rollout';
import { kayentaStops } from './judge/kayenta.ts';
import { metricsWith, stopOf } from './judge/ours.ts';
import { CELLS, gaussian, MINUTES, random, STEPS, type Stream, stream, type Truth } from './judge/stream.ts';
import { median } from './measure.ts';

const CLEAN_RUNS = 1_000;
const RUNS = 200;
const METRICS = metricsWith(TOLERATE);

interface Service {
  readonly name: string;
  /** Requests a second. */
  readonly rate: number;
  readonly errors: number;
  /** Of the bad release, where the baseline has none at all. */
  readonly sparse: number;
}
const SERVICES: readonly Service[] = [
  { name: 'quiet, 1 request/s', rate: 1, errors: 0.03, sparse: 0.01 },
  { name: 'busy, 10 requests/s', rate: 10, errors: 0.005, sparse: 0.001 },
];

/**
 * Releases of known truth, judged by ours and by Kayenta's judge on the same streams of requests: how often a
 * clean one is stopped, how often a bad one is, and how much traffic it gets until then. Then a million samples.
 */
export async function bench(): Promise<void> {
  const shares = STEPS.map((share) => `${share * 100}%`).join(', ');
  console.log(
    `canaries of ${shares}, ${MINUTES} minutes each; error rate and p95 compared with the baseline`,
  );
  console.log(`ours: confidence 99%, tolerates ${TOLERATE * 100}%, a look a minute`);
  console.log(
    'Kayenta: points of a minute, 98%, stopped below 75; asked when a step ends, as Spinnaker does',
  );
  console.log('  (or every minute from the tenth of a step on)\n');
  const honest = falseAlarms();
  for (const service of SERVICES) detection(service, honest);
  million();
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const clean = (errors: number): Truth => ({
  name: 'clean',
  errors: { baseline: errors, candidate: errors },
  slower: 1,
});

type Judge = 'ours' | 'step' | 'minute';

const judges: Record<Judge, (seen: Stream) => number | undefined> = {
  ours: (seen) => stopOf(seen, METRICS, CELLS)?.minutes,
  step: (seen) => kayentaStops(seen, 'step'),
  minute: (seen) => kayentaStops(seen, 'minute'),
};

/** The ways to ask Kayenta that stop at most 1% of the clean releases: the ones worth beating. */
function falseAlarms(): readonly Judge[] {
  console.log('clean releases that are stopped (quiet service)');
  const [{ rate, errors } = { rate: 1, errors: 0 }] = SERVICES;
  const looks = (every: number) => `${(STEPS.length * MINUTES * CELLS) / every} looks`;
  const kayentas = (['step', 'minute'] as const).map((asked) => ({
    asked,
    stops: judges[asked],
    runs: CLEAN_RUNS,
  }));
  const ours = [MINUTES * CELLS, 5 * CELLS, CELLS, 1].map((every) => ({
    every,
    runs: every === 1 ? RUNS : CLEAN_RUNS,
    stops: (seen: Stream) => stopOf(seen, METRICS, every),
  }));
  const all = [...ours, ...kayentas];
  const stopped = all.map(() => 0);
  for (let run = 0; run < CLEAN_RUNS; run++) {
    const seen = stream(clean(errors), 1_000_000 + run, rate);
    for (const [i, { runs, stops }] of all.entries()) {
      if (run < runs && stops(seen) !== undefined) stopped[i] = (stopped[i] ?? 0) + 1;
    }
  }
  const shareOf = (i: number) => (stopped[i] ?? 0) / (all[i]?.runs ?? 1);
  const found = (i: number) => `${percent(shareOf(i))} (${stopped[i]} of ${all[i]?.runs})`;
  for (const [i, { every }] of ours.entries()) {
    goal(`false alarms at most 1%: ours, ${looks(every)}`, found(i), shareOf(i) <= 0.01);
  }
  for (const [i, { asked }] of kayentas.entries())
    console.log(`         Kayenta, ${asked}: ${found(ours.length + i)}`);
  return kayentas.filter((_, i) => shareOf(ours.length + i) <= 0.01).map(({ asked }) => asked);
}

function detection({ name, rate, errors, sparse }: Service, honest: readonly Judge[]): void {
  const truths: readonly Truth[] = [
    { name: 'errors doubled', errors: { baseline: errors, candidate: 2 * errors }, slower: 1 },
    { name: 'p95 20% slower', errors: { baseline: errors, candidate: errors }, slower: 1.2 },
    { name: 'sparse errors', errors: { baseline: 0, candidate: sparse }, slower: 1 },
  ];
  console.log(
    `\nbad releases, ${name}: stopped; median of requests to the bad release, and of those planned`,
  );
  const heads = ['ours', 'Kayenta, step', 'Kayenta, minute'];
  console.log(`${''.padEnd(18)}${heads.map((head) => head.padStart(26)).join('')}`);
  const planned = spentAt(STEPS.length * MINUTES, rate);
  const rows = truths.map((truth) => ({ truth, figures: figuresOf(truth, rate) }));
  for (const { truth, figures } of rows) {
    const cells = Object.values(figures).map(
      ({ share, spent }) => `${percent(share)}, ${Math.round(spent)} (${percent(spent / planned)})`,
    );
    console.log(`${truth.name.padEnd(18)}${cells.map((cell) => cell.padStart(26)).join('')}`);
  }
  for (const { truth, figures } of rows) {
    const { ours } = figures;
    const most = Math.max(...honest.map((judge) => figures[judge].share));
    const least = Math.min(...honest.map((judge) => figures[judge].spent));
    const often = `${percent(ours.share)} against ${percent(most)}`;
    goal(`${truth.name}: found more often, or always`, often, ours.share > most || ours.share === 1);
    const spent = `${Math.round(ours.spent)} against ${Math.round(least)} requests`;
    goal(`${truth.name}: with less traffic`, spent, ours.spent < least);
  }
}

/** How often each judge stops the release, and what it has had until then. */
function figuresOf(truth: Truth, rate: number): Record<Judge, { share: number; spent: number }> {
  const seen = Array.from({ length: RUNS }, (_, run) => stream(truth, 2_000_000 + run, rate));
  const figures = Object.entries(judges).map(([name, stopsAt]) => {
    const stops = seen.map(stopsAt);
    const share = stops.filter((stop) => stop !== undefined).length / RUNS;
    // One that is never stopped gets all that was planned.
    const spent = median(stops.map((minutes = STEPS.length * MINUTES) => spentAt(minutes, rate)));
    return [name, { share, spent }];
  });
  return Object.fromEntries(figures);
}

/** Requests that the candidate has had after so many minutes. */
function spentAt(minutes: number, rate: number): number {
  const each = STEPS.map((share, i) => share * Math.min(MINUTES, Math.max(0, minutes - i * MINUTES)));
  return 60 * rate * each.reduce((sum, one) => sum + one, 0);
}

function million(): void {
  const next = random(7);
  const draw = () => Float64Array.from({ length: 1_000_000 }, () => Math.exp(gaussian(next)));
  const [x, y] = [draw(), draw()];
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    shiftOf(sampleOf(x), sampleOf(y), 2.326);
    return process.cpuUsage(start).user / 1_000;
  });
  console.log('');
  goal(
    'a million samples a side in under a second',
    `${median(times).toFixed(0)} ms of one core`,
    median(times) < 1_000,
  );
}

function goal(what: string, found: string, reached: boolean): void {
  console.log(`${reached ? 'reached' : 'MISSED '}  ${what}: ${found}`);
  if (!reached) process.exitCode = 1;
}
