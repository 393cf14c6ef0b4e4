import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { instantOf } from '../../shared/dates.ts';
import { anchorLines, openAnchorFile, writeAnchorFile } from '../adapters/anchor-file.ts';
import { checkOpenCopy } from '../check-copy.ts';
import { syncFile } from '../db/copy-database.ts';
import type { Db } from '../db/db.ts';
import { openDatabase } from '../db/open.ts';
import { StartError } from '../db/start-error.ts';
import { linesAfter } from '../services/anchor-repair.ts';
import { todayFor, trailHead } from '../services/audit-trail.ts';
import { documentsLost, type LostDocument } from '../services/lost/documents-lost.ts';
import { noteRestore, type Restored } from '../services/lost/note-restore.ts';
import { operatorActor } from '../services/operator.ts';
import type { Clock, Log } from '../services/ports.ts';
import { commitUnit, type Ledger } from '../services/unit-of-work.ts';
import { knownBundles } from './known-bundles.ts';
import { declareReady, finishRestore, MAKING, ORDER_FILE } from './put-in-place.ts';

export interface RestoreOrder {
  /** Locked by the caller; nothing in it is open. */
  dataDir: string;
  /** The copy, wherever it lies; it stays as it is. */
  file: string;
  migrations: string;
  clock: Clock;
  log: Log;
  /** Restores it although what is written in it does not hold together. */
  despiteProblems: boolean;
}

/**
 * Restores the books from a copy (domain.md, "Owner, backup, restore"): reads all of it, brings it to this version, notes
 * in it what was lost since, keeps what is there under `saved/`, and puts it in place. A crash before the last step
 * leaves everything as it was; in it, the next start finishes it.
 *
 * @throws StartError with a sentence when the copy cannot be used; nothing has changed then
 */
export async function restoreBooks(order: RestoreOrder): Promise<Restored> {
  const { dataDir, file, migrations, clock } = order;
  await finishRestore(dataDir);
  const making = path.join(dataDir, MAKING);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  try {
    const books = path.join(making, 'depot.db');
    copyFileSync(file, books);
    // Of books that were copied by hand while they were open, or after a crash.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${books}-wal`);
    const db = openCopied(books, file, migrations);
    let restored: Restored;
    try {
      const bundles = await knownBundles(dataDir);
      restored = makeReady(db, order, bundles, `saved/${instantOf(clock.now()).replaceAll(/[:.]/g, '-')}`);
      db.$client.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.$client.close();
    }
    syncFile(books);
    rmSync(path.join(making, 'backups'), { recursive: true, force: true });
    writeFileSync(path.join(making, ORDER_FILE), JSON.stringify({ savedAs: restored.savedAs }), { flush: true });
    await declareReady(dataDir);
    await finishRestore(dataDir);
    return restored;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function openCopied(books: string, file: string, migrations: string): Db {
  try {
    return openDatabase(path.dirname(books), migrations);
  } catch (error) {
    // Whoever restores knows the copy by its own name.
    if (error instanceof StartError) throw new StartError(error.message.replaceAll(books, file));
    throw error;
  }
}

function makeReady(db: Db, order: RestoreOrder, bundles: Restored['bundles'], savedAs: string): Restored {
  const { dataDir, file, clock, log } = order;
  const now = clock.now();
  const oldAnchor = path.join(dataDir, 'anchor.jsonl');
  const { commit, problems } = checked(db, order, oldAnchor);
  const lost = documentsLost(db, anchorLines(oldAnchor));
  const anchored = lastLine(oldAnchor);
  const anchorFile = path.join(dataDir, MAKING, 'anchor.jsonl');
  writeAnchorFile(anchorFile, linesAfter(db, 0));
  const anchor = openAnchorFile(anchorFile);
  try {
    const restored: Restored = { file: path.basename(file), savedAs, commit, anchored, problems, lost, bundles };
    noteIt({ db, anchor, log }, now, restored);
    if (anchor.last()?.seq !== trailHead(db).seq) throw new StartError(`${anchorFile} cannot be written.`);
    return restored;
  } finally {
    anchor.close();
  }
}

function checked(db: Db, { file, clock, despiteProblems }: RestoreOrder, anchorFile: string) {
  let found: ReturnType<typeof checkOpenCopy>;
  try {
    found = checkOpenCopy(db, anchorFile, clock.now());
  } catch (error) {
    throw new StartError(`${file} cannot be restored: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (found.problems.length > 0 && !despiteProblems) {
    throw new StartError(
      [
        `${file} does not hold together:`,
        ...found.problems,
        'Take another copy, or restore it with --despite-problems.',
      ].join('\n'),
    );
  }
  return found;
}

function noteIt(ledger: Ledger, now: Date, restored: Restored): void {
  const { db } = ledger;
  const context = { db, now, today: todayFor(db, now), actor: null, sessionId: null, device: 'restore' };
  const facts = { ...context, actor: operatorActor(ledger, context), requestId: null, approver: null };
  commitUnit(ledger, { ...facts, verb: 'backups.restore' }, (unit) => noteRestore(unit, restored));
}

function lastLine(anchorFile: string): Restored['anchored'] {
  let last: Restored['anchored'] = null;
  for (const line of anchorLines(anchorFile)) if (line !== null) last = { seq: line.seq, head: line.head };
  return last;
}

/** One document a line, for whoever restores. */
export function lostLine({ number, customer, total, date }: LostDocument): string {
  return [number, date ?? '', customer ?? '', total ?? ''].join('  ').trimEnd();
}
