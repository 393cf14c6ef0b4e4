import process from 'node:process';
import { openChromiumPdf } from './adapters/pdf-chromium.ts';
import { openConsole } from './console.ts';
import { runImport } from './import/run-import.ts';

// `npm run import -- DIR`: brings a folder of lists into the books. An import prints nothing, so no browser starts.

try {
  process.exitCode = await runImport(process.argv.slice(2), {
    open: (dataDir) => openConsole({ dataDir, pdf: openChromiumPdf() }),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`The import failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
