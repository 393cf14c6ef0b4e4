import { formatInstant, type Instant } from '../../../shared/dates.ts';
import { renderSheetDocument } from '../sheet-document.tsx';
import type { Sheet } from '../sheet.ts';

export interface TestPage {
  printer: string;
  company: string;
  at: Instant;
}

/** A sheet that shows whether a printer keeps sizes, margins and the letters of all scripts in use. */
export function renderTestPage(
  { printer, company, at }: TestPage,
  { sheet, fontCss }: { sheet: Sheet; fontCss: (text: string) => string },
): string {
  return renderSheetDocument({
    sheet,
    title: `Test page for ${printer}`,
    foot: formatInstant(at),
    marks: [],
    fontCss,
    body: (
      <main>
        <h1>Test page</h1>
        <p>{company}</p>
        <p>
          Printer: {printer}, paper {sheet}
        </p>
        <p>福满楼海鲜餐馆 · முருகன் உணவகம் · Tan &amp; Sons’ “Grill”</p>
        <p>This line is 100 mm long:</p>
        <div style={{ width: '100mm', borderTop: '0.5mm solid' }} />
      </main>
    ),
  });
}
