import { anchorLines } from './adapters/anchor-file.ts';
import type { Db } from './db/db.ts';
import { damageOfCopy } from './db/damage.ts';
import { openFileToRead } from './db/open-reader.ts';
import { linesAfter } from './services/anchor-repair.ts';
import { todayFor, trailHead } from './services/audit-trail.ts';
import { checkBooks } from './services/integrity.ts';
import type { Anchor } from './services/ports.ts';

export interface CheckedCopy {
  /** The last commit in it. */
  commit: number;
  /** What does not hold together in what is written there, each a sentence. */
  problems: string[];
}

/**
 * Opens a copy of the books of this version and reads all of it: the file, the stock, the audit, the balances.
 *
 * @param anchorFile lines beyond the copy's last commit are no business of it
 * @throws Error with a sentence when the file itself is damaged
 */
export function checkCopy(file: string, anchorFile: string, now: Date): CheckedCopy {
  const db = openFileToRead(file);
  try {
    return checkOpenCopy(db, anchorFile, now);
  } finally {
    db.$client.close();
  }
}

/** The same of one that is open. */
export function checkOpenCopy(db: Db, anchorFile: string, now: Date): CheckedCopy {
  const damage = damageOfCopy(db.$client);
  if (damage !== null) throw new Error(`The copy is damaged (${damage}).`);
  const context = { db, now, today: todayFor(db, now), actor: null, sessionId: null, device: 'integrity' };
  return { commit: trailHead(db).seq, problems: checkBooks(context, anchorUpTo(db, anchorFile)) };
}

/** The anchor file as far as these books go. What it lacks of them says nothing against them. */
function anchorUpTo(db: Db, anchorFile: string): Pick<Anchor, 'lines'> {
  const end = trailHead(db).seq;
  return {
    *lines() {
      let last = 0;
      for (const line of anchorLines(anchorFile)) {
        if (line !== null && line.seq > end) break;
        last = line?.seq ?? last;
        yield line;
      }
      yield* linesAfter(db, last);
    },
  };
}
