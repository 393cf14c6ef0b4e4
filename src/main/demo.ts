import process from 'node:process';
import { openChromiumPdf } from './adapters/pdf-chromium.ts';
import { progressOn } from './demo/progress.ts';
import { runDemo } from './demo/run-demo.ts';
import { findProgramFiles } from './program-files.ts';

// `npm run demo`: one whole day of a sample depot. The table goes to standard output, the progress beside it.

try {
  process.exitCode = await runDemo(process.argv.slice(2), {
    sample: findProgramFiles().sample,
    async openPdf() {
      const pdf = openChromiumPdf();
      // Without a browser it had better end before the first slip than after the last.
      await pdf.warm();
      return pdf;
    },
    progress: progressOn(process.stderr),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(`The demonstration failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
