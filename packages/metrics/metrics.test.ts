import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRouter, routerDrivers } from '../routers/index.ts';
import { routerKinds } from '../routers/kinds.ts';
import { freePort, service, TestHome } from '../targets/process/test-home.ts';
import { metricDrivers, openMetric } from './index.ts';
import { metricKinds } from './kinds.ts';

const never = new AbortController().signal;
let home: TestHome;
beforeAll(async () => {
  home = await TestHome.create();
});
afterAll(() => home.remove());

it('measures each side of a split in a window, and shifts it', async () => {
  const context = home.context('measured');
  const target = home.open('measured', await freePort());
  const metric = openMetric('process', 'error-rate', context, target);
  const router = openRouter('process', {}, context, target);
  const measure = (side: 'live' | 'candidate', query: string, from: number, to = Date.now() + 250) =>
    metric.measure({ side, query, from, to });
  expect(await measure('live', 'requests', 0)).toMatchObject({
    kind: 'failure',
    reason: 'nothing is deployed',
  });

  const good = await home.release('1.0.0', service());
  await target.apply(target.plan(await target.inspect(), good), never);
  await target.stage(
    await home.release(
      '2.0.0',
      service({ rest: 'if (url.pathname === "/fail") return response.writeHead(500).end();' }),
    ),
    never,
  );
  const from = Date.now() - 250;
  expect(await measure('candidate', 'error-rate', from)).toMatchObject({ kind: 'no-data' });
  await router.setWeight(50, never);
  expect(await router.weight()).toBe(50);
  for (let i = 0; i < 20; i++) await fetch(`${target.url}${i < 10 ? '/fail' : '/?wait=40'}`);

  const value = (measured: unknown) => (measured as { value: number }).value;
  expect(await measure('candidate', 'requests', from)).toMatchObject({
    kind: 'value',
    value: 10,
    samples: 10,
  });
  expect(value(await measure('candidate', 'error-rate', from))).toBe(50);
  expect(value(await measure('live', 'error-rate', from))).toBe(0);
  expect(value(await measure('live', 'p99', from))).toBeGreaterThan(38);
  expect(value(await measure('live', 'p50', from))).toBeLessThan(value(await measure('live', 'p99', from)));
  expect(await measure('live', 'requests', 0)).toMatchObject({ kind: 'failure' });
  expect(await measure('live', 'p75', from)).toMatchObject({ kind: 'failure' });

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

it.each([
  ['metrics', metricDrivers, metricKinds],
  ['routers', routerDrivers, routerKinds],
])('%s: folders, registry and kinds are the same', (name, drivers, kinds) => {
  const here = dirname(dirname(fileURLToPath(import.meta.url)));
  const folders = readdirSync(`${here}/${name}`, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const found = folders.map((entry) => entry.name).filter((entry) => entry !== 'node_modules');
  expect(found).toEqual(Object.keys(drivers));
  expect(found).toEqual(Object.keys(kinds));
});
