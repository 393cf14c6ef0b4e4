import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

/**
 * The console in a real browser on the real host, `npx playwright test`. One worker: two hosts and two browsers are more than
 * two processors carry. The tests of a file are one day at one counter, each on what the one before left.
 */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  timeout: 30_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] },
  },
});
