import { and, gt, inArray } from 'drizzle-orm';
import { parseCents } from '../../../shared/money.ts';
import { exports as exported, jobs, lostDocuments, sessions } from '../../db/schema/index.ts';
import { readDocumentNumber } from '../../domain/numbering.ts';
import type { Unit } from '../context.ts';
import { skipNumbers } from '../numbers.ts';
import type { LostDocument } from './documents-lost.ts';

const UNKNOWN_SINCE =
  'The books were restored from a copy: look whether this was printed or mailed since, and try again if it was not.';

/** A bundle as it lies in its folder. */
export type KnownBundle = Omit<typeof exported.$inferInsert, 'id' | 'createdAt' | 'holdsTo'>;

export interface Restored {
  /** The copy's file name. */
  file: string;
  /** Where what was there before lies. */
  savedAs: string;
  /** The last commit of the copy, and of the anchor file before. */
  commit: number;
  anchored: { seq: number; head: string } | null;
  problems: readonly string[];
  lost: readonly LostDocument[];
  /** Those that were made, also after the copy. */
  bundles: readonly KnownBundle[];
}

/**
 * Notes in restored books what became of them: numbers go on after the highest one known, what was lost is listed, and
 * its numbers stay in the anchor file. Nothing that may have been printed or mailed since is printed or mailed by itself,
 * and everybody signs in again.
 */
export function noteRestore(unit: Unit, restored: Restored): void {
  const { db, instant } = unit;
  const { lost, bundles, ...facts } = restored;
  for (const document of lost) {
    const read = readDocumentNumber(document.number);
    if (read !== null) skipNumbers(db, read.kind, read.year, read.count);
    keepAsLost(unit, document);
    unit.issued(document);
  }
  keepSequence(unit, restored, bundles);
  const isUnderWay = and(inArray(jobs.kind, ['PRINT', 'MAIL']), inArray(jobs.state, ['queued', 'running']));
  db.update(jobs).set({ state: 'failed', finishedAt: instant, lastError: UNKNOWN_SINCE }).where(isUnderWay).run();
  db.update(sessions).set({ revokedAt: instant }).run();
  const after = { ...facts, lost: lost.map(({ number }) => number) };
  unit.audit({ action: 'backups.restore', entityType: 'backup', entityNumber: restored.file, after });
}

/**
 * Head office may have bundles with commits that are lost: the next bundle follows the last of them, and says up to where
 * they still hold.
 */
function keepSequence({ db, instant }: Unit, { commit }: Restored, bundles: readonly KnownBundle[]): void {
  for (const bundle of bundles) {
    db.insert(exported)
      .values({ ...bundle, createdAt: instant })
      .onConflictDoNothing({ target: exported.sequence })
      .run();
  }
  db.update(exported).set({ holdsTo: commit }).where(gt(exported.toCommit, commit)).run();
}

function keepAsLost({ db, instant }: Unit, { number, customer, total, date, of }: LostDocument): void {
  const row = {
    belongsTo: of,
    customer,
    total: total === null ? null : parseCents(total),
    businessDate: date ?? null,
    restoredAt: instant,
    state: 'lost' as const,
    reason: null,
  };
  db.insert(lostDocuments)
    .values({ number, ...row })
    .onConflictDoUpdate({ target: lostDocuments.number, set: row })
    .run();
}
