import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'actions/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Has a configuration of its own: what it needs takes half an hour to build.
    exclude: [...configDefaults.exclude, 'test/cluster/**'],
    globalSetup: ['test/support/temporary.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
