import type { Cents } from '../../../shared/money.ts';

export type ReportCell = string | number | Cents | null;

export interface ReportColumn {
  label: string;
  /** `money`: cents; `count`: whole numbers; `date`: a business date; `words`: anything else. */
  kind: 'words' | 'date' | 'count' | 'money';
}

/** A report as rows and columns: the same for CSV, XLSX and paper. */
export interface ReportTable {
  title: string;
  /** What it is about: "1 Jan 2026 – 31 Jan 2026". */
  period: string;
  company: string;
  columns: readonly ReportColumn[];
  rows: readonly (readonly ReportCell[])[];
  /** Below the columns; `null` where there is nothing to add up. */
  sums: readonly ReportCell[];
}
