import { asc, eq } from 'drizzle-orm';
import type { DeliveryNoteSnapshot, ReturnCondition } from '../../../shared/delivery-note-snapshot.ts';
import type { DistributionSlipSnapshot } from '../../../shared/distribution-slip-snapshot.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import type { ReceiptSnapshot } from '../../../shared/receipt-snapshot.ts';
import type { Db } from '../../db/db.ts';
import {
  commits,
  distributionItems,
  distributions,
  equipment,
  receipts,
  transactionLines,
  transactions,
} from '../../db/schema/index.ts';
import { customerById } from '../customer-rows.ts';
import { depotById } from '../depots.ts';
import { found } from '../not-found.ts';
import { customerOnPaper, supplierOnPaper } from '../on-paper.ts';
import { nameOfPlace } from '../stock-ledger.ts';
import { transactionById } from '../transactions.ts';
import { userById } from '../users.ts';

/** A receipt as it was issued, by its payment. @throws Refusal NOT_FOUND */
export function receiptSnapshot(db: Db, paymentId: number): ReceiptSnapshot {
  const row = db
    .select({ receipt: receipts, issuedAt: commits.instant })
    .from(receipts)
    .innerJoin(commits, eq(commits.seq, receipts.commitSeq))
    .where(eq(receipts.paymentId, paymentId))
    .get();
  const { receipt, issuedAt } = found(row, 'payment', paymentId);
  // Written by `takePayment` and protected by triggers; what was written before receipts held their supplier lacks it.
  const kept = JSON.parse(receipt.snapshot) as Omit<ReceiptSnapshot, 'supplier'> & Partial<ReceiptSnapshot>;
  const { number, businessDate, amount } = receipt;
  return { ...kept, supplier: kept.supplier ?? supplierOnPaper(db), number, businessDate, issuedAt, amount };
}

const RETURNS: ReadonlyMap<string | null, ReturnCondition> = new Map([
  ['EMPTY_RETURN', 'EMPTY'],
  ['HALF_RETURN', 'HALF'],
  ['DAMAGED_RETURN', 'DAMAGED'],
]);

/** What went out and came back in a sale. @throws Refusal NOT_FOUND */
export function deliveryNoteSnapshot(
  db: Db,
  transactionId: number,
  invoice: InvoiceSnapshot | null,
): DeliveryNoteSnapshot {
  const sale = transactionById(db, transactionId);
  const row = found(
    db.select().from(transactions).where(eq(transactions.id, transactionId)).get(),
    'transaction',
    transactionId,
  );
  const lines = db
    .select()
    .from(transactionLines)
    .where(eq(transactionLines.transactionId, transactionId))
    .orderBy(asc(transactionLines.lineNo))
    .all();
  const goods = lines.filter(
    ({ type, quantity }) => (type === 'cylinder' || type === 'equipment') && quantity !== null,
  );
  const customer = customerById(db, row.customerId);
  return {
    number: row.number,
    invoiceNumber: invoice?.number ?? null,
    businessDate: row.businessDate,
    issuedAt: row.createdAt,
    supplier: invoice?.supplier ?? supplierOnPaper(db),
    customer: invoice?.customer ?? { ...customerOnPaper(customer), name: row.customerName },
    poNumber: row.poNumber,
    remarks: row.remarks,
    servedBy: userById(db, sale.userId).fullName,
    source: nameOfPlace(db, { kind: row.sourceKind, id: row.sourceId }),
    goodsOut: goods
      .filter(({ action }) => !RETURNS.has(action))
      .map(({ description, quantity, ownership }) => ({
        description,
        quantity: quantity ?? 0,
        onLoan: ownership !== 'SOLD',
      })),
    goodsBack: goods.flatMap(({ description, quantity, action }) => {
      const condition = RETURNS.get(action);
      return condition === undefined ? [] : [{ description, quantity: quantity ?? 0, condition }];
    }),
  };
}

/** A distribution slip as it stands. @throws Refusal NOT_FOUND */
export function distributionSnapshot(db: Db, id: number): DistributionSlipSnapshot {
  const slip = found(db.select().from(distributions).where(eq(distributions.id, id)).get(), 'distribution', id);
  const driver = userById(db, slip.driverId);
  const items = db
    .select({
      description: equipment.name,
      direction: distributionItems.direction,
      condition: distributionItems.condition,
      quantity: distributionItems.quantity,
    })
    .from(distributionItems)
    .innerJoin(equipment, eq(equipment.id, distributionItems.equipmentId))
    .where(eq(distributionItems.distributionId, id))
    .orderBy(asc(distributionItems.lineNo))
    .all();
  return {
    number: slip.number,
    status: slip.status,
    businessDate: slip.businessDate,
    supplier: supplierOnPaper(db),
    depot: depotById(db, slip.depotId).name,
    driver: driver.fullName,
    vehicle: driver.vehicleNo,
    poNumber: slip.poNumber,
    remarks: slip.remarks,
    writtenBy: userById(db, slip.createdBy).fullName,
    writtenAt: slip.createdAt,
    confirmedBy: slip.confirmedBy === null ? null : userById(db, slip.confirmedBy).fullName,
    confirmedAt: slip.confirmedAt,
    items,
  };
}
