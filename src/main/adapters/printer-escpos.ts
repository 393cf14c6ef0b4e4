import { escposBytes } from './escpos/bytes.ts';
import { askStatus, deliver, type Waits } from './escpos/delivery.ts';
import type { Printer, PrinterAddress, PrintOutcome } from './printer.ts';
import type { TextPictures } from './text-pictures.ts';

export type EscposAddress = Extract<PrinterAddress, { kind: 'escpos' }>;

export interface EscposOptions extends Partial<Waits> {
  /** Draws what the printer has no letters for. */
  pictures: TextPictures;
}

/**
 * Till printers on the network, spoken to in ESC/POS on their raw port. That port confirms nothing by itself, so a
 * printer is asked: how it is before an order, and at the order's end to say when all of it is printed. Such a printer
 * serves one connection at a time: orders to one address wait for each other, however often it was opened.
 */
export function openEscposPrinters(options: EscposOptions): (address: EscposAddress) => Printer {
  const turns = new Map<string, Turns>();
  return (address) => {
    const place = `${address.host}:${address.port}`;
    const inTurn = turns.get(place) ?? takeTurns();
    turns.set(place, inTurn);
    return openInTurn(address, inTurn, options);
  };
}

/** One till printer (see `openEscposPrinters`) that nobody else has opened. */
export function openEscposPrinter(address: EscposAddress, options: EscposOptions): Printer {
  return openInTurn(address, takeTurns(), options);
}

function openInTurn(address: EscposAddress, inTurn: Turns, { pictures, ...waits }: EscposOptions): Printer {
  const place = { host: address.host, port: address.port };
  const patience = { connectTimeoutMs: 4000, answerTimeoutMs: 1000, printTimeoutMs: 5000, ...waits };
  return {
    async print({ roll, copies }) {
      if (roll === null) return NO_ROLL;
      let bytes: Uint8Array;
      try {
        bytes = await escposBytes(roll, { ...address, copies, pictures });
      } catch (error) {
        return notDrawn(error);
      }
      return inTurn(() => deliver(bytes, place, patience));
    },
    follow: () => Promise.resolve(NOBODY_KNOWS),
    cancel: () => Promise.resolve(),
    status: () => inTurn(() => askStatus(place, patience)),
  };
}

/** Runs one work after the other. */
type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

const NO_ROLL: PrintOutcome = {
  state: 'failed',
  reason: 'This document is a page, and a till printer has only a roll: choose a printer with sheets for it.',
  retry: false,
};

const NOBODY_KNOWS: PrintOutcome = {
  state: 'uncertain',
  reason: 'A till printer keeps no list of what it was sent: look whether the paper came out.',
};

/** Nothing was sent yet; the engine that draws may be there again for the next try. */
function notDrawn(error: unknown): PrintOutcome {
  const why = error instanceof Error ? error.message : String(error);
  return { state: 'failed', reason: `Some words could not be drawn for the till printer: ${why}`, retry: true };
}
