import type { Place } from '../../domain/stock.ts';
import { type Books, openingKey, rateKey } from './books.ts';
import { fold } from './cells.ts';
import type { Company } from './read-company.ts';
import type { ImportFolder } from './read-folder.ts';
import type { Sheet } from './read-sheet.ts';

type RowsOf<Name extends keyof ImportFolder> =
  NonNullable<ImportFolder[Name]> extends Sheet<infer Value> ? Value[] : never;

export type OpeningRow = RowsOf<'opening'>[number];

/** What is not in the books yet. */
export interface Plan {
  company: Company | null;
  depots: RowsOf<'depots'>;
  users: RowsOf<'users'>;
  equipment: RowsOf<'equipment'>;
  services: RowsOf<'services'>;
  customers: RowsOf<'customers'>;
  rates: RowsOf<'rates'>;
  opening: RowsOf<'opening'>;
  /** By name of the file, for the files that came. */
  created: Record<string, number>;
  unchanged: Record<string, number>;
}

/** Decides what to write of a folder in which nothing is wrong: what the books know stays exactly as it is. */
export function planImport(folder: ImportFolder, books: Books): Plan {
  const created: Record<string, number> = {};
  const unchanged: Record<string, number> = {};
  const fresh = <Value>(name: string, sheet: Sheet<Value> | null, isKnown: (value: Value) => boolean): Value[] => {
    if (sheet === null) return [];
    const values = sheet.rows.flatMap(({ value }) => (value === null ? [] : [value]));
    const news = values.filter((value) => !isKnown(value));
    created[name] = news.length;
    unchanged[name] = values.length - news.length;
    return news;
  };
  const company = folder.company?.fields ?? null;
  if (company !== null) {
    created['company'] = books.siteCode === null ? 1 : 0;
    unchanged['company'] = books.siteCode === null ? 0 : 1;
  }
  return {
    company: books.siteCode === null ? company : null,
    depots: fresh('depots', folder.depots, ({ code }) => books.depots.has(fold(code))),
    users: fresh('users', folder.users, ({ username }) => books.users.has(fold(username))),
    equipment: fresh('equipment', folder.equipment, ({ sku }) => books.equipment.has(fold(sku))),
    services: fresh('services', folder.services, ({ code }) => books.services.has(fold(code))),
    customers: fresh('customers', folder.customers, ({ code }) => books.customers.has(fold(code))),
    rates: fresh('rates', folder.rates, ({ customer, sku, from }) => {
      const customerId = books.customers.get(fold(customer));
      const equipmentId = books.equipment.get(fold(sku));
      if (customerId === undefined || equipmentId === undefined) return false;
      return books.rates.has(rateKey(customerId, equipmentId, from));
    }),
    opening: fresh('opening', folder.opening, (row) => {
      const place = placeOf(row, books);
      const equipmentId = books.equipment.get(fold(row.sku));
      return place !== null && equipmentId !== undefined && books.opened.has(openingKey(place, equipmentId));
    }),
    created,
    unchanged,
  };
}

/** @returns `null` while the books do not know it. */
export function placeOf({ entity, code, condition }: OpeningRow, books: Books): Place | null {
  const key = fold(code);
  switch (entity) {
    case 'depot':
      return placeIn('DEPOT', books.depots.get(key), condition);
    case 'truck':
      return placeIn('TRUCK', books.users.get(key)?.id, condition);
    case 'customer':
      return placeIn('CUSTOMER', books.customers.get(key), condition);
  }
}

function placeIn(kind: Place['kind'], id: number | undefined, condition: Place['condition']): Place | null {
  return id === undefined ? null : { kind, id, condition };
}
