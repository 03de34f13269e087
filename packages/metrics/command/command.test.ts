import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOON, provider, question } from '../http/test-support.ts';
import { commandMetrics } from './index.ts';
import { commandKind } from './kinds.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'fairway-command-'));
});
afterAll(() => rm(workspace, { recursive: true }));

/** Runs JavaScript of a file in the workspace, which is also the working folder. */
async function script(source: string, rest: object = {}, args: string[] = [], secrets = {}) {
  const file = `${crypto.randomUUID()}.mjs`;
  await writeFile(join(workspace, file), source);
  const query = { run: [process.execPath, file, ...args], ...rest };
  return provider(commandMetrics, commandKind, query, { workspace, secrets });
}
const write = (text: string, rest: object = {}) =>
  script(`process.stdout.write(${JSON.stringify(text)})`, rest);
const answer = async (text: string, rest: object = {}, about: Parameters<typeof question>[0] = {}) =>
  (await write(text, rest)).measure(question(about));

describe('what it may write', () => {
  it.each([
    ['0.5\n', 0.5],
    ['  -3 ', -3],
    ['1e-3', 0.001],
    ['.25', 0.25],
    ['{"value": 12.5}', 12.5],
  ])('%j is a value', async (text, value) => {
    expect(await answer(text)).toMatchObject({ kind: 'value', value });
  });

  it('a value with the number of its samples', async () => {
    expect(await answer('{"value": 3, "samples": 40}')).toMatchObject({ kind: 'value', samples: 40 });
  });

  it('counts, points and a histogram', async () => {
    expect(await answer('{"events":3,"total":200}', { gives: 'counts' }, { shape: 'counts' })).toMatchObject({
      kind: 'counts',
      events: 3,
      total: 200,
    });
    const at = NOON / 1_000;
    const points = {
      points: [
        [at + 60, 2],
        [at, 1],
        [at + 120, null],
        [at - 1, 9],
        [at + 301, 9],
      ],
    };
    expect(await answer(JSON.stringify(points), {}, { shape: 'series' })).toMatchObject({
      kind: 'series',
      points: [
        { at: NOON, value: 1 },
        { at: NOON + 60_000, value: 2 },
      ],
    });
    const histogram = '{"bounds":[0.1,0.5],"counts":[3,2,0]}';
    const about = { shape: 'histogram' } as const;
    expect(await answer(histogram, { gives: 'histogram' }, about)).toMatchObject({ counts: [3, 2, 0] });
  });

  it.each([
    ['NaN', 'the command wrote NaN'],
    ['{"value":null}', 'the value is null'],
    ['{"no-data":"no traffic yet"}', 'the command says: "no traffic yet"'],
  ])('%j is no data', async (text, reason) => {
    expect(await answer(text)).toMatchObject({ kind: 'no-data', reason });
  });

  it.each([
    ['', 'the command wrote nothing'],
    ['12 ms', 'the command wrote "12 ms": neither one number nor JSON'],
    ['1\n2', 'neither one number nor JSON'],
    ['Infinity', 'neither one number nor JSON'],
    ['[1]', 'neither one number nor JSON'],
    ['0x10', 'neither one number nor JSON'],
    ['{"value": 1', 'JSON that is wrong or breaks off'],
    ['{"value": "1"}', 'the value "1" is not a finite number'],
    ['{"value": 1e999}', 'is not a finite number'],
    ['{"value": 1, "unit": "ms"}', 'the command wrote { unit, value }. Valid: { value }, '],
    ['{"events": 1, "total": 5}', 'answered with a counts where a value was asked for'],
  ])('%j is a failure', async (text, reason) => {
    const measured = await answer(text);
    expect(measured.kind).toBe('failure');
    expect((measured as { reason: string }).reason).toContain(reason);
  });

  it.each([
    ['counts', '{"events":5,"total":3}', 'failure'],
    ['counts', '{"events":-1,"total":3}', 'failure'],
    ['counts', '{"events":"1","total":3}', 'failure'],
    ['counts', '{"events":0,"total":0}', 'no-data'],
    ['histogram', '{"bounds":[2,1],"counts":[1,1,1]}', 'failure'],
    ['histogram', '{"bounds":[1,"2"],"counts":[1,1,1]}', 'failure'],
  ] as const)('%s %s: %s', async (shape, text, kind) => {
    expect((await answer(text, { gives: shape }, { shape })).kind).toBe(kind);
  });

  it.each(['{"points":1}', '{"points":[[1]]}', '{"points":[["a",1]]}', '{"points":[[1,"a"]]}'])(
    'points %s: failure',
    async (text) => {
      expect((await answer(text, {}, { shape: 'series' })).kind).toBe('failure');
    },
  );
});

describe('how it is run', () => {
  const echo = 'console.log(JSON.stringify({ "no-data": JSON.stringify(process.argv.slice(2)) }))';

  it('gives each argument as it is: no shell sees it', async () => {
    const odd = '$(touch /tmp/x); `id` * "q" \'s\' {{ version }} {{ side }}';
    const { measure } = await script(echo, {}, [odd, '{{ candidate.revision }}']);
    const measured = (await measure(question({ side: 'baseline' }))) as { reason: string; query: string };
    const args = odd.replace('{{ version }}', '1.0.0').replace('{{ side }}', 'baseline');
    expect(JSON.parse(JSON.parse(measured.reason.slice('the command says: '.length)))).toEqual([
      args,
      'web-2',
    ]);
    expect(measured.query).toContain('web-2 (baseline)');
  });

  it('lets no value become an option', async () => {
    const { measure } = await script(echo, {}, ['{{ version }}']);
    const candidate = { ...question().candidate, version: '--require=evil' };
    const measured = await measure(question({ candidate }));
    expect(measured).toMatchObject({ kind: 'failure' });
    expect((measured as { reason: string }).reason).toContain('would be an option of the command');
  });

  it('tells the question and the named secrets by the environment', async () => {
    const names = ['SIDE', 'SHAPE', 'FROM', 'TO', 'WINDOW', 'VERSION', 'REVISION', 'BASELINE_VERSION', 'APP'];
    const source = `const env = ${JSON.stringify(names)}.map((name) => process.env['FAIRWAY_' + name]);
      console.log(JSON.stringify({ 'no-data': [...env, process.env.TOKEN].join(' ') }));`;
    const { measure } = await script(source, { secrets: { TOKEN: 'CI_TOKEN' } }, [], {
      CI_TOKEN: 'hunter22',
    });
    const measured = await measure(question());
    const [from, to] = [NOON / 1_000, NOON / 1_000 + 300];
    const told = `candidate value ${from} ${to} 300 2.0.0 web-2 1.0.0 shop ***`;
    expect(measured).toMatchObject({ kind: 'no-data', reason: `the command says: "${told}"` });
  });

  it('fails without the secret, before anything is run', async () => {
    await expect(script('', { secrets: { TOKEN: 'CI_TOKEN' } })).rejects.toThrow('no secret CI_TOKEN');
  });

  it('has no data of a baseline that is not there', async () => {
    const about = question({ side: 'baseline', baseline: undefined });
    expect(await (await write('1')).measure(about)).toMatchObject({ kind: 'no-data' });
  });
});

describe.concurrent('what can go wrong', () => {
  it('a non-zero exit says what the command said, without the secret', async () => {
    const source = 'console.log(1); console.error("bad token " + process.env.TOKEN); process.exit(3)';
    const { measure } = await script(source, { secrets: { TOKEN: 'T' } }, [], { T: 'hunter22' });
    const measured = (await measure(question())) as { kind: string; reason: string };
    expect(measured.kind).toBe('failure');
    expect(measured.reason).toContain('exited with 3:\nbad token ***');
  });

  it('a program that does not exist', async () => {
    const query = { run: ['fairway-no-such-program'] };
    const { measure } = provider(commandMetrics, commandKind, query, { workspace });
    const measured = (await measure(question())) as { kind: string; reason: string };
    expect(measured.kind).toBe('failure');
    expect(measured.reason).toContain('could not be started');
  });

  it('too much output is ended', async () => {
    const { measure } = await script('setInterval(() => process.stdout.write("1".repeat(65536)), 1)');
    const measured = (await measure(question())) as { kind: string; reason: string };
    expect(measured.kind).toBe('failure');
    expect(measured.reason).toContain('wrote more than 1000000 characters');
  });

  it.each([
    ['sleeps', 'setTimeout(() => {}, 60_000)'],
    ['will not end', 'process.on("SIGTERM", () => {}); setTimeout(() => {}, 60_000)'],
    [
      'leaves a child with its output',
      'const { spawn } = await import("node:child_process"); spawn("sleep", ["6"], { stdio: "inherit" })',
    ],
  ])('a command that %s is not waited for', async (_what, source) => {
    const { measure } = await script(source, { timeout: '1s' });
    const begin = Date.now();
    const measured = await measure(question());
    expect(measured).toMatchObject({ kind: 'failure' });
    expect((measured as { reason: string }).reason).toContain('it took longer than 1s and was ended');
    expect(Date.now() - begin).toBeLessThan(5_000);
  });

  it('a killed command is a failure, whatever it wrote', async () => {
    const { measure } = await script('console.log(0); process.kill(process.pid, "SIGKILL")');
    const measured = (await measure(question())) as { kind: string; reason: string };
    expect(measured.kind).toBe('failure');
    expect(measured.reason).toContain('exited with a signal');
  });

  it('an abort ends the command and throws its reason', async () => {
    const { measure } = await script('setTimeout(() => {}, 60_000)');
    const abort = new AbortController();
    const measuring = measure(question(), abort.signal);
    await sleep(150);
    abort.abort(new Error('cancelled'));
    await expect(measuring).rejects.toThrow('cancelled');
  });
});

it.each([
  [{ run: [] }, 'expected at least 1 entries'],
  [{ run: ['a', '{{ versoin }}'] }, 'unknown name {{ versoin }}'],
  [{ run: ['a'], secrets: { 'A B': 'X' } }, 'is not a valid name'],
  [{ run: ['a'], gives: 'count' }, 'unknown value'],
  [{ cmd: ['a'] }, 'unknown key "cmd"'],
])('refuses %j', (query, message) => {
  expect(() => provider(commandMetrics, commandKind, query)).toThrow(message);
});
