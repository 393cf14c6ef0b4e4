import process from 'node:process';
import { runVerify } from './bundles/run-verify.ts';

// `npm run verify-bundle -- BUNDLE... --key FILE`: for head office, which has the public key and the bundles, and no books.

try {
  process.exitCode = await runVerify(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(
    `The bundles could not be verified: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
