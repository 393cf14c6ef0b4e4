import type { Db } from './db.ts';

/**
 * A statement prepared once for each database and used again: drizzle's builder takes thirty times as long as the
 * statement itself.
 */
export function statement<Prepared>(prepare: (db: Db) => Prepared): (db: Db) => Prepared {
  const prepared = new WeakMap<Db, Prepared>();
  return (db) => {
    const known = prepared.get(db);
    if (known !== undefined) return known;
    const made = prepare(db);
    prepared.set(db, made);
    return made;
  };
}
