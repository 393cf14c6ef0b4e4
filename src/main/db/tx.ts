import type { Db } from './db.ts';

/**
 * Runs one synchronous `BEGIN IMMEDIATE` transaction: all of it is committed, or nothing.
 * An asynchronous callback is refused, because its awaited half would run after the commit.
 */
export function writeTransaction<Value>(db: Db, run: () => Value): Value {
  return db.$client
    .transaction(() => {
      const value = run();
      if (value instanceof Promise)
        throw new TypeError('a write transaction is synchronous: nothing may be awaited in it');
      return value;
    })
    .immediate();
}
