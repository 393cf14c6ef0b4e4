import type { ReactNode } from 'react';
import { documentText } from './document-text.ts';

export interface Column<Row> {
  head: string;
  cell: (row: Row) => string;
  /** Figures stand right; the first column of words takes the room that is left. */
  kind: 'words' | 'figure';
  /** What stands below the column; nothing for most. */
  total?: string;
}

interface DocumentTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  totalLabel?: string;
  /** What must stand on the same page as the last row (see `LinesTable`). */
  closing?: ReactNode;
}

/** Numbered rows with a total below, the head repeated on each page. Without rows it says so. */
export function DocumentTable<Row>({
  columns,
  rows,
  totalLabel = documentText.total,
  closing,
}: DocumentTableProps<Row>) {
  const numbered = rows.map((row, index) => (
    <tr key={index} className="line">
      <td className="line-no">{index + 1}</td>
      {columns.map(({ head, cell, kind }) => (
        <td key={head} className={kind}>
          {cell(row)}
        </td>
      ))}
    </tr>
  ));
  return (
    <table className="lines">
      <colgroup>
        <col className="column-no" />
        <col />
        {columns.slice(1).map(({ head, kind }) => (
          <col key={head} className={`column-${kind}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{documentText.lineNumber}</th>
          {columns.map(({ head, kind }) => (
            <th key={head} scope="col" className={kind}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{numbered.slice(0, -1)}</tbody>
      <tbody className="last">
        {numbered.at(-1) ?? <NoRows columns={columns.length + 1} />}
        {rows.length > 0 && <TotalRow columns={columns} label={totalLabel} />}
        {closing !== undefined && (
          <tr>
            <td className="closing-cell" colSpan={columns.length + 1}>
              {closing}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function NoRows({ columns }: { columns: number }) {
  return (
    <tr className="line none">
      <td colSpan={columns}>{documentText.none}</td>
    </tr>
  );
}

function TotalRow<Row>({ columns, label }: { columns: readonly Column<Row>[]; label: string }) {
  return (
    <tr className="total-row">
      <td colSpan={2}>{label}</td>
      {columns.slice(1).map(({ head, total, kind }) => (
        <td key={head} className={kind}>
          {total}
        </td>
      ))}
    </tr>
  );
}
