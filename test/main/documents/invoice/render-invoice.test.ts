import { expect, test } from 'vitest';
import { renderInvoice } from '../../../../src/main/documents/invoice/render-invoice.tsx';
import type { InvoiceSnapshot } from '../../../../src/shared/invoice-snapshot.ts';
import { bodyTextOf } from '../../../helpers/document-words.ts';
import { invoiceWithLines, money, workedExample } from '../../../helpers/invoice-snapshots.ts';

const noFonts = { fontCss: () => '', copy: false, payNow: null };

function named(name: string): InvoiceSnapshot {
  const invoice = invoiceWithLines(1);
  return { ...invoice, customer: { ...invoice.customer, name } };
}

test('the same snapshot gives the same document', () => {
  expect(renderInvoice(workedExample(), noFonts)).toBe(renderInvoice(workedExample(), noFonts));
});

test('the document is complete, runs nothing and fetches nothing', () => {
  const html = renderInvoice(workedExample(), noFonts);
  expect(html).toMatch(/^<!doctype html><html lang="en">/);
  expect(html).toContain('default-src &#x27;none&#x27;');
  expect(html).not.toMatch(/<script|<link|https?:|\ssrc=|url\(/i);
});

test('names are printed as typed, not as markup', () => {
  const html = renderInvoice(named(`Tan & Sons' <Seafood> "Grill"`), noFonts);
  expect(html).toContain('Tan &amp; Sons&#x27; &lt;Seafood&gt; &quot;Grill&quot;');
  expect(html).not.toContain('<Seafood>');
});

test('the fonts are asked for with every character that is printed', () => {
  let asked = '';
  const fontCss = (text: string) => {
    asked = text;
    return '/* fonts */';
  };
  const html = renderInvoice(
    { ...named('福满楼'), number: 'INV-ÉÜ', remarks: 'முருகன்' },
    { fontCss, copy: false, payNow: null },
  );
  for (const character of '福满楼முருகன்ÉÜ') expect(asked).toContain(character);
  expect(html).toContain('<style>/* fonts */');
});

test('a sale that is paid says how, and asks for nothing more', () => {
  const text = bodyTextOf(renderInvoice(workedExample(), noFonts));
  expect(text).toContain('Paid by Cash');
  expect(text).toContain('Cash tendered 200.00');
  expect(text).toContain('Change 18.60');
  expect(text).toContain('Receipt no. RCT-KB1-2026-000789');
  expect(text).not.toContain('PayNow');
});

test('a sale that is unpaid says until when and to whom', () => {
  const text = bodyTextOf(renderInvoice(invoiceWithLines(1), noFonts));
  expect(text).toContain('Please pay by 19 Feb 2026.');
  expect(text).toContain('PayNow to UEN 202599001H');
  expect(text).toContain('Reference INV-KB1-2026-000123');
});

test('a part payment leaves its balance to be paid', () => {
  const { payment, ...rest } = workedExample();
  const part = { ...payment!, method: 'PAYNOW', amount: money('100.00'), tendered: null, change: null };
  const text = bodyTextOf(renderInvoice({ ...rest, payment: part }, noFonts));
  expect(text).toContain('Paid by PayNow');
  expect(text).toContain('Balance due 81.40');
  expect(text).toContain('Payable on receipt of this invoice.');
});

test("a meter's first reading has none before it", () => {
  const invoice = workedExample();
  const text = bodyTextOf(renderInvoice({ ...invoice, meter: { ...invoice.meter!, previous: null } }, noFonts));
  expect(text).toContain('Meter no. M100001 Current reading 1489.250 m³');
});

test('an estimated reading says so', () => {
  const invoice = workedExample();
  const text = bodyTextOf(renderInvoice({ ...invoice, meter: { ...invoice.meter!, estimated: true } }, noFonts));
  expect(text).toContain('Current reading 1489.250 m³, estimated');
});

test('a PayNow code stands beside how to pay only where one is given', () => {
  const unpaid = invoiceWithLines(1);
  expect(renderInvoice(unpaid, noFonts)).not.toContain('<svg');
  const html = renderInvoice(unpaid, { ...noFonts, payNow: 'a code for the bank' });
  expect(html.match(/<svg/g)).toHaveLength(1);
  expect(bodyTextOf(html)).toContain('PayNow to UEN 202599001H Reference INV-KB1-2026-000123');
  expect(renderInvoice(workedExample(), { ...noFonts, payNow: 'a code for the bank' })).not.toContain('<svg');
});
