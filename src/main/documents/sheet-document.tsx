import type { ReactElement } from 'react';
import { documentCss } from './document-css.ts';
import { documentText } from './document-text.ts';
import { renderHtmlDocument } from './html-document.tsx';
import { type Sheet, sheetCss } from './sheet.ts';

export interface DocumentOptions {
  /** Gives the `@font-face` rules for a text (`Fonts.cssFor`). */
  fontCss: (text: string) => string;
  /** A reprint is marked so that nobody claims input tax, goods or money twice (domain.md, "Delivery of documents"). */
  copy: boolean;
}

interface SheetDocument {
  sheet: Sheet;
  /** `Tax Invoice INV-KB1-2026-000123`: the PDF's title, and at the foot of each page. */
  title: string;
  /** At the foot of each page, below the title. */
  foot: string;
  /** What sets this paper apart, on each page: `COPY`, `DRAFT`. */
  marks: string[];
  body: ReactElement;
  fontCss: DocumentOptions['fontCss'];
}

/** A document for a laser printer, as one self-contained HTML document in the look that all of them share. */
export function renderSheetDocument({ sheet, title, foot, marks, body, fontCss }: SheetDocument): string {
  const page = sheetCss(sheet, {
    left: `${title}\n${foot}`,
    middle: marks.join(' · '),
    page: documentText.pageOf,
  });
  return renderHtmlDocument({ title, css: page + documentCss, body, fontCss });
}

/** The mark of a reprint; an original has none. */
export function copyMark(copy: boolean): string[] {
  return copy ? [documentText.copy] : [];
}
