import type { PrinterAnswer } from './answers.ts';
import type { PrinterConnection } from './connection.ts';

/** What a till printer says about itself. */
export interface PrinterCondition {
  /** Why it cannot print, with what to do, in a clerk's words; `null` when it can. */
  trouble: string | null;
  /** The roll is nearly used up. Printers without such a sensor never say so. */
  paperIsLow: boolean;
}

/** Bits of the answers to DLE EOT n (transmit real-time status), n as in the names. */
const PRINTER_1 = { offline: 0x08 } as const;
const OFFLINE_2 = { coverOpen: 0x04, feedButton: 0x08, paperEnd: 0x20, error: 0x40 } as const;
const ERROR_3 = { cutter: 0x08, fault: 0x20, recovers: 0x40 } as const;
const PAPER_4 = { low: 0x0c, end: 0x60 } as const;

/**
 * Asks a printer how it is with DLE EOT 1, 2 and 4, and 3 after an error. They are real-time commands: a printer answers
 * also while it is offline or busy. `null`: it does not answer, as many cheap ones and most print servers.
 *
 * @throws ConnectionLostError
 */
export async function askCondition(connection: PrinterConnection, waitMs: number): Promise<PrinterCondition | null> {
  const ask = async (n: number): Promise<number | null> => {
    await connection.send(Uint8Array.of(0x10, 0x04, n), waitMs);
    const answer = await connection.answer(isState, waitMs);
    return answer?.byte ?? null;
  };
  const printer = await ask(1);
  if (printer === null) return null;
  const offline = (await ask(2)) ?? 0;
  const error = (offline & OFFLINE_2.error) === 0 ? 0 : ((await ask(3)) ?? 0);
  const paper = (await ask(4)) ?? 0;
  return { trouble: troubleOf({ printer, offline, error, paper }), paperIsLow: (paper & PAPER_4.low) !== 0 };
}

function isState(answer: PrinterAnswer): answer is PrinterAnswer & { kind: 'state' } {
  return answer.kind === 'state';
}

/** The cause that a person mends first: an open cover lets a printer also miss its paper. */
function troubleOf(state: { printer: number; offline: number; error: number; paper: number }): string | null {
  const { printer, offline, error, paper } = state;
  if ((offline & OFFLINE_2.coverOpen) !== 0)
    return 'The till printer’s cover is open: see that it has paper and close it.';
  if ((offline & OFFLINE_2.paperEnd) !== 0 || (paper & PAPER_4.end) !== 0) {
    return 'The till printer is out of paper: put a new roll in.';
  }
  if ((error & ERROR_3.cutter) !== 0) {
    return 'The till printer’s knife is stuck: open the cover, take the paper out, and turn the printer off and on.';
  }
  if ((error & ERROR_3.fault) !== 0)
    return 'The till printer reports a fault: turn it off and on, or have it repaired.';
  if ((error & ERROR_3.recovers) !== 0) return 'The till printer is too hot: it goes on by itself when it has cooled.';
  if ((offline & OFFLINE_2.error) !== 0) return 'The till printer reports an error: turn it off and on.';
  if ((offline & OFFLINE_2.feedButton) !== 0)
    return 'Someone is pressing the till printer’s feed button: let go of it.';
  if ((printer & PRINTER_1.offline) !== 0) return 'The till printer is offline: turn it off and on.';
  return null;
}
