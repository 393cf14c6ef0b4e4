// `npm test`: everything that runs without packages of the operating system. Arguments go to vitest, and with any of
// them only those tests run. The last line is for people and for .ci/run alike.

import process from 'node:process';
import { runPlaywright } from './playwright.mjs';
import { runStaticChecks } from './tools.mjs';
import { runVitest } from './vitest.mjs';

const args = process.argv.slice(2);
// One after the other: each keeps both cores busy.
const parts =
  args.length > 0 ? [await runVitest(args)] : [await runStaticChecks(), await runVitest([]), await runPlaywright()];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
