import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOSTILE, type ScenesModule } from '../conformance.ts';
import { provider, question } from '../http/test-support.ts';
import { commandMetrics } from './index.ts';
import { commandKind } from './kinds.ts';

const SECRET = 'command-token-5d1';
const fails = (code: number) =>
  `console.error('token ' + process.env.TOKEN + ' is wrong'); process.exit(${code})`;
const stays = 'setTimeout(() => {}, 60_000)';

const scenes: ScenesModule = {
  available: true,
  missing: {},
  async open() {
    const workspace = await mkdtemp(join(tmpdir(), 'fairway-scenes-'));
    const runs =
      (source: string, timeout = '20s') =>
      async () => {
        const file = `${crypto.randomUUID()}.mjs`;
        await writeFile(join(workspace, file), source);
        const run = [process.execPath, file, 'version={{ version }}'];
        const query = { run, timeout, secrets: { TOKEN: 'CI_TOKEN' } };
        const options = { workspace, secrets: { CI_TOKEN: SECRET } };
        return { provider: provider(commandMetrics, commandKind, query, options), question: question() };
      };
    const echoes = runs(`console.log(process.argv[2] === 'version=' + ${JSON.stringify(HOSTILE)} ? 4 : 0)`);
    return {
      secrets: [SECRET],
      stop: () => rm(workspace, { recursive: true }),
      scenes: {
        'an answer': async () => ({ ...(await runs('console.log(3)')()), expected: { value: 3 } }),
        'no data': runs(`console.log('{"no-data": "nobody has asked yet"}')`),
        'not a number': runs('console.log(0 / 0)'),
        'a broken service': runs(fails(1)),
        'a refusal': runs(fails(77)),
        silence: runs(stays, '1s'),
        'a cancelled job': runs(stays),
        'hostile names': async () => {
          const candidate = { ...question().candidate, version: HOSTILE };
          const scene = { ...(await echoes()), question: question({ candidate }) };
          return { ...scene, expected: { kind: 'value', value: 4 } };
        },
      },
    };
  },
};
export const { available, missing, open } = scenes;
