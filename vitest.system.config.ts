import { defineConfig } from 'vitest/config';

/**
 * What needs the operating system: root, mounted disks, packages of test/system/packages.txt; and what takes minutes.
 * `npm run test:system`.
 */
export default defineConfig({
  test: {
    name: 'system',
    include: ['test/system/**/*.test.ts', 'test/main/robust/delivery-kill.slow.test.ts'],
    environment: 'node',
    env: { TZ: 'UTC', DEPOT_KILLS: '50' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
