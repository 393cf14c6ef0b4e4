import type { WireOutput } from '../../../shared/contract/index.ts';
import type { Equipment } from '../../data/catalogue.ts';

/**
 * The price a delivered cylinder will most likely have, shown before a quantity is typed. The host decides
 * (domain.md, "Billing a sale", 1).
 */
export function rateHint(
  equipment: Equipment,
  customer: WireOutput<'customers.get'> | undefined,
  businessDate: string,
): string | null {
  const inForce = customer?.rates
    .filter((rate) => rate.equipmentId === equipment.id && rate.from <= businessDate)
    .toSorted((left, right) => right.from.localeCompare(left.from))[0];
  return inForce?.rate ?? equipment.listPrice;
}
