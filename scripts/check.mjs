// `npm run check`: what is worth running before every commit, in well under a minute.

import process from 'node:process';
import { runStaticChecks } from './tools.mjs';
import { runVitest } from './vitest.mjs';

const statics = await runStaticChecks();
const units = await runVitest(['--project', 'unit', ...process.argv.slice(2)]);
process.exitCode = statics.failed + units.failed === 0 ? 0 : 1;
