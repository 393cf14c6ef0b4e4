import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromiumPdf, type ChromiumPdfRenderer } from '../../../src/main/adapters/pdf-chromium.ts';
import { renderDeliveryNote } from '../../../src/main/documents/delivery-note/render-delivery-note.tsx';
import { renderDistributionSlip } from '../../../src/main/documents/distribution/render-distribution-slip.tsx';
import { simplifiedInvoiceRoll } from '../../../src/main/documents/invoice/simplified-invoice-roll.ts';
import { receiptRoll } from '../../../src/main/documents/receipt/receipt-roll.ts';
import { renderReceipt } from '../../../src/main/documents/receipt/render-receipt.tsx';
import { renderRoll } from '../../../src/main/documents/roll/render-roll.tsx';
import { invoicePayNowQr } from '../../../src/main/domain/paynow-qr.ts';
import type { InvoiceSnapshot } from '../../../src/shared/invoice-snapshot.ts';
import { type RollDocument, type RollPaper, ROLLS } from '../../../src/shared/roll-document.ts';
import { bundledFonts } from '../../helpers/bundled-fonts.ts';
import { invoiceWithLines, workedExample } from '../../helpers/invoice-snapshots.ts';
import { cashReceipt, deliveryNote, distributionSlip } from '../../helpers/paper-snapshots.ts';
import { embeddedFontsOf, pagesOf, pageSizesOf, rightEdgeOf } from '../../helpers/pdf-contents.ts';

const fonts = bundledFonts();
const original = { fontCss: (text: string) => fonts.cssFor(text), copy: false };
const AWKWARD = `Tan & Sons' <Seafood> "Grill" -> 2x4 福满楼 முருகன்`;
let renderer: ChromiumPdfRenderer;

beforeAll(async () => {
  renderer = openChromiumPdf();
  await renderer.warm();
});
afterAll(async () => {
  await renderer.close();
  fonts.remove();
});

interface Paper {
  pdf: Uint8Array;
  pages: string[];
  sizes: { widthMm: number; heightMm: number }[];
}

async function print(html: string, roll?: RollPaper): Promise<Paper> {
  const pdf = await renderer.render(html, roll && ROLLS[roll]);
  return { pdf, pages: await pagesOf(pdf), sizes: await pageSizesOf(pdf) };
}

function onRoll(document: RollDocument, roll: RollPaper, copy = false): Promise<Paper> {
  return print(renderRoll(document, roll, { ...original, copy }), roll);
}

function invoiceRoll(invoice: InvoiceSnapshot): RollDocument {
  return simplifiedInvoiceRoll(invoice, { payNow: invoicePayNowQr(invoice) });
}

function named(name: string): InvoiceSnapshot {
  const invoice = invoiceWithLines(1);
  return { ...invoice, customer: { ...invoice.customer, name } };
}

describe.each(['ROLL80', 'ROLL58'] as const)('on %s', (roll) => {
  const { widthMm } = ROLLS[roll];

  test.for([1, 60])('an invoice of %i lines is one page of the roll, with all of them', async (count) => {
    const { pages, sizes } = await onRoll(invoiceRoll(invoiceWithLines(count)), roll);
    expect(pages).toHaveLength(1);
    expect(Math.abs(sizes[0]!.widthMm - widthMm)).toBeLessThan(0.5);
    expect(sizes[0]!.heightMm).toBeGreaterThan(widthMm);
    for (let line = 1; line <= count; line += 1) {
      expect(pages[0]).toContain(`Delivery ${line} of LPG cylinder 14 kg 2 x 36.50 73.00`);
    }
    expect(pages[0]).toContain('Issued 20 Jan 2026 14:05');
  });

  test('59 more lines are 40 to 75 cm more paper', async () => {
    const [short, long] = await Promise.all([1, 60].map((count) => onRoll(invoiceRoll(invoiceWithLines(count)), roll)));
    const more = long!.sizes[0]!.heightMm - short!.sizes[0]!.heightMm;
    expect(more).toBeGreaterThan(400);
    expect(more).toBeLessThan(750);
  });

  test('the worked example says what it should', async () => {
    const { pages } = await onRoll(invoiceRoll(workedExample()), roll);
    for (const words of [
      'HSH LPG Pte Ltd 8 Sample Link, Kaki Bukit Singapore 416180 UEN 202599001H GST Reg. No. M9-0012345-6',
      'Tax Invoice INV-KB1-2026-000123 Date: 20 Jan 2026 Customer: Geylang Prata House',
      'Piped gas 1480.000 to 1489.250 9.250 m³ x 2.85 26.36',
      'Total excluding GST 111.36 GST 9% 10.02 Total including GST 121.38',
      'Cash rounding 0.02 Total payable S$ 181.40 Price payable includes GST',
      'Paid by Cash 181.40 Cash tendered 200.00 Change 18.60 Receipt RCT-KB1-2026-000789',
    ]) {
      expect(pages[0]).toContain(words);
    }
  });

  test('a receipt is one page, and its copy is marked', async () => {
    const { pages } = await onRoll(receiptRoll(cashReceipt()), roll, true);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/^COPY HSH LPG Pte Ltd /);
    expect(pages[0]).toContain('INV-KB1-2026-000101 181.40 INV-KB1-2026-000123 298.80 Received S$ 480.20');
  });

  test('an awkward name comes out as typed, drawn by the bundled fonts alone', async () => {
    const { pdf, pages } = await onRoll(invoiceRoll(named(AWKWARD)), roll);
    expect(pages[0]).toContain(`Tan & Sons' <Seafood> "Grill" -> 2x4`);
    for (const character of '福满楼முருகன்') expect(pages[0]).toContain(character);
    expect(embeddedFontsOf(pdf)).toEqual(
      new Set(['Inter-Regular', 'Inter-SemiBold', 'NotoSansSCThin-Regular', 'NotoSansTamil-Regular']),
    );
  });

  test('an unbroken name of 120 letters wraps and pushes nothing off the paper', async () => {
    const { pdf, pages } = await onRoll(invoiceRoll(named('W'.repeat(120))), roll);
    expect(pages[0]?.match(/W{4,}/g)?.join('')).toBe('W'.repeat(120));
    const margin = (widthMm - (roll === 'ROLL80' ? 72 : 48)) / 2;
    expect(await rightEdgeOf(pdf)).toBeLessThanOrEqual(widthMm - margin + 0.5);
  });
});

describe('on sheets', () => {
  test.each([
    ['A4', 210, 297],
    ['A5', 148, 210],
  ] as const)('a receipt on %s', async (sheet, widthMm, heightMm) => {
    const { pdf, pages, sizes } = await print(renderReceipt(cashReceipt(), { ...original, sheet }));
    expect(sizes).toHaveLength(1);
    expect(sizes[0]!.widthMm).toBeCloseTo(widthMm, 0);
    expect(sizes[0]!.heightMm).toBeCloseTo(heightMm, 0);
    expect(pages[0]).toContain('Amount received S$ 480.20');
    expect(pages[0]).toContain('Page 1 of 1');
    expect(embeddedFontsOf(pdf)).toEqual(new Set(['Inter-Regular', 'Inter-SemiBold']));
  });

  test('a delivery note in Chinese and Tamil, with both lines to sign on', async () => {
    const { customer } = deliveryNote();
    const note = deliveryNote({ customer: { ...customer, name: AWKWARD } });
    const { pages } = await print(renderDeliveryNote(note, original));
    expect(pages).toHaveLength(1);
    for (const character of '福满楼முருகன்') expect(pages[0]).toContain(character);
    expect(pages[0]).toContain(`Received for Tan & Sons' <Seafood> "Grill"`);
    expect(pages[0]).toContain('Delivered by Name, signature and date');
    expect(pages[0]).toContain('Total 3 1 1');
  });

  test('a draft slip says DRAFT on each page', async () => {
    const { pages } = await print(renderDistributionSlip(distributionSlip({ status: 'DRAFT' }), original));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.match(/DRAFT/g)).toHaveLength(3);
  });

  // 20 to 26 items: the signatures may no longer fit below the last one.
  test.for([20, 22, 24, 26, 90])('with %i items, who signs sees the last one above his line', async (count) => {
    const items = Array.from({ length: count }, (_, index) => ({
      description: `Cylinder kind ${index + 1}`,
      direction: 'IN' as const,
      condition: 'EMPTY' as const,
      quantity: 2,
    }));
    const { pages } = await print(renderDistributionSlip(distributionSlip({ items, status: 'DRAFT' }), original));
    expect(pages.at(-1)).toContain(`Cylinder kind ${count} Empty 2 Total ${count * 2}`);
    expect(pages.at(-1)).toContain('Storeman Name, signature and date');
    for (const page of pages) {
      expect(page).toContain('DRAFT');
      expect(page).toContain('No. Description Condition Quantity');
    }
  });
});
