import type { Input, Output } from '../../../shared/contract/index.ts';
import { cents } from '../../../shared/money.ts';
import { settle } from '../../domain/settlement.ts';
import { mayGoBelowZero } from '../../domain/stock.ts';
import { roundedForCash } from '../../domain/totals.ts';
import { standingOf } from '../../domain/rights.ts';
import { actorOf, type ReadContext } from '../context.ts';
import { allowedDate } from '../document-date.ts';
import { settingsOf } from '../settings-store.ts';
import { nameOfPlace, quantityAt } from '../stock-ledger.ts';
import { creditLimitMessage, overCreditLimit } from './check-sale.ts';
import { numbered, type PricedSale, priceSale, type SaleFields } from './price-sale.ts';
import { saleWarnings, type Warning } from './sale-warnings.ts';

/** What a sale would come to, priced by the same code as the sale itself; what would stop it is told as a warning. */
export function quoteTransaction(
  context: ReadContext,
  input: Input<'transactions.quote'>,
): Output<'transactions.quote'> {
  const date = allowedDate(context, input.businessDate);
  const sale = priceSale(context, input, date);
  const { cashRounding } = settingsOf(context.db).tax;
  const settlement = settle(sale.totals, input.payment, cashRounding);
  const { net, tax, rounding, total, taxes } = settlement.totals;
  return {
    businessDate: date,
    lines: numbered(sale.lines),
    meter: sale.meter,
    netAmount: net,
    taxAmount: tax,
    roundingAmount: rounding,
    totalAmount: total,
    taxes,
    cashTotal: cashRounding ? roundedForCash(sale.totals).total : sale.totals.total,
    isInvoiced: total > 0,
    warnings: [
      ...obstacles(context, sale, input, date < context.today, cents(Math.max(0, total - settlement.amount))),
      ...saleWarnings(context, sale, settlement),
    ],
  };
}

function obstacles(
  context: ReadContext,
  sale: PricedSale,
  input: SaleFields,
  isBackDated: boolean,
  owed: ReturnType<typeof cents>,
): Warning[] {
  const { db } = context;
  const over = overCreditLimit(db, sale.customer, owed);
  const needsRight = standingOf(actorOf(context).role) !== 'yes' && (sale.overrides.length > 0 || isBackDated);
  return [
    ...(over ? [{ code: 'CREDIT_LIMIT', message: creditLimitMessage(sale.customer, over) }] : []),
    ...(needsRight ? [{ code: 'APPROVAL_REQUIRED', message: 'A supervisor must approve this sale.' }] : []),
    ...(sale.unusual && !input.confirmUnusual ? [{ code: 'UNUSUAL_USAGE', message: sale.unusual }] : []),
    ...shortages(db, sale, input.confirmTruckShort ?? false),
  ];
}

function shortages(db: ReadContext['db'], sale: PricedSale, confirmTruckShort: boolean): Warning[] {
  const left = new Map<string, number>();
  return sale.moves.flatMap(({ from, to, equipmentId, quantity }) => {
    const [source, target] = [keyOf(from, equipmentId), keyOf(to, equipmentId)];
    const available = left.get(source) ?? quantityAt(db, from, equipmentId);
    left.set(source, available - quantity);
    left.set(target, (left.get(target) ?? quantityAt(db, to, equipmentId)) + quantity);
    if (available >= quantity || mayGoBelowZero(from, false, confirmTruckShort)) return [];
    const message = `${nameOfPlace(db, from)} has ${available} of this ${from.condition.toLowerCase()}, ${quantity} are needed.`;
    return [{ code: 'INSUFFICIENT_STOCK', message }];
  });
}

function keyOf(place: PricedSale['moves'][number]['from'], equipmentId: number): string {
  return `${place.kind} ${place.id} ${place.condition} ${equipmentId}`;
}
