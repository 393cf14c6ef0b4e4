import type { Input, Output } from '../../../shared/contract/index.ts';
import { type Settlement, settle } from '../../domain/settlement.ts';
import { actorOf, type Unit } from '../context.ts';
import { deliverSale, type SaleDelivery } from '../delivery/deliver-sale.ts';
import { documentDate } from '../document-date.ts';
import { invoiceRowById } from '../invoice-rows.ts';
import { nextNumber } from '../numbers.ts';
import { refuseForeignPocket } from '../own-truck.ts';
import { payableInvoices } from '../payments.ts';
import { settingsOf } from '../settings-store.ts';
import { postMoves } from '../stock-ledger.ts';
import { takePayment } from '../take-payment.ts';
import { assembleTransaction } from '../transactions.ts';
import { userById } from '../users.ts';
import { foundOnSite, refuseOverCreditLimit, refuseUnapprovedPrices, refuseUnusualUsage } from './check-sale.ts';
import { numbered, type PricedSale, priceSale } from './price-sale.ts';
import { saleWarnings } from './sale-warnings.ts';
import { type IssuedInvoice, writeInvoice } from './write-invoice.ts';
import { writeSale } from './write-sale.ts';

type SaleInput = Input<'transactions.create'>;
type Answer = Output<'transactions.create'>;

/**
 * Bills a sale in one step: stock, meter, lines, invoice, payment, receipt and the jobs of PDF, print and mail
 * (domain.md, "Billing a sale").
 *
 * @throws Refusal for every rule of that section; then nothing is written and no number is used.
 */
export function createTransaction(unit: Unit, input: SaleInput): Answer {
  const { db } = unit;
  const businessDate = documentDate(unit, input.businessDate);
  refuseForeignPocket(unit, input.payment?.collectedBy);
  const sale = priceSale(unit, input, businessDate);
  refuseUnapprovedPrices(unit, sale);
  refuseUnusualUsage(sale, input);
  const settlement = settle(sale.totals, input.payment, settingsOf(db).tax.cashRounding);
  refuseOverCreditLimit(unit, sale.customer, settlement.totals.total, settlement.amount);
  const warnings = saleWarnings(unit, sale, settlement);
  const transaction = writeSale(unit, sale, settlement.totals, input);
  const posting = { businessDate, documentKind: 'TRANSACTION' } as const;
  const document = { ...posting, documentId: transaction.id, documentNumber: transaction.number };
  postMoves(unit, foundOnSite(unit, sale), { ...document, reason: unit.approver?.reason ?? null });
  postMoves(unit, sale.moves, { ...document, confirmTruckShort: input.confirmTruckShort ?? false });
  const billed = settlement.totals.total > 0 ? billSale(unit, input, sale, settlement, transaction) : null;
  const delivered = deliver(unit, input, sale, transaction, billed);
  const answer: Answer = {
    transaction: assembleTransaction({
      row: transaction,
      invoiceId: billed?.invoice.id ?? null,
      lines: numbered(sale.lines),
      taxes: settlement.totals.taxes.toSorted((a, b) => (a.category < b.category ? -1 : 1)),
      meter: sale.meter,
    }),
    invoice: billed && { ...invoiceRowById(db, billed.invoice.id), delivery: delivered.delivery },
    receipt: billed?.receipt ?? null,
    warnings: [...warnings, ...delivered.warnings],
  };
  unit.audit({
    action: 'transactions.create',
    entityType: 'transaction',
    entityId: transaction.id,
    entityNumber: transaction.number,
    after: {
      customer: sale.customer.code,
      total: settlement.totals.total,
      invoice: answer.invoice?.number ?? null,
      receipt: answer.receipt?.number ?? null,
      overrides: sale.overrides.map((index) => sale.lines[index]),
    },
  });
  return answer;
}

interface Billed {
  invoice: IssuedInvoice;
  receipt: Answer['receipt'];
}

function deliver(
  unit: Unit,
  input: SaleInput,
  sale: PricedSale,
  { id, number }: { id: number; number: string },
  billed: Billed | null,
): SaleDelivery {
  const driverId = sale.source.kind === 'TRUCK' ? sale.source.id : null;
  const owner = { depotId: sale.depotId, driverId };
  const receipt = billed?.receipt ?? null;
  const papers = {
    invoice: billed && {
      subject: { ...owner, kind: 'invoice' as const, id: billed.invoice.id, number: billed.invoice.number },
      snapshot: billed.invoice.snapshot,
    },
    receipt: receipt && { ...owner, kind: 'receipt' as const, id: receipt.paymentId, number: receipt.number },
    deliveryNote: billed === null ? { ...owner, kind: 'deliveryNote' as const, id, number } : null,
    email: sale.customer.email || null,
  };
  return deliverSale(unit, papers, input.deliver);
}

function billSale(
  unit: Unit,
  input: SaleInput,
  sale: PricedSale,
  settlement: Settlement,
  transaction: { id: number; number: string },
): Billed {
  const { businessDate, customer } = sale;
  const number = nextNumber(unit, 'INV', businessDate);
  const { payment } = input;
  const { totals, amount, tendered, change } = settlement;
  if (payment === undefined) {
    return {
      invoice: writeInvoice(unit, sale, input, { number, transaction, totals, payment: null }),
      receipt: null,
    };
  }
  if (payment.collectedBy !== undefined) userById(unit.db, payment.collectedBy);
  const receiptNumber = nextNumber(unit, 'RCT', businessDate);
  const money = {
    method: payment.method,
    amount,
    tendered,
    change,
    reference: payment.reference || null,
    receiptNumber,
  };
  const invoice = writeInvoice(unit, sale, input, { number, transaction, totals, payment: money });
  // Cash of a truck sale is in the driver's pocket until he hands it in.
  const holder = sale.source.kind === 'TRUCK' ? sale.source.id : actorOf(unit).id;
  const collectedBy = payment.collectedBy ?? holder;
  const own = { invoiceId: invoice.id, number, outstanding: totals.total };
  const older = payableInvoices(unit.db, customer.id).filter(({ invoiceId }) => invoiceId !== invoice.id);
  const taken = { ...money, customer, businessDate, collectedBy, depotId: sale.depotId, transactionId: transaction.id };
  return { invoice, receipt: takePayment(unit, taken, [own, ...older]).receipt };
}
