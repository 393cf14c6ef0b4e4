import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runAndFollow } from './setup/child.mjs';
import { nodeModules, projectRoot } from './setup/paths.mjs';

/**
 * Walks the screens in a real browser, readable on the screen and counted in a file.
 *
 * @returns {Promise<{ passed: number, failed: number }>} tests that did not run because one before them failed count as
 *   failed: nobody knows what they would have said
 */
export async function runPlaywright() {
  const report = path.join(projectRoot, 'test-results/playwright.json');
  fs.rmSync(report, { force: true });
  const cli = path.join(nodeModules, '@playwright/test/cli.js');
  const code = await runAndFollow(process.execPath, [cli, 'test', '--reporter=list,json'], {
    cwd: projectRoot,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const { expected, unexpected, skipped, flaky } = fs.existsSync(report)
    ? JSON.parse(fs.readFileSync(report, 'utf8')).stats
    : { expected: 0, unexpected: 0, skipped: 0, flaky: 0 };
  const failed = unexpected + skipped;
  return { passed: expected + flaky, failed: code === 0 && expected > 0 ? failed : Math.max(1, failed) };
}
