import type { Fonts } from './adapters/fonts.ts';
import type { PdfRenderer } from './adapters/pdf.ts';
import { filesForImport } from './adapters/import-files.ts';
import { reportCsv, reportXlsx } from './adapters/report-files.ts';
import { renderReport } from './documents/report/render-report.tsx';
import type { Clock, ReportFiles } from './services/ports.ts';
import { instantOf } from '../shared/dates.ts';

/** Reports as files of every kind that is asked for. */
export function createReportFiles(pdf: PdfRenderer, fonts: Fonts, clock: Clock): ReportFiles {
  return {
    csv: (table) => Promise.resolve(reportCsv(table)),
    xlsx: reportXlsx,
    forImport: filesForImport,
    pdf: (table) =>
      pdf.render(renderReport(table, { fontCss: (text) => fonts.cssFor(text), at: instantOf(clock.now()) })),
  };
}
