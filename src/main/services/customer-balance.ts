import { eq, sql } from 'drizzle-orm';
import { type Cents, ZERO_CENTS } from '../../shared/money.ts';
import type { Db } from '../db/db.ts';
import { customerAccounts } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';

const add = statement((db) =>
  db
    .insert(customerAccounts)
    .values({ customerId: sql.placeholder('customerId'), balance: sql.placeholder('amount') })
    .onConflictDoUpdate({
      target: customerAccounts.customerId,
      set: { balance: sql`${customerAccounts.balance} + excluded.balance` },
    })
    .prepare(),
);

/** Keeps the cached balance in step with the ledger: plus for what is owed, minus for what is paid. */
export function addToCustomerBalance(db: Db, customerId: number, amount: Cents): void {
  add(db).run({ customerId, amount });
}

/** What a customer owes; negative is his credit. */
export function balanceOf(db: Db, customerId: number): Cents {
  const row = db
    .select({ balance: customerAccounts.balance })
    .from(customerAccounts)
    .where(eq(customerAccounts.customerId, customerId))
    .get();
  return row?.balance ?? ZERO_CENTS;
}
