import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openChromiumPdf } from '../../src/main/adapters/pdf-chromium.ts';
import { openConsole } from '../../src/main/console.ts';
import { runDemo } from '../../src/main/demo/run-demo.ts';
import { findProgramFiles } from '../../src/main/program-files.ts';
import { serve } from '../../src/main/serve-console.ts';

/** After the sample day's last slip: the screens show a day that is nearly over. */
export const AFTERNOON = new Date('2026-01-20T09:30:00.000Z');

export interface SampleDepot {
  url: string;
  stop(): Promise<void>;
}

/** The sample depot after its day, served by the real host. */
export async function serveSampleDepot(): Promise<SampleDepot> {
  const folder = await mkdtemp(path.join(tmpdir(), 'depot-screens-'));
  const files = findProgramFiles();
  const quiet = { start: () => undefined, update: () => undefined, stop: () => undefined };
  const code = await runDemo(['--data-dir', folder], {
    sample: files.sample,
    openPdf: () => Promise.resolve(openChromiumPdf()),
    options: {},
    progress: quiet,
    out: () => undefined,
    err: (text) => process.stderr.write(text),
  });
  if (code !== 0) throw new Error('The sample day could not be played.');
  return serveFolder(folder);
}

/** The console as it opens for the first time. */
export async function serveNewConsole(): Promise<SampleDepot> {
  return serveFolder(await mkdtemp(path.join(tmpdir(), 'depot-screens-')));
}

async function serveFolder(folder: string): Promise<SampleDepot> {
  const files = findProgramFiles();
  const clock = { now: () => AFTERNOON };
  const server = await serve({
    open: () => openConsole({ dataDir: folder, pdf: openChromiumPdf(), clock }),
    host: '127.0.0.1',
    port: 0,
    rendererDir: files.renderer,
    docsDir: files.docs,
  });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
