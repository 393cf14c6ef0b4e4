import { expect, test } from 'vitest';
import { addressLines } from '../../../src/main/documents/address.ts';

test('the postal code stands on a line of its own', () => {
  expect(addressLines('88 Toa Payoh Road #03-29', '551885')).toEqual(['88 Toa Payoh Road #03-29', 'Singapore 551885']);
});

test('Singapore is not said twice', () => {
  expect(addressLines('8 Sample Link, Kaki Bukit, Singapore', '416180')).toEqual([
    '8 Sample Link, Kaki Bukit',
    'Singapore 416180',
  ]);
});

test('an address that holds its postal code is left as typed', () => {
  expect(addressLines('8 Sample Link\nSingapore 416180', '416180')).toEqual(['8 Sample Link', 'Singapore 416180']);
});

test('without a postal code the address is left as typed', () => {
  expect(addressLines('Jalan Besar 12, Johor Bahru', '')).toEqual(['Jalan Besar 12, Johor Bahru']);
});
