import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WireInput } from '../../../src/shared/contract/index.ts';
import { type Counter, openCounter } from '../../helpers/open-counter.ts';
import { openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

let books: TestConsole;
let counter: Counter;

const CUSTOMERS: Partial<WireInput<'customers.create'>>[] = [
  { name: '福满楼 Restaurant', phone: '6905 6570', address: '88 Toa Payoh Road #03-29', postalCode: '551885' },
  { name: 'Tan & Sons\' "Grill"', address: '181 Jurong Road', postalCode: '338245', meterNumber: 'M100001' },
  { name: 'முருகன் Vegetarian', address: '221 Geylang Road', email: 'office@murugan.example' },
  {
    name: 'Café Éclair — Katong',
    address: '110 Katong\nRoad',
    siteAddress: 'Changi Village 7',
    sitePostalCode: '500007',
  },
  { name: '100% Laksa_House*', address: '1 Back\\slash Lane' },
];

beforeAll(async () => {
  books = await openTestConsole();
  counter = await openCounter(books);
  for (const fields of CUSTOMERS) await counter.addCustomer(fields);
});
afterAll(() => books.remove());

async function find(search: string): Promise<string[]> {
  const { items, total } = await counter.admin('customers.list', { search, sort: 'code' });
  expect(total).toBe(items.length);
  return items.map(({ code }) => code);
}

test.each([
  ['name', 'restaurant', ['K001']],
  ['two Chinese characters', '满楼', ['K001']],
  ['one Chinese character', '楼', ['K001']],
  ['Tamil', 'முரு', ['K003']],
  ['the last character', '楼 r', ['K001']],
  ['code', 'k00', ['K001', 'K002', 'K003', 'K004', 'K005']],
  ['the end of a code', '04', ['K004']],
  ['phone as written', '6905 65', ['K001']],
  ['phone without its space', '69056570', ['K001']],
  ['address', 'payoh road #03', ['K001']],
  ['over a line’s end', 'katong road', ['K004']],
  ['postal code', '338245', ['K002']],
  ['part of a postal code', '3824', ['K002']],
  ['site', 'village', ['K004']],
  ['site’s postal code', '500007', ['K004']],
  ['meter number', 'm1000', ['K002']],
  ['e-mail address', 'murugan.ex', ['K003']],
  ['whatever its case', 'JURONG', ['K002']],
  ['whatever its accents', 'cafe eclair', ['K004']],
  ['with accents that are not there', 'réstaurant', ['K001']],
  ['runs of spaces as one', '  toa    payoh ', ['K001']],
  ['one letter', 'v', ['K003', 'K004']],
  ['two letters', 'ro', ['K001', 'K002', 'K003', 'K004']],
  ['from one part into the next', 'restaurant k001', []],
  ['its parts in another place', 'payoh toa', []],
  ['signs of a query', '"grill"', ['K002']],
  ['signs of a pattern', '100%', ['K005']],
  ['a star', 'house*', ['K005']],
  ['a backslash', 'back\\slash', ['K005']],
  ['what no customer has', 'zzz', []],
  ['words of the index’s own', 'active', []],
  ['the beginning of one', 'ac', ['K005']],
])('finds customers by %s', async (_what, search, codes) => {
  expect(await find(search)).toEqual(codes);
});

test('whatever is typed is answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (search) => {
      await counter.admin('customers.list', { search });
      await counter.admin('invoices.list', { search });
      await counter.admin('audit.list', { search });
    }),
    { numRuns: 200 },
  );
  for (const search of ['"', '""', "'", '*', 'a*', 'NEAR(a b)', 'a AND b', '{name}: x', '^a', '(', '😀', '\u0000a']) {
    await counter.admin('customers.list', { search });
  }
});

test('finds a customer by the new name, and no more by the old one', async () => {
  const { id } = await counter.addCustomer({ name: 'Old Sparrow' });
  await counter.admin('customers.update', { id, name: 'New Falcon 新鹰' });
  expect(await find('sparrow')).toEqual([]);
  expect(await find('鹰')).toHaveLength(1);
  await counter.admin('customers.deactivate', { id });
  expect((await counter.admin('customers.list', { search: 'falcon', isActive: true })).items).toEqual([]);
  expect((await counter.admin('customers.list', { search: 'falcon', isActive: false })).items).toHaveLength(1);
});

test('a customer whose import was refused is not found', async () => {
  await expect(counter.addCustomer({ code: 'K001', name: 'Twice Told' })).rejects.toThrow('CONFLICT');
  expect(await find('twice')).toEqual([]);
});
