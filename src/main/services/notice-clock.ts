import { desc, eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { audit } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { type ClockBack, clockBack, clockSentence } from './clock.ts';
import type { ReadContext } from './context.ts';
import { commitUnit, type Ledger } from './unit-of-work.ts';

const ACTION = 'clock:back';

const lastNoted = statement((db) =>
  db
    .select({ before: audit.before })
    .from(audit)
    .where(eq(audit.action, ACTION))
    .orderBy(desc(audit.seq))
    .limit(1)
    .prepare(),
);

/**
 * Audits a clock that was set back, before the first command that runs under it (domain.md, "Numbers"). Once for each
 * time: while the clock is behind, the last instant known stays the same, and tells one episode from the next.
 */
export function noticeClock(ledger: Ledger, context: ReadContext): void {
  const back = clockBack(ledger.db, context.now);
  if (back === null || isNoted(ledger.db, back)) return;
  ledger.log.warning(clockSentence(back));
  commitUnit(ledger, { ...context, verb: 'system.clock', requestId: null, approver: null }, (unit) => {
    unit.audit({
      action: ACTION,
      entityType: 'clock',
      before: { instant: back.last },
      after: { instant: back.now, device: context.device },
    });
  });
}

function isNoted(db: Db, { last }: ClockBack): boolean {
  return lastNoted(db).get()?.before === JSON.stringify({ instant: last });
}
