import { ACCENT, HAIRLINE, MUTED } from './sheet.ts';

const LABEL = `font-size: 7.5pt; font-weight: 600; color: ${MUTED};`;

/** The look that all documents on sheets share. */
export const documentCss = `
.letterhead { display: flex; justify-content: space-between; gap: 12mm; padding-bottom: 6mm; border-bottom: 0.6mm solid ${ACCENT}; }
.supplier { flex: 1 1 0; min-width: 0; color: ${MUTED}; font-size: 8.5pt; }
.supplier-name { margin-bottom: 1.5mm; font-size: 13pt; font-weight: 600; line-height: 1.25; color: ${ACCENT}; }
.title { flex: none; text-align: right; }
.title h1 { font-size: 21pt; line-height: 1.1; letter-spacing: -0.01em; }
.number { margin-top: 1.5mm; font-size: 10.5pt; font-weight: 600; }
.mark {
  display: inline-block; margin-top: 2.5mm; padding: 0.6mm 3mm; border: 0.35mm solid ${ACCENT}; border-radius: 1mm;
  font-size: 9pt; font-weight: 600; color: ${ACCENT};
}
.mark + .mark { margin-left: 2mm; }

h2 { margin-bottom: 1mm; break-after: avoid; ${LABEL} }
h2.further { margin-top: 3mm; }
.as-typed { white-space: pre-line; }

.parties { display: grid; grid-template-columns: minmax(0, 1fr) 45%; gap: 7%; margin: 7mm 0 8mm; }
.parties > div { min-width: 0; }
.customer-name { margin-bottom: 0.5mm; font-size: 11pt; font-weight: 600; line-height: 1.3; }

.facts > div { display: grid; grid-template-columns: 27mm 1fr; gap: 4mm; padding: 0.35mm 0; }
.facts dt { color: ${MUTED}; }
.facts dd { min-width: 0; }

table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th { text-align: left; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.lines thead th { padding: 0 0 1.8mm 4mm; border-bottom: 0.25mm solid ${MUTED}; vertical-align: bottom; white-space: normal; ${LABEL} }
.line td { padding: 1.6mm 0 1.6mm 4mm; border-bottom: 0.2mm solid ${HAIRLINE}; vertical-align: top; }
.lines thead th:first-child, .line td:first-child { padding-left: 0; }
.lines thead th:nth-child(2), .line td:nth-child(2) { padding-left: 2mm; }
.line, .last { break-inside: avoid; }
.group { break-after: avoid; }
.group th { padding: 4mm 0 1.4mm; border-bottom: 0.2mm solid ${HAIRLINE}; color: ${ACCENT}; font-size: 8.5pt; }
.line-no { color: ${MUTED}; }
.quantity { white-space: normal; }
.detail { font-size: 8.5pt; color: ${MUTED}; }
.total-row td { padding: 2mm 0 0 4mm; font-weight: 600; color: ${ACCENT}; }
/* Below the words, not below the number. */
.total-row td:first-child, .none td:first-child { padding-left: 11mm; }
.none td { color: ${MUTED}; }
.column-no { width: 9mm; }
.column-quantity { width: 28mm; }
.column-price { width: 26mm; }
.column-amount { width: 28mm; }
.column-amount:last-child { width: 36mm; }

.closing-cell { padding: 0; }
.closing { display: grid; grid-template-columns: 1fr 82mm; gap: 14mm; margin-top: 7mm; }
.closing-notes { min-width: 0; }
.closing-notes section + section { margin-top: 5mm; }
.totals { align-self: start; table-layout: auto; }
.totals th { padding: 1mm 4mm 1mm 0; font-weight: 400; color: ${MUTED}; }
.totals td { padding: 1mm 0; vertical-align: bottom; }
.totals .payable th, .totals .payable td { padding-top: 2.5mm; font-size: 12.5pt; font-weight: 600; color: ${ACCENT}; }
.totals .payable:not(:first-child) th, .totals .payable:not(:first-child) td { border-top: 0.35mm solid ${ACCENT}; }
.totals .payable:first-child th, .totals .payable:first-child td { padding-top: 0; }
.totals tr:nth-last-child(2) th, .totals tr:nth-last-child(2) td { padding-bottom: 2.5mm; }

.payment-code { display: grid; grid-template-columns: 26mm minmax(0, 1fr); gap: 5mm; align-items: start; margin-top: 1.5mm; }
.payment-code .facts > div { display: block; padding: 0 0 1mm; }

.goods { margin-top: 8mm; }
.goods > h2 { margin-bottom: 2.5mm; font-size: 10.5pt; color: ${ACCENT}; }
.column-words { width: 34mm; }
.column-figure { width: 26mm; }
.notice { margin: 6mm 0 -1mm; padding: 2mm 3.5mm; border: 0.35mm solid ${ACCENT}; border-radius: 1mm; color: ${ACCENT}; }
.notice b { font-weight: 600; }

.signatures { display: flex; gap: 14mm; margin-top: 24mm; break-inside: avoid; }
.signatures > div { flex: 1 1 0; border-top: 0.25mm solid ${MUTED}; padding-top: 1.5mm; }
.signatures p + p { color: ${MUTED}; font-size: 8.5pt; }

.remarks { margin-top: 7mm; break-inside: avoid; }
`;
