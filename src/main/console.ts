import path from 'node:path';
import { openAnchorFile } from './adapters/anchor-file.ts';
import { type BackupOrder, openBackups } from './adapters/backups.ts';
import { type BundleOptions, type BundleOrder, BUNDLES_FOLDER } from './adapters/bundles.ts';
import type { Courier } from './adapters/courier/courier.ts';
import { openCourier } from './adapters/courier/open-courier.ts';
import { openDocumentStore } from './adapters/document-store.ts';
import { type Fonts, openFonts } from './adapters/fonts.ts';
import { openIntegrityThread } from './adapters/integrity-thread.ts';
import { readKeyFile } from './adapters/key-file.ts';
import { openLogFiles } from './adapters/log-files.ts';
import { createPasswords } from './adapters/passwords.ts';
import type { Mailer } from './adapters/mailer.ts';
import { openMailer } from './adapters/mailer-smtp.ts';
import type { PdfRenderer } from './adapters/pdf.ts';
import type { Printers } from './adapters/printer.ts';
import { openSecretBox } from './adapters/secret-box.ts';
import { openSpoolFolder } from './adapters/spool-folder.ts';
import { openTaskThread } from './adapters/task-thread.ts';
import { createTokens } from './adapters/tokens.ts';
import { lockFolder } from './db/folder-lock.ts';
import type { Db } from './db/db.ts';
import { openDatabase } from './db/open.ts';
import { BooksDamagedError, StartError } from './db/start-error.ts';
import { folderFiles } from './import/folder-files.ts';
import { startBackupRounds } from './outbox/backup-rounds.ts';
import { startExportRounds } from './outbox/export-rounds.ts';
import { openOutbox } from './outbox/open-outbox.ts';
import { createPapers } from './outbox/papers.ts';
import { openMachinePrinters } from './machine-printers.ts';
import { openSiteBundles } from './open-bundles.ts';
import { findProgramFiles } from './program-files.ts';
import { createReportFiles } from './report-files.ts';
import { withOffer } from './restore/offer.ts';
import { finishRestore } from './restore/put-in-place.ts';
import { repairAnchor } from './services/anchor-repair.ts';
import { createHandlers } from './services/handlers.ts';
import type { IntegrityReport } from './services/integrity.ts';
import type { Clock, Log, Passwords, RestoreBooks } from './services/ports.ts';
import { findSettings } from './services/settings-store.ts';
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
  /** This computer's, unless a test watches what is printed. */
  printers?: Printers;
  mailer?: Mailer;
  /** To head office, unless a test watches what goes there. */
  courier?: Courier;
  /** In a thread of its own, unless a test waits for it. */
  makeBackup?: (order: BackupOrder) => Promise<unknown>;
  makeBundle?: BundleOptions['make'];
  /** Of a host that can open its books again: `openRestorable`. */
  restore?: RestoreBooks;
  /** Why the last restore of this program was not done, in a sentence. */
  restoreTrouble?: string | null;
}

export interface DepotConsole {
  dispatch: Dispatch;
  /** For what a transport refuses or breaks before the dispatcher sees it. */
  log: Log;
  /** Resolves when every queued document has been tried. */
  drain(): Promise<void>;
  /** Checks the books now, and again whatever was checked before; at the start that happens by itself. */
  checkBooks(): Promise<IntegrityReport>;
  /** Copies the books if a copy is due; every half minute that happens by itself. */
  backUp(): Promise<void>;
  /** Makes a bundle if one is due; every half minute that happens by itself. */
  makeDueBundle(): Promise<void>;
  /** May be called again. Commands that still run are refused then. */
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
  const { mailer = openMailer() } = options;
  const parts = createParts();
  try {
    parts.add(() => pdf.close());
    const lock = lockFolder(dataDir);
    parts.add(() => lock.release());
    await finishRestore(dataDir);
    const db = openDatabase(dataDir, files.migrations);
    parts.add(() => closeDatabase(db));
    const log = openLogFiles(path.join(dataDir, 'logs'));
    parts.add(() => log.close());
    const anchor = openAnchorFile(path.join(dataDir, 'anchor.jsonl'));
    parts.add(() => anchor.close());
    const repaired = repairAnchor(db, anchor);
    if (repaired > 0) log.warning(`The anchor file lacked ${repaired} lines, which were written again.`);
    const store = await openDocumentStore(path.join(dataDir, 'documents'));
    const fonts = lazyFonts(fontsDir);
    const papers = createPapers(pdf, store, fonts);
    const tokens = createTokens(readKeyFile(path.join(dataDir, 'keys', 'tokens.key')));
    const secrets = openSecretBox(path.join(dataDir, 'keys', 'secrets.key'));
    const printers = options.printers ?? openMachinePrinters(db, pdf, fonts);
    const ledger = { db, anchor, log };
    const integrity = openIntegrityThread({ program: files.integrityWorker, dataDir, clock, log });
    parts.add(() => integrity.close());
    const secondFolder = () => findSettings(db)?.backup.secondFolder ?? null;
    const copier = openTaskThread<BackupOrder>(files.backupWorker);
    const { makeBackup = copier.run, restoreTrouble: firstTrouble = null } = options;
    const backups = openBackups({ make: makeBackup, dataDir, clock, log, secondFolder, firstTrouble });
    parts.add(() => Promise.all([backups.close(), copier.close()]));
    const bundler = openTaskThread<BundleOrder>(files.bundleWorker);
    parts.add(() => bundler.close());
    const bundles = openSiteBundles(dataDir, bundler, options.makeBundle);
    const rounds = startBackupRounds({ db, clock, backups });
    parts.add(() => rounds.close());
    const { courier = openCourier({ folder: path.join(dataDir, BUNDLES_FOLDER), mailer }) } = options;
    const spool = await openSpoolFolder(path.join(dataDir, 'spool'));
    const worker = openOutbox({ ledger, clock, papers, printers, spool, mailer, secrets, courier });
    parts.add(() => worker.close());
    const exportRounds = startExportRounds({ ledger, clock, bundles, onMade: worker.poke });
    parts.add(() => exportRounds.close());
    const reportFiles = createReportFiles(pdf, fonts, clock);
    const delivery = { papers, outbox: worker, printers, secrets, reportFiles };
    const sample = () => folderFiles(files.sample);
    const { restore = null } = options;
    const checks = { version: files.version, integrity, backups, restore, bundles, exportRounds, courier };
    const handlers = createHandlers({ ledger, passwords, tokens, sample, ...checks, ...delivery });
    const dispatch = createDispatcher({ ledger, clock, handlers, tokens, passwords, onCommit: worker.poke });
    worker.poke();
    return {
      dispatch,
      log,
      drain: () => worker.drain(),
      checkBooks: () => integrity.check(),
      backUp: () => rounds.look(),
      makeDueBundle: () => exportRounds.look(),
      close: () => parts.close(),
    };
  } catch (error) {
    // What is said is why it could not open; a part that does not close either has the same cause.
    await parts.close().catch(() => undefined);
    if (error instanceof BooksDamagedError) throw await withOffer(error, dataDir);
    throw error instanceof StartError ? error : new StartError(explain(dataDir, error));
  }
}

/**
 * What has been opened, to be closed the other way round: first whoever still writes, last the lock. Closing twice is
 * closing once; a part that fails keeps no other from being closed.
 */
function createParts() {
  const closers: (() => unknown)[] = [];
  let closing: Promise<void> | null = null;
  async function closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of closers.toReversed()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
  return {
    add(close: () => unknown) {
      closers.push(close);
    },
    close(): Promise<void> {
      closing ??= closeAll();
      return closing;
    },
  };
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
  try {
    // Leaves one file behind, which is what somebody who copies the folder expects.
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk. What was committed lies in the WAL, where the next opening finds it.
  } finally {
    db.$client.close();
  }
}

function explain(dataDir: string, error: unknown): string {
  return `The data folder ${dataDir} cannot be used: ${error instanceof Error ? error.message : String(error)}`;
}
