import { formatCents } from '../../../shared/money.ts';
import type { Settlement } from '../../domain/settlement.ts';
import { onSite } from '../../domain/stock.ts';
import { clockBack, clockSentence } from '../clock.ts';
import type { ReadContext } from '../context.ts';
import { settingsOf } from '../settings-store.ts';
import { quantityAt } from '../stock-ledger.ts';
import type { PricedSale } from './price-sale.ts';

export interface Warning {
  code: string;
  message: string;
}

/** What the clerk should know although the sale may go on. */
export function saleWarnings(context: ReadContext, sale: PricedSale, settlement: Settlement): Warning[] {
  return [...clockWarning(context), ...unpaidWarning(context, sale, settlement), ...siteLimitWarning(context, sale)];
}

function clockWarning({ db, now }: ReadContext): Warning[] {
  const back = clockBack(db, now);
  return back === null ? [] : [{ code: 'CLOCK_BACK', message: clockSentence(back) }];
}

function unpaidWarning({ db }: ReadContext, { customer }: PricedSale, { totals, amount }: Settlement): Warning[] {
  const unpaid = totals.total - amount;
  if (customer.paymentType !== 'CASH' || unpaid <= 0 || !settingsOf(db).billing.warnUnpaidCash) return [];
  const text = formatCents(unpaid as typeof amount);
  return [{ code: 'UNPAID', message: `${customer.name} pays cash, but ${text} is left unpaid.` }];
}

function siteLimitWarning({ db }: ReadContext, { customer, moves }: PricedSale): Warning[] {
  const limit = customer.siteCylinderLimit;
  if (limit === null) return [];
  const place = onSite(customer.id);
  const touched = new Set(moves.map((move) => move.equipmentId));
  let held = [...touched].reduce((sum, equipmentId) => sum + quantityAt(db, place, equipmentId), 0);
  for (const move of moves) {
    if (move.to.kind === 'CUSTOMER') held += move.quantity;
    if (move.from.kind === 'CUSTOMER') held -= move.quantity;
  }
  if (held <= limit) return [];
  return [{ code: 'SITE_LIMIT', message: `${held} cylinders would be on site; ${limit} are allowed there.` }];
}
