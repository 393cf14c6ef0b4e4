import path from 'node:path';
import { anchorBeside } from './adapters/anchor-file.ts';
import type { Db } from './db/db.ts';
import { openReader } from './db/open-reader.ts';
import { todayFor, trailHead } from './services/audit-trail.ts';
import { checkBooks } from './services/integrity.ts';

/** A read that failed half-way may hold the connection; what it failed of is what must be told. */
function closeReader(db: Db): void {
  try {
    db.$client.close();
  } catch {
    // It ends with the thread.
  }
}

/**
 * Checks the books of a data folder as they are at this moment, with a connection of its own that cannot write, while
 * another may go on writing. Takes as long as reading everything does.
 *
 * @returns what does not fit, each in a sentence.
 */
export function checkBooksOf(dataDir: string, now: Date): string[] {
  // Before the books: a line that is there already belongs to a commit that is there already.
  const anchor = anchorBeside(path.join(dataDir, 'anchor.jsonl'));
  const db = openReader(dataDir);
  try {
    // One moment of the books for all that is read. It writes nothing, so that closing is the end of it.
    db.$client.exec('BEGIN');
    const context = { db, now, today: todayFor(db, now), actor: null, sessionId: null, device: 'integrity' };
    return checkBooks(context, anchor(trailHead(db).seq));
  } finally {
    closeReader(db);
  }
}
