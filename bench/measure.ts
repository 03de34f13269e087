import { spawnSync } from 'node:child_process';

export interface Contender {
  name: string;
  argv: readonly string[];
}

/** Wall time of each contender in ms, `rounds` times in turn, so that noise of the machine hits all alike. */
export function inTurn(contenders: readonly Contender[], rounds: number): Map<string, number[]> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, argv } of contenders) {
      const [program = '', ...args] = argv;
      const start = process.hrtime.bigint();
      spawnSync(program, args, { stdio: 'ignore', env: { PATH: process.env.PATH } });
      times.get(name)?.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
