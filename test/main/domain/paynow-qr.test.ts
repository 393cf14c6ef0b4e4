import { expect, test } from 'vitest';
import { crc16 } from '../../../src/main/domain/crc16.ts';
import { invoicePayNowQr, payNowQr, type PayNowRequest } from '../../../src/main/domain/paynow-qr.ts';
import type { BusinessDate } from '../../../src/shared/dates.ts';
import { invoiceWithLines, money, workedExample } from '../../helpers/invoice-snapshots.ts';

const request: PayNowRequest = {
  paynow: { kind: 'UEN', value: '202599001H' },
  amount: money('181.38'),
  reference: 'INV-KB1-2026-000123',
  merchantName: 'HSH LPG Pte Ltd',
};

/** Takes data objects apart: id → value. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const length = Number(text.slice(at + 2, at + 4));
    fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

test('a published code to a mobile number comes out the same to the last digit', () => {
  expect(
    payNowQr({
      paynow: { kind: 'MOBILE', value: '9123 4567' },
      amount: money('25.50'),
      reference: 'INV-DEMO-001',
      merchantName: 'Demo Merchant',
      expires: '2031-09-16' as BusinessDate,
    }),
  ).toBe(
    '00020101021226500009SG.PAYNOW010100211+659123456703010040820310916520400005303702540525.505802SG5913Demo Merchant6009Singapore62160112INV-DEMO-00163048F64',
  );
});

test('each EMVCo field holds what it should for a payment to a UEN', () => {
  const code = payNowQr(request);
  const fields = fieldsOf(code);
  expect([...fields.keys()]).toEqual(['00', '01', '26', '52', '53', '54', '58', '59', '60', '62', '63']);
  expect(Object.fromEntries(fieldsOf(fields.get('26')!))).toEqual({
    '00': 'SG.PAYNOW',
    '01': '2',
    '02': '202599001H',
    '03': '0',
  });
  expect(fields.get('53')).toBe('702');
  expect(fields.get('54')).toBe('181.38');
  expect(fields.get('59')).toBe('HSH LPG Pte Ltd');
  expect(fieldsOf(fields.get('62')!).get('01')).toBe('INV-KB1-2026-000123');
  expect(fields.get('63')).toBe(crc16(code.slice(0, -4)));
});

test.each([
  ['91234567', '+6591234567'],
  ['+65 9123-4567', '+6591234567'],
  ['6591234567', '+6591234567'],
])('the mobile number %s is known to the bank as %s', (value, known) => {
  const account = fieldsOf(payNowQr({ ...request, paynow: { kind: 'MOBILE', value } })).get('26')!;
  expect(fieldsOf(account).get('01')).toBe('0');
  expect(fieldsOf(account).get('02')).toBe(known);
});

test('a UEN is taken as typed, but for spaces and small letters', () => {
  const account = fieldsOf(payNowQr({ ...request, paynow: { kind: 'UEN', value: ' 2025 99001h' } })).get('26')!;
  expect(fieldsOf(account).get('02')).toBe('202599001H');
});

test.each([
  ['Kim Seng Huat Gas & Appliances (Kaki Bukit) Pte Ltd', 'Kim Seng Huat Gas & Appli'],
  ['福满楼 Gas', 'Gas'],
  ['福满楼', 'NA'],
  ['Café Noir', 'Cafe Noir'],
])('the merchant name %s becomes %s and shifts no field after it', (merchantName, printed) => {
  const fields = fieldsOf(payNowQr({ ...request, merchantName }));
  expect(fields.get('59')).toBe(printed);
  expect(fields.get('60')).toBe('Singapore');
});

test('nothing cannot be asked for', () => {
  expect(() => payNowQr({ ...request, amount: money('0.00') })).toThrow(RangeError);
});

test('an invoice asks for what is still owed on it, by its number', () => {
  const { payment, ...rest } = workedExample();
  const part = { ...rest, payment: { ...payment!, amount: money('100.00') } };
  const fields = fieldsOf(invoicePayNowQr(part)!);
  expect(fields.get('54')).toBe('81.40');
  expect(fieldsOf(fields.get('62')!).get('01')).toBe('INV-KB1-2026-000123');
});

test('an invoice that is paid, or whose supplier has no PayNow, asks for nothing', () => {
  expect(invoicePayNowQr(workedExample())).toBeNull();
  const invoice = invoiceWithLines(1);
  expect(invoicePayNowQr({ ...invoice, supplier: { ...invoice.supplier, paynow: null } })).toBeNull();
});
