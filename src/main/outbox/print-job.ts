import { z } from 'zod';
import type { PrinterAddress, Printers, PrintOutcome } from '../adapters/printer.ts';
import type { SpoolFolder } from '../adapters/spool-folder.ts';
import { PRINTED_DOCUMENTS } from '../../shared/contract/printing.ts';
import { instantOf } from '../../shared/dates.ts';
import { isRoll, type Paper, PAPERS } from '../../shared/roll-document.ts';
import type { Db } from '../db/db.ts';
import { isReprint, paperFor } from '../services/delivery/paper-for.ts';
import { invoicePdfBytes } from '../services/invoices.ts';
import { type Job, markHanded, noteHandle } from '../services/jobs.ts';
import type { Clock, PaperDocument, Papers } from '../services/ports.ts';
import { settingsOf } from '../services/settings-store.ts';
import type { JobEnd } from './job-end.ts';

export interface PrintParts {
  db: Db;
  clock: Clock;
  papers: Papers;
  printers: Printers;
  spool: SpoolFolder;
}

const payload = z.object({
  document: z.enum([...PRINTED_DOCUMENTS, 'test']),
  paper: z.enum(PAPERS),
  copies: z.int().min(1),
});

/** Prints a document, or finds out what became of one that the spooler has already. */
export async function runPrintJob(parts: PrintParts, job: Job): Promise<JobEnd> {
  const { db, clock, papers, printers, spool } = parts;
  const address = addressOf(db, job.target);
  if (address === null) return withoutPrinter(job);
  const printer = printers.open(address);
  if (job.handle !== null) return endOf(await printer.follow(job.handle), isReprint(db, job));
  const { document: kind, paper, copies } = payload.parse(JSON.parse(job.payload));
  const document = paperFor(db, job, kind, clock.now());
  // A till printer takes rows: its receipts come out also where no browser can draw a page.
  const takesPages = address.kind !== 'escpos';
  const file = async (asCopy: boolean) =>
    takesPages ? spool.write(`job-${job.id}.pdf`, await bytesOf(parts, job, { document, paper, asCopy })) : null;

  let isCopy = isReprint(db, job);
  let pdf = await file(isCopy);
  // While it was drawn, another printer may have got the original.
  while (isCopy !== isReprint(db, job)) {
    isCopy = !isCopy;
    pdf = await file(isCopy);
  }
  try {
    markHanded(db, job.id, instantOf(clock.now()));
    let isNoted = false;
    const outcome = await printer.print({
      title: job.subjectNumber ?? 'Test page',
      pdf: pdf ?? '',
      roll: isRoll(paper) ? papers.rollOf(document, isCopy) : null,
      paper,
      copies,
      onHanded(handle) {
        noteHandle(db, job.id, handle);
        isNoted = true;
      },
    });
    // Nobody could be asked later what became of it, and it must not be printed once more.
    return outcome.state === 'waiting' && !isNoted ? { ...outcome, state: 'uncertain' } : endOf(outcome, isCopy);
  } finally {
    if (pdf !== null) await spool.remove(pdf);
  }
}

/** Takes a job out of the spooler that has it. @returns what became of it there */
export async function recallPrintJob({ db, printers }: PrintParts, job: Job): Promise<JobEnd> {
  const address = addressOf(db, job.target);
  if (address === null || job.handle === null) return withoutPrinter(job);
  const printer = printers.open(address);
  await printer.cancel(job.handle);
  return endOf(await printer.follow(job.handle), isReprint(db, job));
}

/** The invoice's own file is what is printed the first time, byte for byte. */
function bytesOf(
  { db, papers, clock }: PrintParts,
  job: Job,
  { document, paper, asCopy }: { document: PaperDocument; paper: Paper; asCopy: boolean },
): Promise<Uint8Array> {
  const isOriginal = document.kind === 'invoice' && !asCopy && !isRoll(paper);
  return isOriginal ? invoicePdfBytes(db, papers, job.subjectId, clock.now()) : papers.draw(document, paper, asCopy);
}

function addressOf(db: Db, name: string | null): PrinterAddress | null {
  return settingsOf(db).printers.devices.find((device) => device.name === name)?.address ?? null;
}

function withoutPrinter({ target, handle }: Job): JobEnd {
  if (handle === null) {
    return {
      state: 'failed',
      reason: `There is no printer “${target}” any more: choose one in Settings → Printers.`,
    };
  }
  const reason = `“${target}” was taken out of the settings while it had the document: look whether it came out.`;
  return { state: 'uncertain', reason };
}

function endOf(outcome: PrintOutcome, isCopy: boolean): JobEnd {
  switch (outcome.state) {
    case 'printed':
      return { state: 'done', proof: outcome.proof, isProven: true, isCopy };
    case 'handed':
      return { state: 'done', proof: outcome.proof, isProven: false, isCopy };
    case 'failed':
      return { state: outcome.retry ? 'again' : 'failed', reason: outcome.reason };
    case 'waiting':
    case 'uncertain':
      return outcome;
  }
}
