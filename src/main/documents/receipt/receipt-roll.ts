import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import type { ReceiptSnapshot } from '../../../shared/receipt-snapshot.ts';
import type { RollDocument } from '../../../shared/roll-document.ts';
import { methodName } from '../document-text.ts';
import { figureRow, factRow, numberCode, rollHead, rollIssued } from '../roll/roll-blocks.ts';
import { receiptText } from './receipt-text.ts';
import { settledBy } from './settled-by.ts';

/** A receipt for the till's roll, with its number as a code that the counter's scanner finds. */
export function receiptRoll(receipt: ReceiptSnapshot): RollDocument {
  const { tendered, change } = receipt;
  return {
    title: `${receiptText.title} ${receipt.number}`,
    blocks: [
      ...rollHead({ ...receipt, title: receiptText.title, withGstNumber: false }),
      { kind: 'rule' },
      factRow(receiptText.date, formatBusinessDate(receipt.businessDate)),
      factRow(receiptText.receivedFrom, receipt.customerName),
      factRow(receiptText.customerCode, receipt.customerCode),
      factRow(receiptText.receivedBy, receipt.servedBy),
      { kind: 'rule' },
      { kind: 'text', text: receiptText.inPaymentOf, bold: true },
      ...settledBy(receipt).map(({ label, amount }) => figureRow(label, amount)),
      { kind: 'rule' },
      { ...figureRow(receiptText.received, receipt.amount, receiptText.currency), bold: true, size: 'large' },
      factRow(receiptText.paidBy, methodName(receipt.method)),
      ...(receipt.reference === null ? [] : [factRow(receiptText.reference, receipt.reference)]),
      ...(tendered === null ? [] : [figureRow(receiptText.tendered, tendered)]),
      ...(change === null ? [] : [figureRow(receiptText.change, change)]),
      numberCode(receipt.number),
      rollIssued(formatInstant(receipt.issuedAt)),
    ],
    opensDrawer: receipt.method === 'CASH',
  };
}
