import type { ReactNode } from 'react';
import type { InvoiceSnapshot, InvoiceSnapshotLine } from '../../../shared/invoice-snapshot.ts';
import { printCents, printRate } from '../figures.ts';
import { invoiceText } from './invoice-text.ts';
import { lineGroupsOf, type LineGroup } from './line-groups.ts';

/**
 * The lines, their head repeated on each page. Amounts are without tax, as IRAS asks; where prices include tax, the
 * amount as priced stands beside it, so that quantity × price can be checked.
 *
 * @param closing what must stand on the same page as the last line: it shares a row group with it, because Chromium
 *   ignores `break-before: avoid` after a table of several pages.
 */
export function LinesTable({ invoice, closing }: { invoice: InvoiceSnapshot; closing: ReactNode }) {
  const inclusive = invoice.gstMode === 'inclusive';
  const columns = inclusive ? 6 : 5;
  const rows = lineGroupsOf(invoice).flatMap((group) => rowsOf(group));
  const numbered = rows.map((row, index) => (
    <LineRows key={index} row={row} number={index + 1} inclusive={inclusive} columns={columns} />
  ));
  return (
    <table className="lines">
      <colgroup>
        <col className="column-no" />
        <col />
        <col className="column-quantity" />
        <col className="column-price" />
        {inclusive && <col className="column-amount" />}
        <col className="column-amount" />
      </colgroup>
      <LinesHead invoice={invoice} />
      <tbody>{numbered.slice(0, -1)}</tbody>
      <tbody className="last">
        {numbered.at(-1)}
        <tr>
          <td className="closing-cell" colSpan={columns}>
            {closing}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** A line, with its group's heading when it is the first of the group. */
interface Row {
  heading: string | null;
  line: InvoiceSnapshotLine;
}

function rowsOf({ heading, lines }: LineGroup): Row[] {
  return lines.map((line, index) => ({ heading: index === 0 ? heading : null, line }));
}

function LinesHead({ invoice: { gstMode } }: { invoice: InvoiceSnapshot }) {
  const inclusive = gstMode === 'inclusive';
  const amount = gstMode === null ? invoiceText.amount : invoiceText.amountExcluding;
  return (
    <thead>
      <tr>
        <th scope="col">{invoiceText.lineNumber}</th>
        <th scope="col">{invoiceText.description}</th>
        <FigureHead>{invoiceText.quantity}</FigureHead>
        <FigureHead>{inclusive ? invoiceText.unitPriceIncluding : invoiceText.unitPrice}</FigureHead>
        {inclusive && <FigureHead>{invoiceText.amountIncluding}</FigureHead>}
        <FigureHead>{amount}</FigureHead>
      </tr>
    </thead>
  );
}

function FigureHead({ children }: { children: string }) {
  return (
    <th scope="col" className="figure">
      {children}
    </th>
  );
}

function LineRows(props: { row: Row; number: number; inclusive: boolean; columns: number }) {
  const { line, heading } = props.row;
  return (
    <>
      {heading !== null && (
        <tr className="group">
          <th colSpan={props.columns}>{heading}</th>
        </tr>
      )}
      <tr className="line">
        <td className="line-no">{props.number}</td>
        <td>
          {line.description}
          {line.detail !== null && <p className="detail">{line.detail}</p>}
        </td>
        <td className="figure quantity">{line.unit === null ? line.quantity : `${line.quantity} ${line.unit}`}</td>
        <td className="figure">{printRate(line.rate)}</td>
        {props.inclusive && <td className="figure">{printCents(line.amount)}</td>}
        <td className="figure">{printCents(line.amountExcludingTax)}</td>
      </tr>
    </>
  );
}
