import type { Input } from '../../../shared/contract/index.ts';
import type { ReportFiles } from '../ports.ts';
import type { ReportTable } from './report-table.ts';

type Format = Input<'reports.sales'>['format'];
type File = { fileName: string; contentType: string; bytes: Uint8Array };

export const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** The report itself, or as the file that was asked for. */
export async function reportAnswer<Report extends { from: string; to: string }>(
  report: Report,
  format: Format,
  files: ReportFiles,
  tableOf: (report: Report) => ReportTable,
): Promise<Report | File> {
  if (format === 'json') return report;
  const table = tableOf(report);
  const name = table.title.toLowerCase().replaceAll(' ', '-');
  const days = report.from === report.to ? report.from : `${report.from}-${report.to}`;
  return {
    fileName: `${name}-${days}.${format}`,
    contentType: CONTENT_TYPES[format],
    bytes: await files[format](table),
  };
}
