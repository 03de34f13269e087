import { expect, it } from 'vitest';
import { lane } from '../support/lanes.ts';
import { haveRegistry } from '../support/registry.ts';
import { measure } from './support/measure.ts';

lane('registry', haveRegistry, () => {
  // Node alone takes about 110 MB: whoever held the layer in memory would be above the limit.
  it('assembles and pushes a file of 96 MB in less than 200 MB of memory', async () => {
    const { size, pushed } = await measure(96);
    expect(size).toBeGreaterThan(96 * 1024 * 1024);
    expect(pushed.peakMb).toBeLessThan(200);
  }, 60_000);
});
