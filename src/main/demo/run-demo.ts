import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PdfRenderer } from '../adapters/pdf.ts';
import { type ConsoleOptions, type DepotConsole, openConsole } from '../console.ts';
import { StartError } from '../db/start-error.ts';
import { type Call, callAsOperator, CallRefused } from '../import/call-console.ts';
import { folderFiles } from '../import/folder-files.ts';
import { HELP, parseDemoOptions } from './demo-options.ts';
import { readDirectory } from './directory.ts';
import { keySlips } from './key-slips.ts';
import type { Progress } from './progress.ts';
import { sampleClock } from './sample-clock.ts';
import { DEMO_PASSWORD, signInEveryone } from './sign-in.ts';
import { parseSlips } from './slips.ts';
import { summaryOf } from './summary.ts';

export interface DemoParts {
  /** A folder like samples/depot-kb1. */
  sample: string;
  /** Draws the invoices; asked for only when the demonstration takes place. */
  openPdf: () => Promise<PdfRenderer>;
  /** A test's own, where hashing is cheap and nothing was built. */
  options?: Pick<ConsoleOptions, 'passwords' | 'fontsDir'>;
  progress: Progress;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** `npm run demo`: the sample depot's whole day in a fresh data folder. @returns the exit code */
export async function runDemo(args: string[], parts: DemoParts): Promise<number> {
  try {
    const dataDir = await parseDemoOptions(args);
    if (dataDir === null) {
      parts.out(HELP);
      return 0;
    }
    return await playDay(dataDir, parts);
  } catch (error) {
    if (!(error instanceof StartError || error instanceof CallRefused)) throw error;
    parts.err(`${error.message}\n`);
    return 1;
  }
}

async function playDay(dataDir: string, { sample, openPdf, options, progress, out, err }: DemoParts): Promise<number> {
  const slips = parseSlips(await readFile(path.join(sample, 'slips.jsonl'), 'utf8'));
  const files = await folderFiles(sample);
  const clock = sampleClock();
  const pdf = await openPdf();
  const console = await openConsole({ dataDir, pdf, clock, ...options });
  try {
    const { oneTimePasswords } = await callAsOperator(console.dispatch, 'demo')('imports.run', { files });
    const as = await signInEveryone(console.dispatch, oneTimePasswords);
    const directory = await readDirectory(as('admin'));
    progress.start('Keying slips', slips.length);
    await keySlips(slips, {
      directory,
      clerks: [as('counter1'), as('counter2')],
      onSlip(index) {
        clock.moveToSlip(index);
        progress.update(index);
      },
    });
    progress.stop();
    await drawInvoices(console, as('admin'), progress);
    out(`\n${await summaryOf(as('admin'))}\n${whereabouts(dataDir)}`);
    const { queued, failed } = (await as('admin')('system.health', {})).jobs;
    if (queued + failed === 0) return 0;
    err(`${queued + failed} invoices could not be drawn: see ${path.join(dataDir, 'logs', 'errors.log')}.\n`);
    return 1;
  } finally {
    await console.close();
  }
}

const LOOK_MS = 200;

/** Most are drawn already, while slips were keyed. */
async function drawInvoices(console: DepotConsole, call: Call, progress: Progress): Promise<void> {
  const { total } = await call('invoices.list', { limit: 1 });
  progress.start('Drawing invoices', total ?? 0);
  const drawn = console.drain().then(() => true);
  while (!(await Promise.race([drawn, setTimeout(LOOK_MS, false)]))) {
    const { jobs } = await call('system.health', {});
    progress.update((total ?? 0) - jobs.queued);
  }
  progress.stop();
}

function whereabouts(dataDir: string): string {
  return [
    `Invoices as PDF: ${path.join(dataDir, 'documents')}`,
    `Look around:     npm run serve -- --data-dir ${dataDir}`,
    `                 then sign in as counter1, super1 or admin with the password ${DEMO_PASSWORD}`,
    '',
  ].join('\n');
}
