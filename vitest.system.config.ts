import { defineConfig } from 'vitest/config';

/** What needs the operating system: root, mounted disks, packages of test/system/packages.txt. `npm run test:system`. */
export default defineConfig({
  test: {
    name: 'system',
    include: ['test/system/**/*.test.ts'],
    environment: 'node',
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
