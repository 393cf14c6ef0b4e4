import type { Input } from '../../../shared/contract/index.ts';
import type { BusinessDate } from '../../../shared/dates.ts';
import { refuse, refuseField } from '../../../shared/errors.ts';
import { type Cents, cents, formatCents } from '../../../shared/money.ts';
import type { Gst } from '../../domain/gst.ts';
import type { MeterBilling, PricedLine } from '../../domain/sale.ts';
import { inPostingOrder, type Move, type Source } from '../../domain/stock.ts';
import { type Totals, totalsOf } from '../../domain/totals.ts';
import type { ReadContext } from '../context.ts';
import { customerById, type CustomerRow } from '../customer-rows.ts';
import { ownDepot } from '../depots.ts';
import { refuseForeignTruck } from '../own-truck.ts';
import { gstOn, settingsOf } from '../settings-store.ts';
import { activeDriver } from '../users.ts';
import { priceItem, type PricingBasis } from './price-items.ts';
import { priceMeter } from './price-meter.ts';

export type SaleInput = Input<'transactions.create'>;
export type SaleFields = Omit<SaleInput, 'requestId' | 'approval'>;

export interface PricedSale {
  customer: CustomerRow;
  source: Source;
  /** Whose business it is: the counter's depot, or the driver's. */
  depotId: number | null;
  businessDate: BusinessDate;
  gst: Gst | null;
  lines: PricedLine[];
  meter: MeterBilling | null;
  /** Before any cash rounding. */
  totals: Totals;
  moves: Move[];
  /** Places in `items` that carry another price than the standard one. */
  overrides: number[];
  unusual: string | null;
}

/**
 * Works out a whole sale without writing anything: the same for the quote and for the sale itself.
 *
 * @throws Refusal NOT_FOUND, INVALID_STATE, NO_RATE, METER_ROLLBACK, NEGATIVE_TOTAL, VALIDATION
 */
export function priceSale(context: ReadContext, input: SaleFields, businessDate: BusinessDate): PricedSale {
  const { db } = context;
  const customer = customerById(db, input.customerId);
  if (!customer.isActive) {
    refuse('INVALID_STATE', `${customer.name} is not an active customer.`, { status: 'INACTIVE' });
  }
  if (input.items.length === 0 && input.currentMeter === undefined) {
    refuseField('items', 'There is nothing to bill: add an item or a meter reading.');
  }
  const { source, depotId } = sourceOf(context, input.source);
  const gst = gstOn(settingsOf(db), businessDate);
  const basis: PricingBasis = { db, customerId: customer.id, source, businessDate, gst };
  const items = input.items.map((item, index) => priceItem(basis, item, index));
  const meter = priceMeter(basis, customer, input);
  const lines = [...items.map((item) => item.line), ...(meter?.line ? [meter.line] : [])];
  refuseTooMuch(lines.map((line) => line.amount));
  const totals = totalsOf(lines, gst);
  refuseTooMuch([totals.total]);
  if (totals.total < 0) {
    refuse('NEGATIVE_TOTAL', `The total would be ${formatCents(totals.total)}. Make a credit note instead.`, {
      total: formatCents(totals.total),
    });
  }
  return {
    customer,
    source,
    depotId,
    businessDate,
    gst,
    lines,
    meter: meter?.billing ?? null,
    totals,
    moves: inPostingOrder(items.flatMap((item) => item.move ?? [])),
    overrides: items.flatMap((item, index) => (item.isOverride ? [index] : [])),
    unusual: meter?.unusual ?? null,
  };
}

/** Far above any sale and far below where sums of money lose their cents or their place on paper. */
const LARGEST_SALE = cents(9_999_999_999);

/** A quantity keyed as a price, or a reading with two digits too many. @throws Refusal VALIDATION */
function refuseTooMuch(amounts: readonly Cents[]): void {
  if (amounts.every((amount) => Math.abs(amount) <= LARGEST_SALE)) return;
  refuseField('items', `This comes to more than ${formatCents(LARGEST_SALE)}: check quantities, prices and reading.`);
}

/** Lines with their places, from 1, as they stand in the books. */
export function numbered(lines: readonly PricedLine[]): (PricedLine & { lineNo: number })[] {
  return lines.map((line, index) => ({ ...line, lineNo: index + 1 }));
}

function sourceOf(context: ReadContext, source: SaleFields['source']): Pick<PricedSale, 'source' | 'depotId'> {
  if (source.kind === 'depot') {
    refuseForeignTruck(context, null);
    const { id } = ownDepot(context.db, source.depotId);
    return { source: { kind: 'DEPOT', id }, depotId: id };
  }
  refuseForeignTruck(context, source.driverId);
  const { id, depotId } = activeDriver(context.db, source.driverId);
  return { source: { kind: 'TRUCK', id }, depotId };
}
