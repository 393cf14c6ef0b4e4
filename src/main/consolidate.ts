import process from 'node:process';
import { runConsolidate } from './consolidate/run-consolidate.ts';

// `npm run consolidate -- BUNDLE... --key SITE=FILE... --database mysql://...`: head office's loader.

try {
  process.exitCode = await runConsolidate(process.argv.slice(2), {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`The bundles could not be loaded: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
