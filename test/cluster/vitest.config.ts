import { defineConfig } from 'vitest/config';

/** `npm run test:cluster`, after `test/install-lanes --cluster`. */
export default defineConfig({
  test: {
    include: ['test/cluster/**/*.test.ts'],
    globalSetup: ['test/support/temporary.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
