import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../../../src/main/adapters/launch-chromium.ts';
import { openChromiumPdf, type ChromiumPdfRenderer } from '../../../../src/main/adapters/pdf-chromium.ts';
import { FONT_STACK } from '../../../../src/main/documents/sheet.ts';
import { renderInvoice } from '../../../../src/main/documents/invoice/render-invoice.tsx';
import { invoicePayNowQr } from '../../../../src/main/domain/paynow-qr.ts';
import type { InvoiceSnapshot } from '../../../../src/shared/invoice-snapshot.ts';
import { bundledFonts } from '../../../helpers/bundled-fonts.ts';
import { invoiceLine, invoiceOf, invoiceWithLines, workedExample } from '../../../helpers/invoice-snapshots.ts';
import { embeddedFontsOf, pagesOf, rightEdgeOf } from '../../../helpers/pdf-contents.ts';

const fonts = bundledFonts();
let renderer: ChromiumPdfRenderer;

beforeAll(async () => {
  renderer = openChromiumPdf();
  await renderer.warm();
});
afterAll(async () => {
  await renderer.close();
  fonts.remove();
});

async function print(invoice: InvoiceSnapshot, copy = false): Promise<{ pdf: Uint8Array; pages: string[] }> {
  const options = { fontCss: (text: string) => fonts.cssFor(text), copy, payNow: invoicePayNowQr(invoice) };
  const pdf = await renderer.render(renderInvoice(invoice, options));
  return { pdf, pages: await pagesOf(pdf) };
}

function named(name: string): InvoiceSnapshot {
  const invoice = workedExample();
  return { ...invoice, customer: { ...invoice.customer, name } };
}

test('the worked example holds all that IRAS asks for, and what was paid', async () => {
  const { pdf, pages } = await print(workedExample());
  expect(pages).toHaveLength(1);
  for (const words of [
    'Tax Invoice',
    'INV-KB1-2026-000123',
    'Date 20 Jan 2026',
    'HSH LPG Pte Ltd 8 Sample Link, Kaki Bukit Singapore 416180',
    'UEN 202599001H',
    'GST Reg. No. M9-0012345-6',
    'Geylang Prata House 325 Serangoon Road #06-41 Singapore 732003',
    'Amount excl. GST (S$)',
    'Standard-rated, GST 9% 1 LPG cylinder 14 kg 2 36.50 73.00',
    '3 Piped gas 1480.000 to 1489.250 9.250 m³ 2.85 26.36',
    'Refundable deposits, not subject to GST 5 Cylinder deposit 14 kg 1 60.00 60.00',
    'Total excluding GST 111.36',
    'GST 9% 10.02',
    'Total including GST 121.38',
    'Deposits, not subject to GST 60.00',
    'Cash rounding 0.02',
    'Total payable S$ 181.40',
    'Paid by Cash Amount paid 181.40 Cash tendered 200.00 Change 18.60 Receipt no. RCT-KB1-2026-000789',
    'Meter no. M100001 Previous reading 1480.000 m³ Current reading 1489.250 m³ Usage 9.250 m³',
    'Served by Nur Aisyah Supplied from Kaki Bukit Depot',
    'Page 1 of 1',
  ]) {
    expect(pages[0]).toContain(words);
  }
  expect(embeddedFontsOf(pdf)).toEqual(new Set(['Inter-Regular', 'Inter-SemiBold']));
});

test.for([
  [1, 1],
  [12, 1],
  [200, 8],
])('%i lines fill %i pages, each with head, number and page number', async ([count, expected]) => {
  const { pages } = await print(invoiceWithLines(count!));
  expect(pages).toHaveLength(expected!);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('No. Description Quantity Unit price Amount excl. GST (S$)');
    expect(page).toContain('Tax Invoice INV-KB1-2026-000123');
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  }
  const all = pages.join(' ');
  for (let line = 1; line <= count!; line += 1) {
    expect(all).toContain(`${line} Delivery ${line} of LPG cylinder 14 kg 2 36.50 73.00`);
  }
});

// 17 to 20: the totals no longer fit below the lines; 45 and 200: the lines alone fill their last page.
test.for([17, 18, 19, 20, 45, 50, 200])('the totals of %i lines share a page with the last line', async (count) => {
  const { pages } = await print(invoiceWithLines(count));
  expect(pages.at(-1)).toContain(`Delivery ${count} of`);
  expect(pages.at(-1)).toContain('Total excluding GST');
  expect(pages.at(-1)).toContain('Total payable');
});

test('without a GST number it is an Invoice, and says nothing about tax', async () => {
  const lines = [
    invoiceLine('LPG cylinder 14 kg', '36.50', '73.00', { quantity: '2', taxCategory: 'NG' }),
    invoiceLine('Cylinder deposit 14 kg', '60.00', '60.00', { taxCategory: 'NG' }),
  ];
  const { pages } = await print(invoiceOf(lines, null));
  expect(pages[0]).toContain('Invoice INV-KB1-2026-000123');
  expect(pages[0]).toContain('Total payable S$ 133.00');
  expect(pages[0]).not.toMatch(/gst|tax/i);
});

test('with prices that include tax, each line also shows its amount without', async () => {
  const lines = [
    invoiceLine('LPG cylinder 14 kg', '38.00', '76.00', { quantity: '2' }),
    invoiceLine('Estimated too high', '2.8504', '-28.50', { quantity: '-10.000', unit: 'm³' }),
    invoiceLine('Cylinder deposit', '60.00', '60.00', { taxCategory: 'OS' }),
  ];
  const { pages } = await print(invoiceOf(lines, 'inclusive'));
  expect(pages[0]).toContain('Unit price incl. GST Amount incl. GST (S$) Amount excl. GST (S$)');
  expect(pages[0]).toContain('1 LPG cylinder 14 kg 2 38.00 76.00 69.72');
  expect(pages[0]).toContain('2 Estimated too high -10.000 m³ 2.8504 -28.50 -26.14');
  expect(pages[0]).toContain('Total excluding GST 43.58 GST 9% 3.92 Total including GST 47.50');
  expect(pages[0]).toContain('Total payable S$ 107.50');
});

test('a reprint is marked COPY on each page, an original nowhere', async () => {
  const reprint = await print(invoiceWithLines(40), true);
  expect(reprint.pages.length).toBeGreaterThan(1);
  for (const page of reprint.pages) expect(page).toContain('COPY');
  const original = await print(invoiceWithLines(40));
  expect(original.pages.join(' ')).not.toContain('COPY');
});

test('an awkward name is printed as it was typed', async () => {
  const { pages } = await print(named(`Tan & Sons' <Seafood> "Grill" -> 2x4`));
  expect(pages[0]).toContain(`Tan & Sons' <Seafood> "Grill" -> 2x4`);
});

test('an unbroken name of 120 letters wraps in its column and pushes nothing off the paper', async () => {
  const { supplier, ...rest } = named('A'.repeat(120));
  const { pdf, pages } = await print({
    ...rest,
    supplier: { ...supplier, name: 'W'.repeat(120) },
    remarks: 'R'.repeat(500),
  });
  expect(pages[0]?.match(/A{4,}/g)?.join('')).toBe('A'.repeat(120));
  expect(pages[0]).toContain('Customer no. C0007');
  expect(await rightEdgeOf(pdf)).toBeLessThanOrEqual(210 - 18 + 0.5);
});

describe('names in Chinese and Tamil', () => {
  const name = '福满楼 興發茶室 முருகன் Vegetarian';

  test('come out as text, drawn by the bundled fonts alone', async () => {
    const { pdf, pages } = await print(named(name));
    for (const character of name.replaceAll(' ', '')) expect(pages[0]).toContain(character);
    expect(embeddedFontsOf(pdf)).toEqual(
      // The package names its semibold Chinese after the thin one it was made from.
      new Set(['Inter-Regular', 'Inter-SemiBold', 'NotoSansSCThin-SemiBold', 'NotoSansTamil-SemiBold']),
    );
  });

  // On a machine without such fonts, characters that are not bundled would all be the same empty box.
  test('have a picture of their own for each letter', async () => {
    const segmenter = new Intl.Segmenter('ta', { granularity: 'grapheme' });
    const missing = '\u{10FFFD}';
    const letters = [...new Set([...segmenter.segment(`福满楼興發茶室முருகன்${missing}`)].map((part) => part.segment))];
    const chromium = await launchChromium();
    try {
      const page = await chromium.browser.newPage();
      const cells = letters.map((letter) => `<b>${letter}</b>`).join('');
      await page.setContent(
        `<style>${fonts.cssFor(letters.join(''))} b { display: block; width: 60px; height: 40px; overflow: hidden; font: 400 28px ${FONT_STACK}; }</style>${cells}`,
        { waitUntil: 'load' },
      );
      const pictures = await Promise.all((await page.$$('b')).map((cell) => cell.screenshot({ encoding: 'base64' })));
      expect(new Set(pictures).size).toBe(letters.length);
    } finally {
      await chromium.stop();
    }
  });
});
