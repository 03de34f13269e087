import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRouter } from '../routers/index.ts';
import { freePort, service, TestHome } from '../targets/process/test-home.ts';
import { metricDrivers, openMetric } from './index.ts';
import { metricKinds, providerKinds } from './kinds.ts';
import type { Question, Shape } from './types.ts';

const never = new AbortController().signal;
let home: TestHome;
beforeAll(async () => {
  home = await TestHome.create();
});
afterAll(() => home.remove());

it('measures each side of a split in a window, and shifts it', async () => {
  const context = home.context('measured');
  const target = home.open('measured', await freePort());
  const here = { ...context, target, secret: () => '' };
  const open = (query: 'error-rate' | 'requests' | 'p99') =>
    openMetric({ type: 'process', query, unit: 'number' }, {}, here);
  const router = openRouter('process', {}, context, target);
  const good = await home.release('1.0.0', service());
  const subject = { version: '1.0.0', commit: good.commit, digest: good.digest, revision: 'x' };
  let sides: Pick<Question, 'candidate' | 'baseline'> = { candidate: subject, baseline: undefined };
  const measure = (
    side: 'baseline' | 'candidate',
    query: 'error-rate' | 'requests' | 'p99',
    from: number,
  ) => {
    const shape: Shape = query === 'error-rate' ? 'counts' : query === 'p99' ? 'histogram' : 'value';
    return open(query).measure({ ...sides, side, shape, from, to: Date.now() + 250 });
  };
  expect(await measure('candidate', 'requests', 0)).toMatchObject({
    kind: 'failure',
    reason: 'nothing is deployed',
  });
  expect(await measure('baseline', 'requests', 0)).toMatchObject({ kind: 'no-data' });

  await target.apply(target.plan(await target.inspect(), good), never);
  const bad = await home.release(
    '2.0.0',
    service({ rest: 'if (url.pathname === "/fail") return response.writeHead(500).end();' }),
  );
  sides = { candidate: { ...subject, version: '2.0.0', digest: bad.digest }, baseline: subject };
  await target.stage(bad, never);
  const from = Date.now() - 250;
  expect(await measure('candidate', 'error-rate', from)).toMatchObject({ kind: 'no-data' });
  await router.setWeight(50, never);
  expect(await router.weight()).toBe(50);
  for (let i = 0; i < 20; i++) await fetch(`${target.url}${i < 10 ? '/fail' : '/?wait=40'}`);

  expect(await measure('candidate', 'requests', from)).toMatchObject({
    kind: 'value',
    value: 10,
    samples: 10,
  });
  expect(await measure('candidate', 'error-rate', from)).toMatchObject({
    kind: 'counts',
    events: 5,
    total: 10,
  });
  expect(await measure('baseline', 'error-rate', from)).toMatchObject({
    kind: 'counts',
    events: 0,
    total: 10,
  });
  const latencies = await measure('baseline', 'p99', from);
  if (latencies.kind !== 'histogram') throw new Error(JSON.stringify(latencies));
  const slow = latencies.counts.filter((_, i) => (latencies.bounds[i - 1] ?? 0) > 38);
  expect(slow.reduce((sum, count) => sum + count, 0)).toBe(5);
  expect(latencies.counts.reduce((sum, count) => sum + count, 0)).toBe(10);
  expect(await measure('baseline', 'requests', 0)).toMatchObject({ kind: 'failure' });
  const { kind, reason } = (await open('error-rate').measure({
    ...{ ...sides, side: 'candidate', shape: 'series', from, to: Date.now() },
  })) as { kind: string; reason: string };
  expect([kind, reason]).toEqual(['failure', 'this query of process gives counts, no series']);

  const { metrics } = (
    await import('../targets/index.ts').then(({ listEnvironments }) =>
      listEnvironments(context.ports.context.home, context.ports.files, 'shop'),
    )
  )[0] ?? { metrics: '' };
  const text = await (await fetch(metrics)).text();
  expect(text).toMatch(
    /fairway_requests_total\{revision="[0-9a-f]{12}",version="2\.0\.0",side="candidate",code="5xx"\} 5\n/,
  );
  expect(text).toMatch(/fairway_request_duration_seconds_bucket\{[^}]*le="\+Inf"\} 10\n/);
  expect(text).toContain('fairway_candidate_weight 50\n');

  await router.setWeight(0, never);
  await target.discard(never);
  await router.setWeight(0, never);
  await router.finalize(never);
  expect(await router.weight()).toBe(0);
  await expect(router.setWeight(10, never)).rejects.toThrow('no candidate');
  expect(await measure('candidate', 'requests', from)).toMatchObject({ kind: 'failure' });
});

it('measures a new configuration of the same image for itself', async () => {
  const context = home.context('configured');
  const port = await freePort();
  const same = await home.release(
    '4.0.0',
    service({ rest: 'if (process.env.BAD) return response.writeHead(500).end();' }),
  );
  const [before, after] = [
    home.open('configured', port),
    home.open('configured', port, { env: { BAD: '1' } }),
  ];
  await before.apply(before.plan(await before.inspect(), same), never);
  await after.stage(same, never);
  await openRouter('process', {}, context, after).setWeight(50, never);
  const from = Date.now() - 250;
  for (let i = 0; i < 10; i++) await fetch(`${after.url}/bad`);
  const subject = { version: same.version, commit: same.commit, digest: same.digest, revision: 'x' };
  const asked = { type: 'process', query: 'error-rate', unit: 'percent' } as const;
  const measure = (side: 'candidate' | 'baseline') =>
    openMetric(asked, {}, { ...context, target: after, secret: () => '' }).measure({
      ...{ candidate: subject, baseline: subject, side, shape: 'counts', from, to: Date.now() + 250 },
    });
  expect(await measure('candidate')).toMatchObject({ events: 5, total: 5 });
  expect(await measure('baseline')).toMatchObject({ events: 0, total: 5 });
});

it('gives no candidate traffic that is not healthy', async () => {
  const context = home.context('sick');
  const target = home.open('sick', await freePort());
  const router = openRouter('process', {}, context, target);
  await target.apply(target.plan(await target.inspect(), await home.release('1.0.0', service())), never);
  const sick = service({ health: 'Date.now() - begin < 400 ? 200 : 503' });
  const candidate = await home.release('3.0.0', sick);
  await target.stage(candidate, never);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await expect(router.setWeight(10, never)).rejects.toThrow('/healthz answers 503; its weight stays 0%');
  await expect(target.promote(candidate.digest, never)).rejects.toThrow('it was not promoted');
  expect(await router.weight()).toBe(0);
  await target.discard(never);
});

it('has a driver and a kind for every folder', () => {
  const here = dirname(fileURLToPath(import.meta.url));
  const folders = readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort();
  expect(Object.keys(metricDrivers).sort()).toEqual(folders);
  expect(Object.keys(metricKinds).sort()).toEqual(folders);
  expect(Object.keys(providerKinds).sort()).toEqual(folders);
});
