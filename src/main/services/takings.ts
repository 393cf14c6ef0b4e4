import { type SQL, sql } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { addDays } from '../../shared/dates.ts';
import { addCents, cents } from '../../shared/money.ts';
import { payments } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { type Scope, scopeOf } from './read-scope.ts';

type Day = Output<'reports.takings'>['items'][number];
type Taken = Day['byMethod'][number] & Pick<Day, 'date'>;

/** Money taken on each of the last days, of what the reader may see: counter staff their depot's, drivers their own. */
export function takings(context: ReadContext, { days }: Input<'reports.takings'>): Output<'reports.takings'> {
  const { db, today } = context;
  const first = addDays(today, 1 - days);
  const { businessDate, method, kind, amount } = payments;
  const taken = db
    .all<Taken>(sql`
      SELECT ${businessDate} AS date, ${method} AS method, sum(iif(${kind} = 'PAYMENT', ${amount}, -${amount})) AS amount
      FROM ${payments} WHERE ${businessDate} BETWEEN ${first} AND ${today} AND ${isVisible(scopeOf(context))}
      GROUP BY ${businessDate}, ${method} ORDER BY ${businessDate}, ${method}`)
    .map((row) => ({ ...row, amount: cents(row.amount) }));
  const byDate = Map.groupBy(taken, ({ date }) => date);
  const items = Array.from({ length: days }, (_, index): Day => {
    const date = addDays(first, index);
    const byMethod = (byDate.get(date) ?? []).map((row) => ({ method: row.method, amount: row.amount }));
    return { date, total: addCents(...byMethod.map((row) => row.amount)), byMethod };
  });
  return { items };
}

function isVisible(scope: Scope): SQL {
  switch (scope.kind) {
    case 'all':
      return sql`1`;
    case 'depot':
      return sql`+${payments.depotId} = ${scope.depotId}`;
    case 'own':
      return sql`(+${payments.collectedBy} = ${scope.userId} OR +${payments.userId} = ${scope.userId})`;
  }
}
