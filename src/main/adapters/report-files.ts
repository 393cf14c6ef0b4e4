import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { type Cents, formatCents } from '../../shared/money.ts';
import type { ReportCell, ReportColumn, ReportTable } from '../services/reports/report-table.ts';

/**
 * A report as CSV with a byte order mark, so that Excel reads Chinese names, and with cells that begin like a formula
 * made harmless.
 */
export function reportCsv({ columns, rows, sums }: ReportTable): Uint8Array {
  const text = stringify(
    [
      columns.map(({ label }) => label),
      ...[...rows, sums].map((row) => row.map((cell, at) => written(cell, columns[at]))),
    ],
    { bom: true, record_delimiter: 'windows' },
  );
  return new TextEncoder().encode(text);
}

function written(cell: ReportCell, column: ReportColumn | undefined): string | null {
  if (typeof cell === 'string') return harmless(cell);
  if (cell === null) return null;
  return column?.kind === 'money' ? formatCents(cell as Cents) : String(cell);
}

/** A name that begins like a formula must stay a name in whatever opens the file. */
export function harmless(words: string): string {
  return /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
}

/** A report as an Excel workbook: figures are numbers, the head stays in sight. */
export async function reportXlsx({ title, period, company, columns, rows, sums }: ReportTable): Promise<Uint8Array> {
  const bold = { fontWeight: 'bold' } as const;
  const data = [
    [{ value: `${company}: ${title}, ${period}`, ...bold }],
    columns.map(({ label, kind }) => ({ value: label, ...bold, align: isFigure(kind) ? 'right' : 'left' }) as const),
    ...rows.map((row) => row.map((cell, at) => excelCell(cell, columns[at]))),
    sums.map((cell, at) => (cell === null ? null : { ...excelCell(cell, columns[at]), ...bold })),
  ];
  const widths = columns.map(({ kind, label }) => ({ width: kind === 'words' ? Math.max(16, label.length + 2) : 13 }));
  return new Uint8Array(await writeExcelFile(data, { columns: widths, stickyRowsCount: 2, sheet: title }).toBuffer());
}

function isFigure(kind: ReportColumn['kind']): boolean {
  return kind === 'money' || kind === 'count';
}

function excelCell(cell: ReportCell, column: ReportColumn | undefined) {
  if (cell === null) return null;
  if (typeof cell === 'string') return { type: String, value: cell };
  return column?.kind === 'money'
    ? { type: Number, value: cell / 100, format: '#,##0.00' }
    : { type: Number, value: cell, format: '0' };
}
