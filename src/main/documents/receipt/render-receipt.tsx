import { formatBusinessDate, formatInstant } from '../../../shared/dates.ts';
import type { ReceiptSnapshot } from '../../../shared/receipt-snapshot.ts';
import { methodName } from '../document-text.ts';
import { DocumentTable } from '../document-table.tsx';
import { printCents } from '../figures.ts';
import { Letterhead } from '../letterhead.tsx';
import { Addressee, Parties } from '../parties.tsx';
import { copyMark, type DocumentOptions, renderSheetDocument } from '../sheet-document.tsx';
import type { Sheet } from '../sheet.ts';
import { receiptText } from './receipt-text.ts';
import { settledBy } from './settled-by.ts';

export interface RenderReceiptOptions extends DocumentOptions {
  sheet: Sheet;
}

/** A receipt for a laser printer: what was taken, from whom, and what it paid. */
export function renderReceipt(receipt: ReceiptSnapshot, { sheet, fontCss, copy }: RenderReceiptOptions): string {
  const marks = copyMark(copy);
  return renderSheetDocument({
    sheet,
    title: `${receiptText.title} ${receipt.number}`,
    foot: receiptText.issued(formatInstant(receipt.issuedAt)),
    marks,
    body: (
      <main>
        <Letterhead
          supplier={receipt.supplier}
          withGstNumber={false}
          title={receiptText.title}
          number={receipt.number}
          marks={marks}
        />
        <ReceiptParties receipt={receipt} />
        <Settled receipt={receipt} />
      </main>
    ),
    fontCss,
  });
}

function ReceiptParties({ receipt }: { receipt: ReceiptSnapshot }) {
  const { tendered, change } = receipt;
  return (
    <Parties
      facts={[
        { label: receiptText.date, value: formatBusinessDate(receipt.businessDate) },
        { label: receiptText.paidBy, value: methodName(receipt.method) },
        { label: receiptText.reference, value: receipt.reference },
        { label: receiptText.tendered, value: tendered === null ? null : printCents(tendered) },
        { label: receiptText.change, value: change === null ? null : printCents(change) },
        { label: receiptText.receivedBy, value: receipt.servedBy },
      ]}
    >
      <Addressee
        heading={receiptText.receivedFrom}
        name={receipt.customerName}
        lines={[`${receiptText.customerCode} ${receipt.customerCode}`]}
      />
    </Parties>
  );
}

function Settled({ receipt }: { receipt: ReceiptSnapshot }) {
  return (
    <DocumentTable
      columns={[
        { head: receiptText.inPaymentOf, kind: 'words', cell: (share) => share.label },
        {
          head: receiptText.amount,
          kind: 'figure',
          cell: (share) => printCents(share.amount),
          total: `${receiptText.currency} ${printCents(receipt.amount)}`,
        },
      ]}
      rows={settledBy(receipt)}
      totalLabel={receiptText.amountReceived}
    />
  );
}
