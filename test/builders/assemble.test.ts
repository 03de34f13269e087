import { describe } from 'vitest';
import { BUILDERS } from '../../packages/image/builders/index.ts';
import { conformance } from './conformance.ts';
import { scene } from './scene.ts';

describe('builder: assemble', () => {
  conformance({
    builder: BUILDERS.assemble,
    scene: () => scene(),
    files: { 'out/greeting': 'hello\n' },
    section: { builder: 'assemble', files: [{ from: 'out', to: '/' }] },
    wrong: { section: { builder: 'assemble', files: ['nothing'] }, says: '"nothing" does not exist' },
    platforms: 'many',
    reproducible: true,
  });
});
