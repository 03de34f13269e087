import { kill } from 'node:process';
import { layoutIn } from '@fairway/targets';
import { controlOf } from '../../targets/process/control.ts';
import { deploy, freePort, service, TestHome } from '../../targets/process/test-home.ts';
import { HOSTILE, type ScenesModule } from '../conformance.ts';
import { question } from '../http/test-support.ts';
import { openMetric } from '../index.ts';
import type { ProcessQuery } from './kinds.ts';

const scenes: ScenesModule = {
  available: true,
  missing: {
    'not a number': 'its counters are whole numbers',
    'a refusal': 'its socket is open to one user alone',
    silence: 'its limit is ten seconds',
  },
  async open() {
    const home = await TestHome.create();
    const release = await home.release('1.0.0', service());
    const place = async (environment: string) => {
      const target = home.open(environment, await freePort());
      await deploy(target, release);
      return { target, context: { ...home.context(environment), target, secret: () => '' } };
    };
    const [here, gone] = [await place('here'), await place('gone')];
    await gone.target.down();
    const { context: told } = here;
    const control = await controlOf(layoutIn(told), told.ports.files);
    const pid = control?.state.supervisor.pid ?? 0;
    const subject = { version: '1.0.0', commit: release.commit, digest: release.digest, revision: 'x' };
    const ask = (query: ProcessQuery, context = told) =>
      openMetric({ type: 'process', query, unit: 'number' }, {}, context);
    const about = (from = 0) => question({ candidate: subject, shape: 'counts', from, to: Date.now() + 250 });
    return {
      secrets: [],
      async stop() {
        kill(pid, 'SIGCONT');
        await home.remove();
      },
      scenes: {
        async 'an answer'() {
          const from = Date.now() - 250;
          await (await fetch(`${here.target.url}`)).text();
          return { provider: ask('error-rate'), question: about(from), expected: { events: 0 } };
        },
        'no data': async () => {
          const now = Date.now() + 60_000;
          return { provider: ask('error-rate'), question: { ...about(now), to: now + 1_000 } };
        },
        'a broken service': async () => ({ provider: ask('error-rate', gone.context), question: about() }),
        async 'a cancelled job'() {
          kill(pid, 'SIGSTOP');
          return { provider: ask('error-rate'), question: about(Date.now()) };
        },
        async 'hostile names'() {
          kill(pid, 'SIGCONT');
          const candidate = { ...subject, digest: `${HOSTILE}&digest=${release.digest}` };
          const asked = { ...about(Date.now()), candidate };
          return { provider: ask('error-rate'), question: asked, expected: { kind: 'failure' } };
        },
      },
    };
  },
};
export const { available, missing, open } = scenes;
