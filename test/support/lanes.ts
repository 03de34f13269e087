import { describe } from 'vitest';

/**
 * A group of tests that needs something the machine may lack: a server, an engine, a browser. A missing
 * one is named and counted as skipped; with FAIRWAY_LANES=all it is a failure. FAIRWAY_LANES=none skips them
 * all, as on a machine that has nothing.
 */
export function lane(name: string, available: boolean, body: () => void): void {
  const title = `lane: ${name}`;
  if (available && process.env.FAIRWAY_LANES !== 'none') {
    describe(title, body);
  } else if (process.env.FAIRWAY_LANES === 'all') {
    describe(title, (): void => {
      throw new Error(`lane "${name}" is missing: run test/install-lanes`);
    });
  } else {
    describe.skip(`${title} (missing: run test/install-lanes)`, body);
  }
}
