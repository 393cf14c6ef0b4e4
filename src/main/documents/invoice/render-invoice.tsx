import { formatInstant } from '../../../shared/dates.ts';
import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { Letterhead } from '../letterhead.tsx';
import { Remarks } from '../remarks.tsx';
import { copyMark, type DocumentOptions, renderSheetDocument } from '../sheet-document.tsx';
import { InvoiceParties } from './invoice-parties.tsx';
import { invoiceText } from './invoice-text.ts';
import { LinesTable } from './lines-table.tsx';
import { MeterBlock } from './meter-block.tsx';
import { Settlement } from './settlement.tsx';
import { Totals } from './totals.tsx';

export interface RenderInvoiceOptions extends DocumentOptions {
  /** The text of a PayNow code for what is owed (`invoicePayNowQr`); `null` when there is nothing to ask for. */
  payNow: string | null;
}

/**
 * The full A4 invoice of a snapshot as one self-contained HTML document: a "Tax Invoice" with all that IRAS asks for,
 * or, without a GST number, an "Invoice" without a word about GST (domain.md, "Tax invoice").
 */
export function renderInvoice(invoice: InvoiceSnapshot, { fontCss, copy, payNow }: RenderInvoiceOptions): string {
  const marks = copyMark(copy);
  return renderSheetDocument({
    sheet: 'A4',
    title: `${invoice.title} ${invoice.number}`,
    foot: invoiceText.issued(formatInstant(invoice.issuedAt)),
    marks,
    body: (
      <main>
        <Letterhead
          supplier={invoice.supplier}
          withGstNumber={invoice.gstMode !== null}
          title={invoice.title}
          number={invoice.number}
          marks={marks}
        />
        <InvoiceParties invoice={invoice} />
        <LinesTable invoice={invoice} closing={<Closing invoice={invoice} payNow={payNow} />} />
        <Remarks remarks={invoice.remarks} />
      </main>
    ),
    fontCss,
  });
}

function Closing({ invoice, payNow }: { invoice: InvoiceSnapshot; payNow: string | null }) {
  return (
    <div className="closing">
      <div className="closing-notes">
        <Settlement invoice={invoice} payNow={payNow} />
        {invoice.meter !== null && <MeterBlock meter={invoice.meter} />}
      </div>
      <Totals invoice={invoice} />
    </div>
  );
}
