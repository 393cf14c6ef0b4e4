import type { Input } from '../../../shared/contract/index.ts';
import type { BusinessDate } from '../../../shared/dates.ts';
import { refuse, refuseField } from '../../../shared/errors.ts';
import type { TaxCategory } from '../../../shared/invoice-snapshot.ts';
import { amountOf, type Cents, type Rate, rateFromCents } from '../../../shared/money.ts';
import type { Db } from '../../db/db.ts';
import { categoryFor, type Gst } from '../../domain/gst.ts';
import { standardRate } from '../../domain/pricing.ts';
import { type PricedLine, pricedLine } from '../../domain/sale.ts';
import { cylinderMove, equipmentMove, type Move, type Ownership, type Source } from '../../domain/stock.ts';
import { contractRates } from '../customer-rows.ts';
import { equipmentById } from '../equipment.ts';
import { serviceById } from '../service-catalogue.ts';

export type SaleItem = Input<'transactions.create'>['items'][number];
type ItemOf<Type extends SaleItem['type']> = Extract<SaleItem, { type: Type }>;

export interface PricingBasis {
  db: Db;
  customerId: number;
  source: Source;
  businessDate: BusinessDate;
  gst: Gst | null;
}

export interface PricedItem {
  line: PricedLine;
  move: Move | null;
  /** The clerk asked for another price than the standard one. */
  isOverride: boolean;
}

const RETURN_NAMES = {
  EMPTY_RETURN: 'empty return',
  HALF_RETURN: 'half return',
  DAMAGED_RETURN: 'damaged return',
} as const;

/**
 * Prices one item and says what it moves (domain.md, "Billing a sale", 1–4 and "Sale lines that move stock").
 *
 * @throws Refusal NOT_FOUND; NO_RATE; VALIDATION when the item does not fit its equipment.
 */
export function priceItem(basis: PricingBasis, item: SaleItem, index: number): PricedItem {
  switch (item.type) {
    case 'cylinder':
      return priceCylinder(basis, item, index);
    case 'service':
      return priceService(basis, item, index);
    case 'equipment':
      return priceEquipment(basis, item, index);
    case 'deposit':
      return priceDeposit(basis, item, index);
  }
}

function priceCylinder(basis: PricingBasis, item: ItemOf<'cylinder'>, index: number): PricedItem {
  const { equipmentId, quantity, action } = item;
  const equipment = usable(basis, equipmentId, index);
  if (equipment.equipmentType !== 'CYLINDER') {
    refuseField(`items.${index}.equipmentId`, `${equipment.name} is not a cylinder.`);
  }
  const move = cylinderMove(action, equipmentId, quantity, basis.source, basis.customerId);
  const common = {
    type: 'cylinder',
    action,
    equipmentId,
    quantity,
    taxCategory: categoryFor('SR', basis.gst),
  } as const;
  if (action !== 'DELIVER') {
    if (item.rate) refuseField(`items.${index}.rate`, 'A return costs nothing: leave the rate out.');
    const description = `${equipment.name}, ${RETURN_NAMES[action]}`;
    return {
      line: pricedLine({ ...common, description, rate: 0 as Rate, amount: 0 as Cents }),
      move,
      isOverride: false,
    };
  }
  const contract = contractRates(basis.db, basis.customerId, equipmentId);
  const standard = standardRate(contract, equipment.listPrice, basis.businessDate);
  const chosen = chooseRate(item, standard, index, equipmentId, equipment.name);
  const line = pricedLine({ ...common, description: equipment.name, ...priced(quantity, chosen) });
  return { line, move, isOverride: chosen.isOverride };
}

function priceService(basis: PricingBasis, item: ItemOf<'service'>, index: number): PricedItem {
  const { serviceId, quantity } = item;
  const service = serviceById(basis.db, serviceId);
  if (!service.isActive) refuseField(`items.${index}.serviceId`, `${service.name} is not offered any more.`);
  const chosen = chooseRate(item, rateFromCents(service.price), index, null, service.name);
  const line = pricedLine({
    type: 'service',
    serviceId,
    quantity,
    description: item.description || service.name,
    taxCategory: categoryFor(service.taxCategory, basis.gst),
    ...priced(quantity, chosen),
  });
  return { line, move: null, isOverride: chosen.isOverride };
}

function priceEquipment(basis: PricingBasis, item: ItemOf<'equipment'>, index: number): PricedItem {
  const { equipmentId, quantity } = item;
  const equipment = usable(basis, equipmentId, index);
  if (equipment.equipmentType === 'CYLINDER') {
    refuseField(`items.${index}.equipmentId`, `${equipment.name} is a cylinder: it is delivered, not sold.`);
  }
  const ownership: Ownership = item.ownership ?? (equipment.equipmentType === 'METER' ? 'LOAN' : 'SOLD');
  const contract = contractRates(basis.db, basis.customerId, equipmentId);
  // What is lent stays ours, so it has no price; its deposit is a line of its own.
  const standard = ownership === 'LOAN' ? (0 as Rate) : standardRate(contract, equipment.listPrice, basis.businessDate);
  const chosen = chooseRate(item, standard, index, equipmentId, equipment.name);
  const line = pricedLine({
    type: 'equipment',
    ownership,
    equipmentId,
    quantity,
    description: ownership === 'LOAN' ? `${equipment.name}, on loan` : equipment.name,
    taxCategory: categoryFor('SR', basis.gst),
    ...priced(quantity, chosen),
  });
  const move = equipmentMove(ownership, equipmentId, quantity, basis.source, basis.customerId);
  return { line, move, isOverride: chosen.isOverride };
}

function priceDeposit(basis: PricingBasis, item: ItemOf<'deposit'>, index: number): PricedItem {
  const { equipmentId, quantity } = item;
  const equipment = usable(basis, equipmentId, index);
  const standard = equipment.deposit === null ? null : rateFromCents(equipment.deposit);
  const asked = item.amount === undefined ? undefined : rateFromCents(item.amount);
  const chosen = chooseRate({ rate: asked }, standard, index, equipmentId, `the deposit of ${equipment.name}`);
  const taxCategory: TaxCategory = categoryFor('OS', basis.gst);
  const description = `Deposit, ${equipment.name}`;
  const line = pricedLine({
    type: 'deposit',
    equipmentId,
    quantity,
    description,
    taxCategory,
    ...priced(quantity, chosen),
  });
  return { line, move: null, isOverride: chosen.isOverride };
}

interface ChosenRate {
  rate: Rate;
  rateReason: string | null;
  isOverride: boolean;
}

function chooseRate(
  item: { rate?: Rate | undefined; rateReason?: string | undefined },
  standard: Rate | null,
  index: number,
  equipmentId: number | null,
  name: string,
): ChosenRate {
  if (item.rate !== undefined && item.rate !== standard) {
    return { rate: item.rate, rateReason: item.rateReason || null, isOverride: true };
  }
  if (standard !== null) return { rate: standard, rateReason: null, isOverride: false };
  return refuse('NO_RATE', `Item ${index + 1}: there is no price for ${name}. Set one, or key a rate.`, {
    equipmentId,
  });
}

function priced(quantity: number, { rate, rateReason }: ChosenRate) {
  return { rate, rateReason, amount: amountOf(quantity, rate) };
}

function usable(basis: PricingBasis, equipmentId: number, index: number) {
  const equipment = equipmentById(basis.db, equipmentId);
  if (!equipment.isActive) refuseField(`items.${index}.equipmentId`, `${equipment.name} is not in use any more.`);
  return equipment;
}
