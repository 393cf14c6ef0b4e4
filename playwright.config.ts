import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

/**
 * The console in a real browser on the real host, `npx playwright test`. Two files at a time, each at a counter of its own;
 * the tests of a file are one day there, each on what the one before left.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] },
  },
});
