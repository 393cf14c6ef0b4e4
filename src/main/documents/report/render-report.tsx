import { formatBusinessDate, formatInstant, type Instant, parseBusinessDate } from '../../../shared/dates.ts';
import type { Cents } from '../../../shared/money.ts';
import { printCents } from '../figures.ts';
import { renderHtmlDocument } from '../html-document.tsx';
import { HAIRLINE, MUTED, sheetCss } from '../sheet.ts';

/** A report as rows and columns; amounts are cents. */
export interface ReportPage {
  title: string;
  period: string;
  company: string;
  columns: readonly { label: string; kind: 'words' | 'date' | 'count' | 'money' }[];
  rows: readonly (readonly (string | number | null)[])[];
  sums: readonly (string | number | null)[];
}

type Kind = ReportPage['columns'][number]['kind'];

/** A report on A4 across, its head repeated on each page. */
export function renderReport(
  report: ReportPage,
  { fontCss, at }: { fontCss: (text: string) => string; at: Instant },
): string {
  const { title, period, company, columns, rows, sums } = report;
  const foot = {
    left: `${company}\n${formatInstant(at)}`,
    middle: '',
    page: (page: string, of: string) => `${page} / ${of}`,
  };
  return renderHtmlDocument({
    title: `${title} ${period}`,
    css: sheetCss('A4', foot) + reportCss,
    fontCss,
    body: (
      <main>
        <h1>{title}</h1>
        <p className="period">
          {company} · {period}
        </p>
        <table>
          <thead>
            <tr>
              {columns.map(({ label, kind }) => (
                <th key={label} className={kind}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(({ label, kind }, place) => (
                  <td key={label} className={kind}>
                    {shown(row[place] ?? null, kind)}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="sums">
              {columns.map(({ label, kind }, place) => (
                <td key={label} className={kind}>
                  {shown(sums[place] ?? null, kind)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </main>
    ),
  });
}

function shown(cell: string | number | null, kind: Kind): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return kind === 'money' ? printCents(cell as Cents) : String(cell);
  const date = kind === 'date' ? parseBusinessDate(cell) : null;
  return date === null ? cell : formatBusinessDate(date);
}

const reportCss = `
@page { size: A4 landscape; margin: 14mm 12mm 18mm; }
body { font-size: 8pt; }
h1 { font-size: 15pt; }
.period { margin: 1mm 0 5mm; color: ${MUTED}; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; color: ${MUTED}; font-size: 7.5pt; border-bottom: 0.25mm solid ${MUTED}; padding: 0 2mm 1mm 0; }
td { padding: 0.8mm 2mm 0.8mm 0; border-bottom: 0.15mm solid ${HAIRLINE}; vertical-align: top; }
tr { break-inside: avoid; }
.money, .count { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.date { white-space: nowrap; }
.sums td { font-weight: 600; border-bottom: none; border-top: 0.3mm solid ${MUTED}; }
`;
