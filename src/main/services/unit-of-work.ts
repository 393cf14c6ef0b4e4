import type { Db } from '../db/db.ts';
import { writeTransaction } from '../db/tx.ts';
import { notingRows, type WrittenRows } from '../db/written-rows.ts';
import { repairAnchor } from './anchor-repair.ts';
import { openCommit, todayFor, trailHead, writeTrail } from './audit-trail.ts';
import { instantFor } from './clock.ts';
import type { Approver, AuditNote, ReadContext, Unit } from './context.ts';
import type { Anchor, AnchorLine, IssuedDocument, Log } from './ports.ts';

export interface UnitFacts extends Omit<ReadContext, 'db' | 'today'> {
  verb: string;
  requestId: string | null;
  approver: Approver | null;
}

export interface Ledger {
  db: Db;
  anchor: Anchor;
  log: Log;
}

/**
 * Runs one verb as one transaction, with its audit rows and its commit inside, and appends the anchor line after it.
 * A run that notes nothing changed nothing and makes no commit; a ledger row written all the same fails the transaction.
 *
 * @throws whatever `run` throws, with nothing written.
 */
export function commitUnit<Value>(ledger: Ledger, facts: UnitFacts, run: (unit: Unit) => Value): Value {
  let line: AnchorLine | null = null;
  const work = (written: WrittenRows) => {
    const head = trailHead(ledger.db);
    const instant = instantFor(ledger.db, facts.now);
    const today = todayFor(ledger.db, facts.now, head);
    const notes: AuditNote[] = [];
    const documents: IssuedDocument[] = [];
    const { verb, actor, approver } = facts;
    const seq = head.seq + 1;
    let isOpen = false;
    const open = () => {
      if (isOpen) return;
      openCommit(ledger.db, { seq, instant, businessDate: today, userId: actor?.id ?? null, verb });
      isOpen = true;
    };
    const result = run({
      db: ledger.db,
      now: facts.now,
      actor: facts.actor,
      sessionId: facts.sessionId,
      device: facts.device,
      requestId: facts.requestId,
      approver: facts.approver,
      // Whoever asks is about to write a row that points to the commit.
      get seq() {
        open();
        return seq;
      },
      instant,
      today,
      audit: (note) => notes.push(note),
      isAudited: () => notes.length > 0,
      issued: (document) => documents.push(document),
    });
    if (isOpen && notes.length === 0) throw new Error(`${verb} wrote to the books and noted nothing for the audit`);
    if (notes.length > 0) {
      open();
      const businessDate = today;
      line = writeTrail(ledger.db, head, { instant, businessDate, verb, actor, approver, notes, documents, written });
    }
    return result;
  };
  const value = writeTransaction(ledger.db, () => notingRows(ledger.db, work));
  if (line !== null) appendAnchor(ledger, line);
  return value;
}

/**
 * The books are committed already: a full disk here is reported, never undone. The line is written with the next
 * commit's, or at the next start.
 */
function appendAnchor({ db, anchor, log }: Ledger, line: AnchorLine): void {
  try {
    const lacksEarlier = (anchor.last()?.seq ?? 0) < line.seq - 1;
    if (lacksEarlier) repairAnchor(db, anchor);
    else anchor.append(line);
  } catch (error) {
    log.warning(`The anchor file could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
