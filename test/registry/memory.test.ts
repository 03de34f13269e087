import { expect, it } from 'vitest';
import { lane } from '../support/lanes.ts';
import { haveRegistry } from '../support/registry.ts';
import { measure } from './support/measure.ts';

lane('registry', haveRegistry, () => {
  it('takes no more memory for a layer of 96 MB than for one of 16 MB', async () => {
    const small = await measure(16);
    const large = await measure(96);
    expect(large.peakMb).toBeLessThan(200);
    expect(large.peakMb - small.peakMb).toBeLessThan(60);
  });
});
