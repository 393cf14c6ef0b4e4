import os from 'node:os';
import pdfToPrinter from 'pdf-to-printer';
import { openScheduler } from './cups/scheduler.ts';
import { openCupsPrinter } from './printer-cups.ts';
import { openFilePrinter } from './printer-file.ts';
import { openWindowsPrinter } from './printer-windows.ts';
import type { FoundPrinter, Printer, PrinterAddress, Printers } from './printer.ts';
import { runProgram } from './run-program.ts';
import { openWindowsSpooler } from './windows/spooler.ts';
import { packedSumatra } from './windows/sumatra.ts';

export interface PrintersOptions {
  openEscpos: (address: Extract<PrinterAddress, { kind: 'escpos' }>) => Printer;
  /** The full path of a newer SumatraPDF than the one inside; Windows only. */
  sumatraPdfPath?: string | null;
  /** For the programs that print; `CUPS_SERVER` in it names another CUPS than this computer's. */
  env?: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  pause?: (ms: number) => Promise<void>;
  /** How long an order is followed before it is called waiting. */
  waitMs?: number;
}

/** All printers that this computer can reach. */
export function openPrinters({
  openEscpos,
  sumatraPdfPath = null,
  env = process.env,
  platform = process.platform,
  pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  waitMs = 10_000,
}: PrintersOptions): Printers {
  const system = platform === 'win32' ? windowsQueues() : cupsQueues();

  function windowsQueues(): SystemQueues {
    const spooler = openWindowsSpooler(runProgram, env);
    const open = (address: SystemAddress) =>
      openWindowsPrinter(address, {
        printPdf: pdfToPrinter.print,
        sumatraPdfPath: sumatraPdfPath ?? packedSumatra(),
        spooler,
        now: () => new Date(),
        pause,
        waitMs,
        handingMs: 60_000,
      });
    return { list: () => spooler.queues(), open };
  }

  function cupsQueues(): SystemQueues {
    const scheduler = openScheduler({ run: runProgram, env, user: os.userInfo().username });
    const open = (address: SystemAddress) =>
      openCupsPrinter(address, { run: runProgram, scheduler, env, pause, waitMs });
    return { list: () => scheduler.queues(), open };
  }

  return {
    list: () => system.list(),
    open(address) {
      switch (address.kind) {
        case 'system':
          return system.open(address);
        case 'escpos':
          return openEscpos(address);
        case 'file':
          return openFilePrinter(address);
      }
    },
  };
}

type SystemAddress = Extract<PrinterAddress, { kind: 'system' }>;

interface SystemQueues {
  list(): Promise<FoundPrinter[]>;
  open(address: SystemAddress): Printer;
}
