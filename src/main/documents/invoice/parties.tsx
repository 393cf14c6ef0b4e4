import { formatBusinessDate } from '../../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { addressLines } from '../address.ts';
import { Facts } from './facts.tsx';
import { invoiceText } from './invoice-text.ts';

/** Who is billed, beside what the invoice refers to. */
export function Parties({ invoice }: { invoice: InvoiceSnapshot }) {
  const { customer } = invoice;
  return (
    <section className="parties">
      <div>
        <h2>{invoiceText.billTo}</h2>
        <p className="customer-name">{customer.name}</p>
        {addressLines(customer.address, customer.postalCode).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {customer.uen !== null && (
          <p>
            {invoiceText.uen} {customer.uen}
          </p>
        )}
        {customer.siteAddress !== null && (
          <>
            <h2 className="further">{invoiceText.deliverTo}</h2>
            <p className="as-typed">{customer.siteAddress}</p>
          </>
        )}
      </div>
      <Facts
        facts={[
          { label: invoiceText.date, value: formatBusinessDate(invoice.businessDate) },
          { label: invoiceText.dueDate, value: invoice.dueDate && formatBusinessDate(invoice.dueDate) },
          { label: invoiceText.customerCode, value: customer.code },
          { label: invoiceText.poNumber, value: invoice.poNumber },
          { label: invoiceText.saleNumber, value: invoice.transactionNumber },
          { label: invoiceText.servedBy, value: invoice.servedBy },
          { label: invoiceText.source, value: invoice.source },
        ]}
      />
    </section>
  );
}
