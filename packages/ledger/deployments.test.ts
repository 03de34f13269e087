import { type LocalGitHub, startGitHub } from '@fairway/local-github';
import { connectGitHub, memoryLog, systemClock, systemHttp } from '@fairway/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mirrorDeployment } from './index.ts';

let github: LocalGitHub;
beforeAll(async () => {
  github = await startGitHub({ repositories: [{ slug: 'acme/shop' }] });
});
afterAll(() => github?.close());

const connect = () =>
  connectGitHub({
    apiUrl: github.apiUrl,
    token: github.token,
    http: systemHttp(systemClock),
    repository: { owner: 'acme', repo: 'shop' },
  });

async function mirror(version: string, log = memoryLog(), environment = 'production') {
  const api = await connect();
  const { data } = await api.request('GET /repos/{owner}/{repo}/commits/{ref}', { ref: 'main' } as never);
  const release = { version, commit: data.sha, image: 'i@sha256:1', digest: 'sha256:1' };
  const logUrl = 'https://example.com/run/1';
  return mirrorDeployment(api, { environment, release, log, logUrl });
}

async function states(environment: string): Promise<string[][]> {
  const get = async (path: string) => {
    const url = `${github.apiUrl}/repos/acme/shop/deployments${path}`;
    const response = await fetch(url, { headers: { authorization: `token ${github.token}` } });
    return (await response.json()) as { id: number; state: string; description: string }[];
  };
  const all = await get(`?environment=${environment}`);
  return Promise.all(all.map(async ({ id }) => (await get(`/${id}/statuses`)).map(({ state }) => state)));
}

it.each(['dev', 'production'])(
  'shows each deployment, and makes the one before inactive: %s',
  async (where) => {
    const log = memoryLog();
    await (await mirror('1.0.0', log, where)).update('success', 'live');
    await (await mirror('2.0.0', log, where)).update('success', 'x'.repeat(500));
    await (await mirror('3.0.0', log, where)).update('failure', 'errors 4% > 1%');
    expect(log.lines).toEqual([]);
    expect(await states(where)).toEqual([
      ['failure', 'in_progress'],
      ['success', 'in_progress'],
      ['inactive', 'success', 'in_progress'],
    ]);
  },
);

it('is best effort: one warning, and nothing without GitHub', async () => {
  const log = memoryLog();
  const rule = { method: 'POST', path: '/deployments', status: 403, times: 9 } as const;
  const end = github.fault(rule);
  const failing = await mirror('4.0.0', log);
  await failing.update('success', 'live');
  end();
  expect(log.lines).toEqual([
    expect.stringMatching(/warning: GitHub's deployment of production is not shown/),
  ]);
  const release = { version: '1', commit: 'a', image: 'b', digest: 'c' };
  const silent = await mirrorDeployment(undefined, { environment: 'dev', release, log });
  await silent.update('success', 'live');
  expect(log.lines).toHaveLength(1);
});

it('shows no secret, not even cut in the middle', async () => {
  const release = { version: '5.0.0', commit: 'main', image: 'i@sha256:1', digest: 'sha256:1' };
  const redact = (text: string) => text.replaceAll('hunter22', '***');
  const options = { environment: 'qa', release, log: memoryLog(), redact };
  const mirrored = await mirrorDeployment(await connect(), options);
  await mirrored.update('failure', `${'x'.repeat(135)}hunter22`);
  const url = `${github.apiUrl}/repos/acme/shop/deployments`;
  const get = async (at: string) => {
    const answer = await fetch(at, { headers: { authorization: `token ${github.token}` } });
    return (await answer.json()) as { id: number }[];
  };
  const id = (await get(`${url}?environment=qa`))[0]?.id;
  const [newest] = await get(`${url}/${id}/statuses`);
  expect(newest).toMatchObject({ state: 'failure', description: `${'x'.repeat(135)}***` });
});
