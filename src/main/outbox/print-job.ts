import { z } from 'zod';
import type { PrinterAddress, Printers, PrintOutcome } from '../adapters/printer.ts';
import type { SpoolFolder } from '../adapters/spool-folder.ts';
import { PRINTED_DOCUMENTS } from '../../shared/contract/printing.ts';
import { instantOf } from '../../shared/dates.ts';
import { isRoll, PAPERS } from '../../shared/roll-document.ts';
import type { Db } from '../db/db.ts';
import { isReprint, paperFor } from '../services/delivery/paper-for.ts';
import { invoicePdfBytes } from '../services/invoices.ts';
import { type Job, markHanded, noteHandle } from '../services/jobs.ts';
import type { Clock, Papers } from '../services/ports.ts';
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
  const address = addressOf(parts.db, job.target);
  if (address === null) {
    return {
      state: 'failed',
      reason: `There is no printer “${job.target}” any more: choose one in Settings → Printers.`,
    };
  }
  const printer = parts.printers.open(address);
  if (job.handle !== null) return endOf(await printer.follow(job.handle), isReprint(parts.db, job));
  const { db, clock, papers, spool } = parts;
  const { document: kind, paper, copies } = payload.parse(JSON.parse(job.payload));
  const isCopy = isReprint(db, job);
  const document = paperFor(db, job, kind, clock.now());
  // The invoice's own file is what is printed the first time, byte for byte.
  const isOriginal = document.kind === 'invoice' && !isCopy && !isRoll(paper);
  const bytes = isOriginal
    ? await invoicePdfBytes(db, papers, job.subjectId, clock.now())
    : await papers.draw(document, paper, isCopy);
  const pdf = await spool.write(`job-${job.id}.pdf`, bytes);
  try {
    markHanded(db, job.id, instantOf(clock.now()));
    const outcome = await printer.print({
      title: job.subjectNumber ?? 'Test page',
      pdf,
      roll: isRoll(paper) ? papers.rollOf(document, isCopy) : null,
      paper,
      copies,
      onHanded: (handle) => noteHandle(db, job.id, handle),
    });
    return endOf(outcome, isCopy);
  } finally {
    await spool.remove(pdf);
  }
}

export function addressOf(db: Db, name: string | null): PrinterAddress | null {
  return settingsOf(db).printers.devices.find((device) => device.name === name)?.address ?? null;
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
