/**
 * The fault run: a ten-step canary killed at every one of its effects, and gone on with by another process.
 * `node test/kill/all.ts [n] [kind]`; needs the built bundles. With n: only every n-th death of each kind.
 */
import { type Case, everyDeath, play, type Result, rehearse } from './cases.ts';
import { Stage } from './stage.ts';

/** No run is started after this, in ms; what was left out is told, and fails. */
const LIMIT = 45 * 60_000;
const AT_ONCE = 2;

interface Row {
  effects: number;
  runs: number;
  promoted: number;
  aborted: number;
  'not begun': number;
  wrong: number;
}

const every = Math.max(1, Number(process.argv[2] ?? 1));
const only = process.argv[3];
const begin = Date.now();
const stage = await new Stage().open();
const wrong: Result[] = [];
let left = 0;
let stopped = false;
// What is under way is ended and tidied up; nothing more is started.
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    stopped = true;
  });
}

async function all(name: string, cases: readonly Case[], effects: number): Promise<Row> {
  const row: Row = { effects, runs: 0, promoted: 0, aborted: 0, 'not begun': 0, wrong: 0 };
  const rest = cases.filter((_, i) => i % every === 0);
  const work = async () => {
    for (let one = rest.shift(); one; one = rest.shift()) {
      if (stopped || Date.now() - begin > LIMIT) {
        left += 1 + rest.splice(0).length;
        return;
      }
      const result = await play(stage, one);
      row.runs++;
      row[result.ending]++;
      if (result.wrong.length === 0) continue;
      row.wrong++;
      wrong.push(result);
      console.log(`WRONG ${result.name} (${result.died.join(', ')}): ${result.wrong.join('; ')}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(`${name}: ${row.runs} runs, ${row.wrong} wrong, ${seconds()} s so far`);
  return row;
}

try {
  const good = await rehearse(stage, 'good');
  const bad = await rehearse(stage, 'bad');
  console.log(`effects of a good release: ${counted(good)}`);
  const goods = everyDeath('good', good);
  const killed = (cases: Case[], n: number) => cases.filter((_, i) => i % n === 0);
  const cancelled = killed(goods, 12).map(
    (one): Case => ({ ...one, death: { ...one.death, by: 'SIGTERM' }, next: 'post' }),
  );
  const twice = killed(goods, 11).map((one, i): Case => {
    const when = (['before', 'during', 'after'] as const)[i % 3] ?? 'before';
    return { ...one, again: { at: 1 + ((i * 5) % 23), when } };
  });
  const kinds: Record<string, [Case[], string[]]> = {
    'good, killed': [goods, good],
    'bad, killed': [everyDeath('bad', bad), bad],
    'good, cancelled': [cancelled, good],
    'good, killed twice': [twice, good],
  };
  const rows: Record<string, Row> = {};
  for (const [kind, [cases, effects]] of Object.entries(kinds)) {
    if (only === undefined || only === kind) rows[kind] = await all(kind, cases, effects.length);
  }
  console.table(rows);
} finally {
  stage.remove();
}
for (const { name, died, wrong: problems, printed } of wrong) {
  const tail = printed.split('\n').slice(-60).join('\n');
  console.log(
    `\n=== ${name} (died at: ${died.join(', ') || 'nothing'})\n- ${problems.join('\n- ')}\n${tail}`,
  );
}
if (left)
  console.log(`${left} runs were left out: it was stopped, or took longer than ${LIMIT / 60_000} minutes`);
process.exitCode = wrong.length || left ? 1 : 0;

function seconds(): number {
  return Math.round((Date.now() - begin) / 1_000);
}

function counted(names: readonly string[]): string {
  const numbers = new Map<string, number>();
  for (const name of names) numbers.set(name, (numbers.get(name) ?? 0) + 1);
  return [...numbers].map(([name, n]) => `${n} x ${name}`).join(', ');
}
