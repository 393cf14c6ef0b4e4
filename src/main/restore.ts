import process from 'node:process';
import { findProgramFiles } from './program-files.ts';
import { runRestore } from './restore/run-restore.ts';

// `npm run restore -- FILE`: puts a copy of the books in their place.

try {
  process.exitCode = await runRestore(process.argv.slice(2), {
    migrations: findProgramFiles().migrations,
    clock: { now: () => new Date() },
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`The restore failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
