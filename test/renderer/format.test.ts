import { describe, expect, it } from 'vitest';
import { formatCount, formatDollars, formatMoney, sumMoney } from '../../src/renderer/format.ts';

describe('money on screen', () => {
  it('has two decimals and its thousands apart', () => {
    expect(['0', '38.5', '-1234.5', '1234567.89'].map(formatMoney)).toEqual([
      '0.00',
      '38.50',
      '-1,234.50',
      '1,234,567.89',
    ]);
  });

  it('puts the sign before the currency', () => {
    expect(['181.4', '-0.02'].map(formatDollars)).toEqual(['$181.40', '-$0.02']);
  });

  it('leaves alone what is no amount', () => {
    expect(formatMoney('')).toBe('');
  });

  it('adds without losing a cent', () => {
    expect(sumMoney(['0.10', '0.20', '-0.30', '73.00', '26.36'])).toBe('99.36');
    expect(sumMoney([])).toBe('0.00');
  });
});

describe('counts on screen', () => {
  it('have their thousands apart, also below zero', () => {
    expect([0, 999, 1000, -12345].map(formatCount)).toEqual(['0', '999', '1,000', '-12,345']);
  });
});
