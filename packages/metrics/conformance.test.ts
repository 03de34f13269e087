import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../../test/support/lanes.ts';
import { conforms, type ScenesModule, SITUATIONS, type World } from './conformance.ts';
import { metricDrivers } from './index.ts';

const here = dirname(fileURLToPath(import.meta.url));
const known = Object.keys(metricDrivers).filter((name) =>
  readdirSync(`${here}/${name}`).includes('scenes.ts'),
);

it('is passed by every provider', () => {
  expect(known).toEqual(Object.keys(metricDrivers));
});

for (const name of known) {
  const module = (await import(`./${name}/scenes.ts`)) as ScenesModule;
  const situations = SITUATIONS.filter((situation) => module.missing[situation] === undefined);
  lane(`${name} in ${situations.length} of ${SITUATIONS.length} situations`, module.available, () => {
    let world: World;
    beforeAll(async () => {
      world = await module.open();
    });
    afterAll(() => world?.stop());
    conforms(() => world, situations);
  });
  for (const [situation, why] of Object.entries(module.missing)) it.skip(`${name}, ${situation}: ${why}`);
}
