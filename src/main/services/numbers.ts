import { sql } from 'drizzle-orm';
import { type BusinessDate, yearOf } from '../../shared/dates.ts';
import type { Db } from '../db/db.ts';
import { sequences } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { documentNumber, type NumberKind } from '../domain/numbering.ts';
import type { Unit } from './context.ts';
import { settingsOf } from './settings-store.ts';

const next = statement((db) =>
  db
    .insert(sequences)
    .values({ kind: sql.placeholder('kind'), year: sql.placeholder('year'), last: 1 })
    .onConflictDoUpdate({ target: [sequences.kind, sequences.year], set: { last: sql`${sequences.last} + 1` } })
    .returning({ last: sequences.last })
    .prepare(),
);

/**
 * Issues the next number of a kind in the document's year, or the one a lost document had. Given back only by rolling the
 * whole verb back.
 */
export function nextNumber(unit: Unit, kind: NumberKind, date: BusinessDate): string {
  const own = unit.lostNumbers?.get(kind);
  if (own !== undefined) {
    unit.lostNumbers?.delete(kind);
    return own;
  }
  const year = yearOf(date);
  const { last } = next(unit.db).get({ kind, year });
  return documentNumber(kind, settingsOf(unit.db).company.siteCode, year, last);
}

/** Never again a number up to this one: it stands on paper somewhere. */
export function skipNumbers(db: Db, kind: NumberKind, year: number, upTo: number): void {
  db.insert(sequences)
    .values({ kind, year, last: upTo })
    .onConflictDoUpdate({
      target: [sequences.kind, sequences.year],
      set: { last: sql`max(${sequences.last}, excluded.last)` },
    })
    .run();
}
