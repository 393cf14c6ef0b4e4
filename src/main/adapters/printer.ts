import type { Paper, RollDocument } from '../../shared/roll-document.ts';

/** One document for one printer. */
export interface PrintOrder {
  /** For the spooler's list: "INV-KB1-2026-000123". */
  title: string;
  /**
   * The PDF's full path; it stays there until the order has ended. A roll's page is as high as its content. Empty for a
   * till printer, which takes the rows.
   */
  pdf: string;
  /** The same as rows, for a printer that takes text; `null` where there is only a page. */
  roll: RollDocument | null;
  paper: Paper;
  copies: number;
  /** Told as soon as the spooler has a number for the job: from then on `follow` knows what became of it. */
  onHanded: (handle: string) => void;
}

/** What became of an order, as far as anybody can know. */
export type PrintOutcome =
  /** The far end said that it is done. `proof` says who said what: "CUPS job till-42 completed". */
  | { state: 'printed'; proof: string }
  /** Given to a spooler that tells no end. Not called printed on the screen. */
  | { state: 'handed'; proof: string }
  /** The spooler holds it; `reason` says what it waits for and what to do. To be followed by its handle. */
  | { state: 'waiting'; reason: string }
  /** Nothing came out, for sure. `retry`: trying again may help. */
  | { state: 'failed'; reason: string; retry: boolean }
  /** Some or all of it may have come out: a person has to look. */
  | { state: 'uncertain'; reason: string };

export interface PrinterStatus {
  state: 'ready' | 'stopped' | 'unreachable' | 'unknown';
  /** In a clerk's words, with what to do: "Out of paper: put paper in." */
  words: string;
}

/** A printer as it was set up. No call throws for the printer's sake: trouble is an outcome. */
export interface Printer {
  /** Answers within about ten seconds, with `waiting` when the job's end is not there by then. */
  print(order: PrintOrder): Promise<PrintOutcome>;
  /** What became of a job that was handed over, also by a run of the program that has ended since. */
  follow(handle: string): Promise<PrintOutcome>;
  /** Takes a job out of the spooler; does nothing when it is not there any more. */
  cancel(handle: string): Promise<void>;
  status(): Promise<PrinterStatus>;
}

/** How a printer is reached. */
export type PrinterAddress =
  /** A queue of the operating system, by its name. `tray`: as the driver calls it. */
  | { kind: 'system'; queue: string; tray: string | null }
  /** A till printer on the network, spoken to directly. `hasChinese`: a ROM with GB18030. */
  | { kind: 'escpos'; host: string; port: number; paper: 'ROLL80' | 'ROLL58'; hasChinese: boolean; hasDrawer: boolean }
  /** PDFs into a folder, for demonstrations and tests. */
  | { kind: 'file'; folder: string };

export interface FoundPrinter {
  queue: string;
  /** What the system calls it, where that differs. */
  description: string;
  isDefault: boolean;
}

/** The printers of this computer. */
export interface Printers {
  /** Queues the operating system knows. @throws MachineError when it cannot be asked (no CUPS, no spooler). */
  list(): Promise<FoundPrinter[]>;
  open(address: PrinterAddress): Printer;
}
