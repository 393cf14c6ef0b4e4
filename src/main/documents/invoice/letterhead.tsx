import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { addressLines } from '../address.ts';
import { invoiceText } from './invoice-text.ts';

export function Letterhead({ invoice, copy }: { invoice: InvoiceSnapshot; copy: boolean }) {
  const { supplier } = invoice;
  return (
    <header className="letterhead">
      <div className="supplier">
        <p className="supplier-name">{supplier.name}</p>
        {addressLines(supplier.address, supplier.postalCode).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {supplier.uen !== null && (
          <p>
            {invoiceText.uen} {supplier.uen}
          </p>
        )}
        {invoice.gstMode !== null && supplier.gstNumber !== null && (
          <p>
            {invoiceText.gstNumber} {supplier.gstNumber}
          </p>
        )}
      </div>
      <div className="title">
        <h1>{invoice.title}</h1>
        <p className="number">{invoice.number}</p>
        {copy && <p className="copy">{invoiceText.copy}</p>}
      </div>
    </header>
  );
}
