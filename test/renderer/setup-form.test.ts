import { expect, test } from 'vitest';
import { EMPTY_SETUP, setupInput, stepOf, wrongIn } from '../../src/renderer/features/setup/setup-form.ts';

const FILLED = {
  ...EMPTY_SETUP,
  'company.name': 'Tan Gas',
  'company.address': '1 Own Road',
  'company.postalCode': '123456',
  siteCode: 'tg1',
  'depot.code': 'YARD',
  'depot.name': 'Tan’s yard',
  'admin.username': 'tan',
  'admin.fullName': 'Tan Ah Kow',
  'admin.employeeId': 'A1',
  'admin.password': 'four walls and a scale',
};

test('a page is right by itself, whatever the others still lack', () => {
  expect(wrongIn('company', { ...EMPTY_SETUP, ...pick('company') })).toEqual([]);
  expect(wrongIn('depot', { ...EMPTY_SETUP, ...pick('siteCode'), ...pick('depot') })).toEqual([]);
  expect(wrongIn('admin', { ...EMPTY_SETUP, ...pick('admin') })).toEqual([]);
});

test('what is wrong is said in the host’s own words', () => {
  expect(wrongIn('company', { ...FILLED, 'company.postalCode': '12345' })).toEqual([
    { path: 'company.postalCode', message: 'must be a Singapore postal code of six digits' },
  ]);
  expect(wrongIn('depot', { ...FILLED, siteCode: 'T-1' })).toEqual([
    { path: 'siteCode', message: 'must be capital letters and digits' },
  ]);
  expect(wrongIn('admin', { ...FILLED, 'admin.password': 'short' })).toEqual([
    { path: 'admin.password', message: 'must have 8 characters at least' },
  ]);
});

test('what is left empty is not there, and a site code is in capitals', () => {
  const { company, siteCode, admin } = setupInput(FILLED);
  expect(siteCode).toBe('TG1');
  expect(company).toMatchObject({ uen: null, gstNumber: null, paynow: null });
  expect('pin' in admin).toBe(false);
});

test.each([
  ['company.paynow.value', 'company'],
  ['siteCode', 'depot'],
  ['depot.code', 'depot'],
  ['admin.pin', 'admin'],
])('%s stands on the page of the %s', (path, step) => {
  expect(stepOf(path)).toBe(step);
});

function pick(part: string) {
  return Object.fromEntries(Object.entries(FILLED).filter(([path]) => path.startsWith(part)));
}
