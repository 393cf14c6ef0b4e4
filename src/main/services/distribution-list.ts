import type { Input, Output } from '../../shared/contract/index.ts';
import { distributions } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { datedBetween } from './dated.ts';
import { numbered, startingWith } from './document-search.ts';
import { pageOf } from './keyset.ts';
import { anyOf, equals } from './list-filter.ts';
import { scopeOf, within } from './read-scope.ts';

export function listDistributions(
  context: ReadContext,
  input: Input<'distributions.list'>,
): Output<'distributions.list'> {
  const { db } = context;
  const { id, businessDate, number, poNumber } = distributions;
  const page = pageOf(
    db,
    input,
    { id, descending: input.sort === '-id' },
    [
      input.search
        ? anyOf(
            numbered(db, ['DST'], { id, date: businessDate, text: number }, input.search),
            startingWith(db, { id, text: poNumber }, input.search),
          )
        : undefined,
      input.status === 'CONFIRMED' ? undefined : equals(distributions.status, input.status),
      equals(distributions.driverId, input.driverId),
      within(scopeOf(context), distributions.depotId, distributions.driverId),
      datedBetween(db, { id, date: businessDate }, input.from, input.to),
      equals(distributions.depotId, input.depotId),
      input.status === 'CONFIRMED' ? equals(distributions.status, input.status) : undefined,
    ],
    {
      table: distributions,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(distributions)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [null, row.id],
    },
  );
  return { ...page, items: page.items.map(({ commitSeq: _commitSeq, ...row }) => row) };
}
