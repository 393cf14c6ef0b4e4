import path from 'node:path';
import type { Output } from '../shared/contract/index.ts';
import { anchorBeside } from './adapters/anchor-file.ts';
import type { Db } from './db/db.ts';
import { damageOf } from './db/damage.ts';
import { openReader } from './db/open-reader.ts';
import { todayFor, trailHead } from './services/audit-trail.ts';
import { verifyAudit } from './services/audit-verify.ts';
import type { ReadContext } from './services/context.ts';
import { checkBooks } from './services/integrity.ts';
import type { Anchor } from './services/ports.ts';
import { checkStock } from './services/stock.ts';

/**
 * Checks the books of a data folder as they are at this moment: the file itself, then what is written in it. Takes as
 * long as reading everything does.
 *
 * @returns what does not fit, each in a sentence.
 */
export function checkBooksOf(dataDir: string, now: Date): string[] {
  return readBooks(dataDir, now, (context, anchor) => {
    const damage = damageOf(context.db.$client);
    return damage === null ? checkBooks(context, anchor) : [`The file of the books is damaged (${damage}).`];
  });
}

/** `audit.verify` of a data folder. */
export function verifyAuditOf(dataDir: string, now: Date): Output<'audit.verify'> {
  return readBooks(dataDir, now, verifyAudit);
}

/** `stock.check` of a data folder. */
export function checkStockOf(dataDir: string, now: Date): Output<'stock.check'> {
  return readBooks(dataDir, now, checkStock);
}

/** Reads one moment of the books with a connection of its own that cannot write, while another may go on writing. */
function readBooks<Found>(
  dataDir: string,
  now: Date,
  read: (context: ReadContext, anchor: Pick<Anchor, 'lines'>) => Found,
): Found {
  // Before the books: a line that is there already belongs to a commit that is there already.
  const anchor = anchorBeside(path.join(dataDir, 'anchor.jsonl'));
  const db = openReader(dataDir);
  try {
    // One moment of the books for all that is read. It writes nothing, so that closing is the end of it.
    db.$client.exec('BEGIN');
    const context = { db, now, today: todayFor(db, now), actor: null, sessionId: null, device: 'integrity' };
    return read(context, anchor(trailHead(db).seq));
  } finally {
    closeReader(db);
  }
}

/** A read that failed half-way may hold the connection; what it failed of is what must be told. */
function closeReader(db: Db): void {
  try {
    db.$client.close();
  } catch {
    // It ends with the thread.
  }
}
