import { expect, test } from 'vitest';
import { rankCustomers } from '../../../src/renderer/features/sales/rank-customers.ts';

/** In the order of the host's list. */
const FOUND = [
  { code: 'C0024', name: 'Ang Mo Kio Canteen 23' },
  { code: 'C0040', name: 'Mocca Bar' },
  { code: 'C0004', name: 'Café Éclair — Katong' },
  { code: 'CA', name: 'Old Airport Road Stall 7' },
  { code: 'C0031', name: 'Laundry in Cashew Road' },
  { code: 'C0050', name: 'Bedok Bakery' },
];
const ranked = (typed: string) => rankCustomers(FOUND, typed).map(({ code }) => code);

test('whose code it is comes first, then whose name begins so, then who has such a word, then any part of it', () => {
  expect(ranked('ca')).toEqual(['CA', 'C0004', 'C0024', 'C0031', 'C0040', 'C0050']);
});

test('accents and capitals make no difference', () => {
  expect(ranked('CAFE')[0]).toBe('C0004');
  expect(ranked('éclair')[0]).toBe('C0004');
});

test('nothing typed leaves the order as it is', () => {
  expect(ranked('')).toEqual(FOUND.map(({ code }) => code));
});
