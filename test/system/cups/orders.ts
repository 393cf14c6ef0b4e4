import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Printer, PrintOutcome } from '../../../src/main/adapters/printer.ts';
import type { Paper } from '../../../src/shared/roll-document.ts';
import { samplePdf } from '../../helpers/sample-pdf.ts';
import { until } from './until.ts';

/** Pages in millimetres; the short roll is wider than high, which drivers like to turn. */
export const SIZES = { A4: [210, 297], A5: [148, 210], ROLL80: [80, 123.45], ROLL58: [58, 44] } as const;

export interface Handed {
  outcome: PrintOutcome;
  handle: string | null;
}

/** Prints a page that says "Paid in full A4". */
export async function print(
  printer: Printer,
  title: string,
  { paper = 'A4', copies = 1 }: { paper?: Paper; copies?: number } = {},
): Promise<Handed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-document-'));
  const pdf = path.join(folder, 'document.pdf');
  writeFileSync(pdf, samplePdf(SIZES[paper][0], SIZES[paper][1], `Paid in full ${paper}`));
  let handle: string | null = null;
  try {
    const outcome = await printer.print({
      title,
      pdf,
      roll: null,
      paper,
      copies,
      onHanded: (given) => (handle = given),
    });
    return { outcome, handle };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Follows a job until it waits no longer. */
export async function follow(printer: Printer, handle: string | null): Promise<PrintOutcome> {
  let outcome = await printer.follow(handle!);
  await until(`${handle} ends`, async () => {
    outcome = await printer.follow(handle!);
    return outcome.state !== 'waiting';
  });
  return outcome;
}

/** The job waits, and sooner or later it is known what for. */
export async function expectWords(printer: Printer, { outcome, handle }: Handed, words: string): Promise<void> {
  expect(outcome.state).toBe('waiting');
  await until(words, async () => isDeepStrictEqual(await printer.follow(handle!), { state: 'waiting', reason: words }));
}
