import { defineConfig } from 'vitest/config';

/**
 * Two projects by pace: `npm run check` runs "unit" only, `npm test` runs both. A test that needs the built program, a
 * browser or more than a few seconds is named *.slow.test.ts. The screens are walked by Playwright (test/e2e).
 */
const UNIT = ['test/**/*.test.{ts,tsx}'];
const SLOW = ['test/**/*.slow.test.{ts,tsx}'];
/** What needs packages of the operating system: `npm run test:system` only. */
const SYSTEM = ['test/system/**'];

export default defineConfig({
  test: {
    projects: [
      // Modules hold no state (architecture.md, rule 8), so files may share them: loading them anew for each file took
      // half of the time.
      { extends: true, test: { name: 'unit', include: UNIT, exclude: [...SLOW, ...SYSTEM], isolate: false } },
      { extends: true, test: { name: 'slow', include: SLOW, exclude: SYSTEM, testTimeout: 60_000 } },
    ],
    environment: 'node',
    // As many as there are processors; without a word vitest leaves one idle, which on two is half of them.
    maxWorkers: '100%',
    // The business day is Singapore's whatever the machine says: a test that passes only in the developer's zone is a bug.
    env: { TZ: 'UTC' },
    testTimeout: 10_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
