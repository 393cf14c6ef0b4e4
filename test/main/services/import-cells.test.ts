import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callAsOperator } from '../../../src/main/import/call-console.ts';
import { edited, problemsWith } from '../../helpers/import-problems.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';

let depot: TestConsole;
let operator: Call;
beforeAll(async () => {
  depot = await openTestConsole();
  operator = callAsOperator(depot.dispatch, 'test');
});
afterAll(() => depot.remove());

describe('a cell that is not right is named with file, line, column and reason', () => {
  test.each([
    ['depots.csv', 'UNION,', 'UNI ON,', '4 code: "UNI ON" must be letters, digits, dots or dashes, without spaces.'],
    ['depots.csv', '627001",SUPPLIER', '627001",PLANT', '4 kind: "PLANT" must be one of OWN, SUPPLIER.'],
    ['users.csv', 'counter2,Counter Two', ',Counter Two', '5 username: This must be filled in.'],
    [
      'users.csv',
      'E004,COUNTER',
      'E004,CLERK',
      '5 role: "CLERK" must be one of ADMIN, SUPERVISOR, COUNTER, DRIVER, AUDITOR.',
    ],
    ['equipment.csv', '9.00,27.00', '9 kg,27.00', '2 weightKg: "9 kg" must be kilograms, like "12.70".'],
    ['equipment.csv', '27.00,50.00', '$27,50.00', '2 listPrice: "$27" must be an amount, not negative, like "38.00".'],
    ['equipment.csv', '50.00,20,', '50.00,2.5,', '2 reorderLevel: "2.5" must be a whole number.'],
    ['services.csv', '168.00', '-168.00', '2 price: "-168.00" must be an amount, not negative, like "38.00".'],
    ['services.csv', '168.00,SR', '168.00,GST', '2 taxCategory: "GST" must be one of SR, ZR, ES33.'],
    [
      'customers.csv',
      'accounts2@',
      'accounts2 at ',
      '3 email: "accounts2 at customer2.example" must be an e-mail address, like "name@example.com".',
    ],
    ['customers.csv', '338245', '33824', '3 postalCode: "33824" must be a Singapore postal code of six digits.'],
    [
      'customers.csv',
      'CREDIT,100000.00,30,False',
      'CREDIT,100000.00,400,False',
      '2 termsDays: "400" must be 365 at most.',
    ],
    [
      'customers.csv',
      'CASH,,,True',
      'CASH,,,Maybe',
      '3 isMeterInstalled: "Maybe" must be one of true, yes, false, no.',
    ],
    [
      'customers.csv',
      '99990.500',
      '99990.5001',
      '3 lastMeterReading: "99990.5001" must be a meter reading, like "1480.000".',
    ],
    ['customers.csv', '2.8504', '2.85041', '3 meterRate: "2.85041" must be a rate, not negative, like "2.8504".'],
    ['rates.csv', '32.04,2026-01-01', '32.04,2026-02-30', '2 from: "2026-02-30" is not a day of the calendar.'],
    ['rates.csv', '32.04,2026-01-01', '32.04,1/1/2026', '2 from: "1/1/2026" must be a date, like "2026-01-20".'],
    ['opening.csv', 'FULL,171', 'FULL,0', '2 quantity: "0" must be 1 at least.'],
    [
      'opening.csv',
      'depot,HSHKB,CYL-9,FULL',
      'shop,HSHKB,CYL-9,FULL',
      '2 entity: "shop" must be one of depot, truck, customer.',
    ],
  ])('%s: %s → %s', async (file, from, to, problem) => {
    expect(await problemsWith(operator, edited(file, from, to))).toContain(`${file}:${problem}`);
  });

  test('with as much of a long value as fits into a line', async () => {
    const [problem] = await problemsWith(operator, edited('users.csv', 'Counter Two', 'x'.repeat(150)));
    expect(problem).toBe(`users.csv:5 fullName: "${'x'.repeat(40)}…" must have 100 characters at most.`);
  });
});

describe('what is the same twice or belongs to nothing', () => {
  test.each([
    ['customers.csv', 'C0005,', 'c0004,', '6 code: "c0004" is on line 5 already.'],
    [
      'customers.csv',
      'accounts5@customer5',
      'ACCOUNTS4@customer4',
      '6 email: "ACCOUNTS4@customer4.example" is on line 5 already.',
    ],
    ['users.csv', 'E004', 'E003', '5 employeeId: "E003" is on line 4 already.'],
    ['equipment.csv', '8880001000126', '8880001000096', '3 barcode: "8880001000096" is on line 2 already.'],
    [
      'rates.csv',
      '28.35,2026-02-01',
      '28.35,2026-01-01',
      '5 customer: "C0002, CYL-9, 2026-01-01" is on line 4 already.',
    ],
    [
      'opening.csv',
      'HSHKB,CYL-9,EMPTY',
      'HSHKB,CYL-9,FULL',
      '3 entity: "depot, HSHKB, CYL-9, FULL" is on line 2 already.',
    ],
    ['users.csv', 'COUNTER,HSHKB', 'COUNTER,HSHKL', '4 depot: "HSHKL" is neither in depots.csv nor in the books.'],
    ['rates.csv', 'C0048,', 'C0099,', '86 customer: "C0099" is neither in customers.csv nor in the books.'],
    ['rates.csv', 'C0048,CYL-9', 'C0048,CYL-8', '86 sku: "CYL-8" is neither in equipment.csv nor in the books.'],
    [
      'opening.csv',
      'customer,C0048,CYL-9',
      'customer,C0099,CYL-9',
      '110 code: "C0099" is neither in customers.csv nor in the books.',
    ],
    [
      'opening.csv',
      'customer,C0048,CYL-9,ON_SITE',
      'customer,C0048,CYL-9,FULL',
      '110 condition: At a customer there is only ON_SITE.',
    ],
    [
      'opening.csv',
      'HSHKB,CYL-9,EMPTY',
      'HSHKB,CYL-9,ON_SITE',
      "3 condition: Only a customer's is ON_SITE; else use FULL, EMPTY, DAMAGED.",
    ],
    [
      'opening.csv',
      'depot,HSHKB,CYL-9,EMPTY',
      'truck,counter1,CYL-9,EMPTY',
      '3 code: "counter1" is not a driver, in users.csv or in the books.',
    ],
  ])('%s: %s → %s', async (file, from, to, problem) => {
    expect(await problemsWith(operator, edited(file, from, to))).toContain(`${file}:${problem}`);
  });

  test('is not suspected of a row that has another fault, or of a file that cannot be read to its end', async () => {
    expect(await problemsWith(operator, edited('customers.csv', '338245', 'x'))).toHaveLength(1);
    expect(await problemsWith(operator, edited('customers.csv', 'Café Éclair', 'Café "Éclair'))).toHaveLength(1);
  });
});
