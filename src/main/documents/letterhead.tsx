import type { InvoiceSnapshot } from '../../shared/invoice-snapshot.ts';
import { addressLines } from './address.ts';
import { documentText } from './document-text.ts';

interface LetterheadProps {
  supplier: InvoiceSnapshot['supplier'];
  /** Only on documents that are about GST. */
  withGstNumber: boolean;
  title: string;
  number: string;
  /** What sets this paper apart: `COPY`, `DRAFT`. */
  marks: string[];
}

/** Who issues a document, beside what it is. */
export function Letterhead({ supplier, withGstNumber, title, number, marks }: LetterheadProps) {
  return (
    <header className="letterhead">
      <div className="supplier">
        <p className="supplier-name">{supplier.name}</p>
        {addressLines(supplier.address, supplier.postalCode).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {supplier.uen !== null && (
          <p>
            {documentText.uen} {supplier.uen}
          </p>
        )}
        {withGstNumber && supplier.gstNumber !== null && (
          <p>
            {documentText.gstNumber} {supplier.gstNumber}
          </p>
        )}
      </div>
      <div className="title">
        <h1>{title}</h1>
        <p className="number">{number}</p>
        {marks.map((mark) => (
          <p key={mark} className="mark">
            {mark}
          </p>
        ))}
      </div>
    </header>
  );
}
