import type { InvoiceSnapshot } from '../../../shared/invoice-snapshot.ts';
import { printCents } from '../figures.ts';
import { invoiceText } from './invoice-text.ts';
import { totalRowsOf } from './total-rows.ts';

export function Totals({ invoice }: { invoice: InvoiceSnapshot }) {
  return (
    <table className="totals">
      <tbody>
        {totalRowsOf(invoice).map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className="figure">{printCents(row.amount)}</td>
          </tr>
        ))}
        <tr className="payable">
          <th scope="row">{invoiceText.totalPayable}</th>
          <td className="figure">
            {invoiceText.currency}&nbsp;{printCents(invoice.total)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
