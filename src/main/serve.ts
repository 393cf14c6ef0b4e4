import process from 'node:process';
import { openChromiumPdf } from './adapters/pdf-chromium.ts';
import { openConsole } from './console.ts';
import { openRestorable } from './open-restorable.ts';
import { findProgramFiles } from './program-files.ts';
import { serve } from './serve-console.ts';
import { HELP, parseServeOptions, type ServeOptions } from './serve-options.ts';
import type { HttpServer } from './transport/http/server.ts';

// Host 2: the same console for a browser. Standard output carries one JSON line, for the program that started it.

try {
  const options = parseServeOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(HELP);
  else await run(options);
} catch (error) {
  fail(error);
}

async function run({ dataDir, host, port }: ServeOptions): Promise<void> {
  const files = findProgramFiles();
  const open: Parameters<typeof openRestorable>[0]['open'] = (restoring) =>
    openConsole({ dataDir, pdf: openChromiumPdf(), ...restoring });
  const server = await serve({
    open: () => openRestorable({ open, dataDir, migrations: files.migrations, clock: { now: () => new Date() } }),
    host,
    port,
    rendererDir: files.renderer,
    docsDir: files.docs,
  });
  stopOnSignals(server);
  process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);
}

/** SIGHUP: its terminal was closed. The second signal of a kind ends the program at once, as usual. */
function stopOnSignals(server: HttpServer): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopping ??= server
        .stop()
        .catch(fail)
        .then(() => process.exit());
    });
  }
}

/** Whoever started this wants to know why it ended, in a sentence, and nothing about our insides. */
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
