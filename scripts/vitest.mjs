import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runAndFollow } from './setup/child.mjs';
import { nodeModules, projectRoot } from './setup/paths.mjs';

const resultsDir = path.join(projectRoot, 'test-results');

/**
 * Runs vitest once, readable on the screen and counted in a file.
 *
 * @param {readonly string[]} args
 * @returns {Promise<{ passed: number, failed: number }>} `failed` is never 0 when vitest was not content: it also fails
 *   for files that do not load, errors outside tests, and when no test ran at all
 */
export async function runVitest(args) {
  const report = path.join(resultsDir, 'vitest.json');
  fs.rmSync(report, { force: true });
  const code = await runAndFollow(
    process.execPath,
    [
      path.join(nodeModules, 'vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: projectRoot },
  );
  const { numPassedTests: passed, numFailedTests } = fs.existsSync(report)
    ? JSON.parse(fs.readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 };
  const content = code === 0 && passed > 0;
  return { passed, failed: content ? numFailedTests : Math.max(1, numFailedTests) };
}
