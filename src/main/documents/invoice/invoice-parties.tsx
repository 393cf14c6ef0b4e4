import { formatBusinessDate } from '../../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { addressLines } from '../address.ts';
import { Addressee, Parties } from '../parties.tsx';
import { invoiceText } from './invoice-text.ts';

/** Who is billed, beside what the invoice refers to. */
export function InvoiceParties({ invoice }: { invoice: InvoiceSnapshot }) {
  const { customer } = invoice;
  const address = addressLines(customer.address, customer.postalCode);
  return (
    <Parties
      facts={[
        { label: invoiceText.date, value: formatBusinessDate(invoice.businessDate) },
        { label: invoiceText.dueDate, value: invoice.dueDate && formatBusinessDate(invoice.dueDate) },
        { label: invoiceText.customerCode, value: customer.code },
        { label: invoiceText.poNumber, value: invoice.poNumber },
        { label: invoiceText.saleNumber, value: invoice.transactionNumber },
        { label: invoiceText.servedBy, value: invoice.servedBy },
        { label: invoiceText.source, value: invoice.source },
      ]}
    >
      <Addressee
        heading={invoiceText.billTo}
        name={customer.name}
        lines={customer.uen === null ? address : [...address, `${invoiceText.uen} ${customer.uen}`]}
      />
      {customer.siteAddress !== null && (
        <>
          <h2 className="further">{invoiceText.deliverTo}</h2>
          <p className="as-typed">{customer.siteAddress}</p>
        </>
      )}
    </Parties>
  );
}
