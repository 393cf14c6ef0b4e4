import { formatBusinessDate } from '../../../shared/dates.ts';
import { type InvoiceSnapshot, owedOn } from '../../../shared/invoice-snapshot.ts';
import type { Cents } from '../../../shared/money.ts';
import { methodName } from '../document-text.ts';
import { Facts } from '../facts.tsx';
import { printCents } from '../figures.ts';
import { QrCode, qrGridOf } from '../qr-code.tsx';
import { invoiceText } from './invoice-text.ts';

/** What was paid when the sale was made, and how to pay what is still owed: `payNow` as a code for a bank's app. */
export function Settlement({ invoice, payNow }: { invoice: InvoiceSnapshot; payNow: string | null }) {
  const owed = owedOn(invoice);
  return (
    <>
      <PaymentReceived invoice={invoice} owed={owed} />
      {owed > 0 && <HowToPay invoice={invoice} payNow={payNow} />}
    </>
  );
}

function PaymentReceived({ invoice: { payment }, owed }: { invoice: InvoiceSnapshot; owed: Cents }) {
  if (payment === null) return null;
  return (
    <section>
      <h2>{invoiceText.paid}</h2>
      <Facts
        facts={[
          { label: invoiceText.paidBy, value: methodName(payment.method) },
          { label: invoiceText.amountPaid, value: printCents(payment.amount) },
          { label: invoiceText.tendered, value: payment.tendered === null ? null : printCents(payment.tendered) },
          { label: invoiceText.change, value: payment.change === null ? null : printCents(payment.change) },
          { label: invoiceText.receiptNumber, value: payment.receiptNumber },
          { label: invoiceText.reference, value: payment.reference },
          { label: invoiceText.balanceDue, value: owed > 0 ? printCents(owed) : null },
        ]}
      />
    </section>
  );
}

function HowToPay({ invoice, payNow }: { invoice: InvoiceSnapshot; payNow: string | null }) {
  const { dueDate, number, supplier } = invoice;
  const facts = supplier.paynow !== null && (
    <Facts
      facts={[
        { label: invoiceText.paynow[supplier.paynow.kind], value: supplier.paynow.value },
        { label: invoiceText.paymentReference, value: number },
      ]}
    />
  );
  return (
    <section>
      <h2>{invoiceText.howToPay}</h2>
      <p>{dueDate === null ? invoiceText.payNow : invoiceText.payBy(formatBusinessDate(dueDate))}</p>
      {payNow === null ? (
        facts
      ) : (
        <div className="payment-code">
          <QrCode grid={qrGridOf(payNow)} widthMm={26} />
          <div>{facts}</div>
        </div>
      )}
    </section>
  );
}
