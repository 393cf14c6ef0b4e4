// `npm run test:system`: what needs root and packages of the operating system, which .ci/run installs first
// (test/system/packages.txt). The last line is the one .ci/run adds up.

import process from 'node:process';
import { runVitest } from './vitest.mjs';

const { passed, failed } = await runVitest(['--config', 'vitest.system.config.ts', ...process.argv.slice(2)]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
