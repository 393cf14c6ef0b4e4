import path from 'node:path';
import { openAnchorFile } from './adapters/anchor-file.ts';
import { openDocumentStore } from './adapters/document-store.ts';
import { type Fonts, openFonts } from './adapters/fonts.ts';
import { readKeyFile } from './adapters/key-file.ts';
import { openLogFiles } from './adapters/log-files.ts';
import { createPasswords } from './adapters/passwords.ts';
import type { PdfRenderer } from './adapters/pdf.ts';
import { createTokens } from './adapters/tokens.ts';
import { lockFolder } from './db/folder-lock.ts';
import type { Db } from './db/db.ts';
import { openDatabase } from './db/open.ts';
import { StartError } from './db/start-error.ts';
import { createInvoicePapers } from './outbox/invoice-papers.ts';
import { startWorker } from './outbox/worker.ts';
import { findProgramFiles } from './program-files.ts';
import { repairAnchor } from './services/anchor-repair.ts';
import { createHandlers } from './services/handlers.ts';
import type { Clock, Log, Passwords } from './services/ports.ts';
import type { Dispatch } from './transport/call.ts';
import { createDispatcher } from './transport/dispatcher.ts';

export interface ConsoleOptions {
  dataDir: string;
  pdf: PdfRenderer;
  /** The machine's, unless a test or the demonstration lives on another day. */
  clock?: Clock;
  passwords?: Passwords;
  /** Where the documents' fonts lie; out/fonts of the build. */
  fontsDir?: string;
}

export interface DepotConsole {
  dispatch: Dispatch;
  /** For what a transport refuses or breaks before the dispatcher sees it. */
  log: Log;
  /** Resolves when every queued document has been tried. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

const machineClock: Clock = { now: () => new Date() };

/**
 * Opens the books of a data folder and everything around them: the composition root of both hosts.
 *
 * @throws StartError with a sentence for the person in front of the screen; nothing stays open or locked then.
 */
export async function openConsole(options: ConsoleOptions): Promise<DepotConsole> {
  const files = findProgramFiles();
  const { dataDir, pdf, clock = machineClock, passwords = createPasswords(), fontsDir = files.fonts } = options;
  const lock = lockFolder(dataDir);
  const opened: { close(): void }[] = [{ close: () => lock.release() }];
  try {
    const db = openDatabase(dataDir, files.migrations);
    opened.unshift({ close: () => closeDatabase(db) });
    const log = openLogFiles(path.join(dataDir, 'logs'));
    opened.unshift(log);
    const anchor = openAnchorFile(path.join(dataDir, 'anchor.jsonl'));
    opened.unshift(anchor);
    const repaired = repairAnchor(db, anchor);
    if (repaired > 0) log.warning(`The anchor file lacked ${repaired} lines, which were written again.`);
    const store = await openDocumentStore(path.join(dataDir, 'documents'));
    const papers = createInvoicePapers(pdf, store, lazyFonts(fontsDir));
    const tokens = createTokens(readKeyFile(path.join(dataDir, 'keys', 'tokens.key')));
    const ledger = { db, anchor, log };
    const handlers = createHandlers({ ledger, passwords, tokens, papers, version: files.version });
    const worker = startWorker({ db, clock, papers, log });
    const dispatch = createDispatcher({ ledger, clock, handlers, tokens, passwords, onCommit: worker.poke });
    worker.poke();
    return {
      dispatch,
      log,
      drain: () => worker.drain(),
      async close() {
        await worker.close();
        await pdf.close();
        closeAll(opened);
      },
    };
  } catch (error) {
    closeAll(opened);
    await pdf.close();
    throw error instanceof StartError ? error : new StartError(explain(dataDir, error));
  }
}

/** The index of fonts is read when the first document is drawn, not when the counter opens. */
function lazyFonts(folder: string): Fonts {
  let fonts: Fonts | null = null;
  return {
    cssFor(text) {
      fonts ??= openFonts(folder);
      return fonts.cssFor(text);
    },
  };
}

function closeDatabase(db: Db): void {
  // Leaves one file behind, which is what somebody who copies the folder expects.
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  db.$client.close();
}

function closeAll(opened: readonly { close(): void }[]): void {
  for (const part of opened) part.close();
}

function explain(dataDir: string, error: unknown): string {
  return `The data folder ${dataDir} cannot be used: ${error instanceof Error ? error.message : String(error)}`;
}
