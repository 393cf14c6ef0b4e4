import type { WireOutput } from '../../shared/contract/index.ts';
import { ask } from './ask.ts';
import { type Equipment, fetchEquipment } from './catalogue.ts';
import { documentNumbered } from './find-document.ts';

export type FoundCustomer = WireOutput<'customers.list'>['items'][number];

/** What a code stands for. */
export type Scanned =
  | { kind: 'equipment'; equipment: Equipment }
  | { kind: 'customer'; customer: FoundCustomer }
  | { kind: 'document'; number: string; path: string };

/** Where more is told about it, and what it is called. */
export function placeOf(found: Scanned): { name: string; path: string } {
  switch (found.kind) {
    case 'equipment':
      return { name: found.equipment.name, path: '/stock' };
    case 'customer':
      return { name: found.customer.name, path: `/customers/${found.customer.id}` };
    case 'document':
      return { name: found.number, path: found.path };
  }
}

const ENOUGH = 50;

/**
 * The equipment with this barcode or SKU, the document with this number, or the customer with this code; `null` when
 * nothing has it.
 *
 * @throws {ApiProblem}
 */
export async function findScanned(code: string): Promise<Scanned | null> {
  const wanted = code.trim().toUpperCase();
  const isWanted = (text: string | null) => text?.toUpperCase() === wanted;
  const goods = await fetchEquipment();
  const equipment = goods.find(({ barcode, sku, isActive }) => isActive && (isWanted(barcode) || isWanted(sku)));
  if (equipment) return { kind: 'equipment', equipment };
  const document = await documentNumbered(wanted);
  if (document) return { kind: 'document', number: document.number, path: document.path };
  const { items } = await ask('customers.list', { search: code.trim(), limit: ENOUGH, isActive: true });
  const customer = items.find((row) => isWanted(row.code));
  return customer ? { kind: 'customer', customer } : null;
}
