import type { BusinessDate } from '../../shared/dates.ts';
import { type InvoiceSnapshot, owedOn } from '../../shared/invoice-snapshot.ts';
import { type Cents, formatCents } from '../../shared/money.ts';
import { crc16 } from './crc16.ts';

export interface PayNowRequest {
  paynow: { kind: 'UEN' | 'MOBILE'; value: string };
  /** More than nothing; the payer cannot change it. */
  amount: Cents;
  /** What the bank tells the payee: the invoice's number. 25 characters are kept. */
  reference: string;
  /** Shown to the payer before he agrees. 25 characters are kept, and only those that a bank's till knows (ASCII). */
  merchantName: string;
  /** The last day on which a bank takes it; without, it stays good. */
  expires?: BusinessDate;
}

/**
 * The text of a PayNow QR code (SGQR, which is EMVCo's "Merchant-Presented Mode"): data objects of a two-digit id, a
 * two-digit length and a value.
 *
 * 00 payload format · 01 point of initiation, 12: for one payment · 26 merchant account: 00 scheme, 01 proxy type (2
 * UEN, 0 mobile), 02 proxy, 03 whether the amount may be edited, 04 last day · 52 merchant category · 53 currency,
 * 702: SGD · 54 amount · 58 country · 59 merchant name · 60 city · 62-01 bill number · 63 CRC over all before it.
 *
 * @throws RangeError when there is nothing to pay.
 */
export function payNowQr({ paynow, amount, reference, merchantName, expires }: PayNowRequest): string {
  if (amount <= 0) throw new RangeError(`nothing to pay: ${amount}`);
  const account = [
    field('00', 'SG.PAYNOW'),
    field('01', paynow.kind === 'UEN' ? '2' : '0'),
    field('02', paynow.kind === 'UEN' ? uenOf(paynow.value) : mobileOf(paynow.value)),
    field('03', '0'),
    expires === undefined ? '' : field('04', expires.replaceAll('-', '')),
  ];
  const payload = [
    field('00', '01'),
    field('01', '12'),
    field('26', account.join('')),
    field('52', '0000'),
    field('53', '702'),
    field('54', formatCents(amount)),
    field('58', 'SG'),
    field('59', plain(merchantName) || 'NA'),
    field('60', 'Singapore'),
    field('62', field('01', plain(reference))),
    // The CRC covers its own id and length.
    '6304',
  ].join('');
  return payload + crc16(payload);
}

/** The PayNow QR code for what is owed on an invoice; `null` when that is nothing, or the supplier has no PayNow. */
export function invoicePayNowQr(invoice: InvoiceSnapshot): string | null {
  const { supplier, number } = invoice;
  const amount = owedOn(invoice);
  if (amount <= 0 || supplier.paynow === null) return null;
  return payNowQr({ paynow: supplier.paynow, amount, reference: number, merchantName: supplier.name });
}

const LONGEST_TEXT = 25;

function field(id: string, value: string): string {
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
}

/** Lengths are counted in characters of one byte each: anything else would shift all that follows. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\u{20}-\u{7E}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, LONGEST_TEXT)
    .trimEnd();
}

function uenOf(typed: string): string {
  return typed.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();
}

/** As a bank knows it: `9123 4567` → `+6591234567`. */
function mobileOf(typed: string): string {
  const digits = typed.replaceAll(/\D/g, '');
  return digits.length === 8 ? `+65${digits}` : `+${digits}`;
}
