import type { CylinderAction, Ownership } from './stock.ts';
import type { TaxCategory } from '../../shared/invoice-snapshot.ts';
import type { Cents, Rate } from '../../shared/money.ts';
import type { MilliCubicMetres } from '../../shared/quantity.ts';

/** A line of a sale with its price; amounts are final to the cent. */
export interface PricedLine {
  type: 'cylinder' | 'service' | 'equipment' | 'deposit' | 'meter';
  action: CylinderAction | null;
  ownership: Ownership | null;
  equipmentId: number | null;
  serviceId: number | null;
  description: string;
  /** Pieces; `null` on a meter line. */
  quantity: number | null;
  /** Gas used; `null` on every other line. */
  usage: MilliCubicMetres | null;
  rate: Rate;
  rateReason: string | null;
  amount: Cents;
  taxCategory: TaxCategory;
}

/** The meter's part of a sale. */
export interface MeterBilling {
  previous: MilliCubicMetres | null;
  current: MilliCubicMetres;
  usage: MilliCubicMetres;
  rate: Rate | null;
  amount: Cents;
  isEstimated: boolean;
  isRollover: boolean;
  isBaseline: boolean;
}

const NONE = { action: null, ownership: null, equipmentId: null, serviceId: null, usage: null, rateReason: null };

/** A line with what its kind does not have left empty. */
export function pricedLine(
  fields: Pick<PricedLine, 'type' | 'description' | 'quantity' | 'rate' | 'amount' | 'taxCategory'> &
    Partial<PricedLine>,
): PricedLine {
  return { ...NONE, ...fields };
}
