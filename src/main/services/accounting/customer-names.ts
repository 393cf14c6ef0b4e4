import { sql } from 'drizzle-orm';
import type { Db } from '../../db/db.ts';

export interface NamedCustomer {
  name: string;
  email: string | null;
  address: string;
  postalCode: string;
}

/**
 * What customers are called in a bookkeeper's program, which knows them by nothing but their name: two who are called the
 * same would become one, so that each has his code behind it.
 */
export function customerNames(db: Db): (customerId: number) => NamedCustomer {
  const known = new Map<number, NamedCustomer>();
  return (customerId) => {
    const found = known.get(customerId) ?? nameOf(db, customerId);
    known.set(customerId, found);
    return found;
  };
}

function nameOf(db: Db, customerId: number): NamedCustomer {
  const { code, isShared, ...row } = db.get<NamedCustomer & { code: string; isShared: number }>(sql`
    SELECT name, code, email, address, postal_code AS postalCode, EXISTS (
      SELECT 1 FROM customers AS other WHERE other.name = customers.name AND other.id <> customers.id) AS isShared
    FROM customers WHERE id = ${customerId}`);
  return { ...row, name: isShared === 1 ? `${row.name} (${code})` : row.name };
}
