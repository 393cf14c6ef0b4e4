import { formatBusinessDate } from '../../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { addCents, negateCents, ZERO_CENTS, type Cents } from '../../../shared/money.ts';
import { printCents } from '../figures.ts';
import { Facts } from './facts.tsx';
import { invoiceText } from './invoice-text.ts';

/** What was paid when the sale was made, and how to pay what is still owed. */
export function Settlement({ invoice }: { invoice: InvoiceSnapshot }) {
  const owed = addCents(invoice.total, negateCents(invoice.payment?.amount ?? ZERO_CENTS));
  return (
    <>
      <PaymentReceived invoice={invoice} owed={owed} />
      {owed > 0 && <HowToPay invoice={invoice} />}
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
          { label: invoiceText.paidBy, value: invoiceText.methods.get(payment.method) ?? payment.method },
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

function HowToPay({ invoice: { dueDate, number, supplier } }: { invoice: InvoiceSnapshot }) {
  return (
    <section>
      <h2>{invoiceText.howToPay}</h2>
      <p>{dueDate === null ? invoiceText.payNow : invoiceText.payBy(formatBusinessDate(dueDate))}</p>
      {supplier.paynow !== null && (
        <Facts
          facts={[
            { label: invoiceText.paynow[supplier.paynow.kind], value: supplier.paynow.value },
            { label: invoiceText.paymentReference, value: number },
          ]}
        />
      )}
    </section>
  );
}
