import { openEscposPrinter, type EscposAddress, type EscposOptions } from '../../src/main/adapters/printer-escpos.ts';
import type { PrintOrder } from '../../src/main/adapters/printer.ts';
import { decodeEscpos, linesOf } from './escpos-decode.ts';
import { openTillPrinter, type TillPrinterHabits } from './open-till-printer.ts';
import { sampleReceipt } from './sample-receipt.ts';

/** Long enough for every answer that does come; nothing on the sample receipt needs a picture. */
export const PATIENT: EscposOptions = {
  pictures: { draw: () => Promise.reject(new Error('The engine is not there.')) },
  answerTimeoutMs: 3000,
  printTimeoutMs: 3000,
};

/** For answers that never come. */
export const NO_ANSWER = { answerTimeoutMs: 40 };
export const NO_END = { printTimeoutMs: 100 };

export function till(port: number, host = '127.0.0.1'): EscposAddress {
  return { kind: 'escpos', host, port, paper: 'ROLL80', hasChinese: false, hasDrawer: true };
}

export function order(more: Partial<PrintOrder> = {}): PrintOrder {
  return {
    title: 'RCT-KB1-2026-000123',
    pdf: '/nowhere/receipt.pdf',
    roll: sampleReceipt(),
    paper: 'ROLL80',
    copies: 1,
    onHanded: () => undefined,
    ...more,
  };
}

/** Prints the sample receipt on a make-believe till printer, and gives what came of it and what the printer got. */
export async function printOn(
  habits: TillPrinterHabits,
  waits: Partial<EscposOptions> = {},
  more: Partial<PrintOrder> = {},
) {
  await using far = await openTillPrinter(habits);
  const outcome = await openEscposPrinter(till(far.port), { ...PATIENT, ...waits }).print(order(more));
  return {
    outcome,
    lines: linesOf(decodeEscpos(far.received())),
    connections: far.connections(),
    place: `the till printer at 127.0.0.1:${far.port}`,
  };
}
