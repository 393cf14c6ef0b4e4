import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callAsOperator } from '../../../src/main/import/call-console.ts';
import { type Changes, edited, problemsWith } from '../../helpers/import-problems.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { sampleFiles } from '../../helpers/sample-folder.ts';

let depot: TestConsole;
let operator: Call;
beforeAll(async () => {
  depot = await openTestConsole();
  operator = callAsOperator(depot.dispatch, 'test');
});
afterAll(() => depot.remove());

describe('a file that is not as it should be', () => {
  test.each<[string, Changes, string]>([
    [
      'has no headings',
      { 'services.csv': 'STOVE,Gas stove,168.00,SR\n' },
      'services.csv:1 : The first line must name the columns, separated by commas: code,name,price,taxCategory',
    ],
    [
      'is empty',
      { 'services.csv': '' },
      'services.csv:1 : The first line must name the columns, separated by commas: code,name,price,taxCategory',
    ],
    [
      'has semicolons',
      { 'services.csv': 'code;name;price;taxCategory\nA;A;1;SR\n' },
      'services.csv:1 : The first line must name the columns, separated by commas: code,name,price,taxCategory',
    ],
    [
      'has a column we do not know',
      { 'services.csv': 'code,name,price,taxCategory,cost\nA,A,1,SR,2\n' },
      'services.csv:1 cost: There is no such column. The columns are code,name,price,taxCategory',
    ],
    [
      'has a column without a name',
      { 'services.csv': 'code,name,price,taxCategory,\nA,A,1,SR,2\n' },
      'services.csv:1 : Column 5 has no name.',
    ],
    [
      'lacks a column',
      { 'services.csv': 'code,name,taxCategory\nA,A,SR\n' },
      'services.csv:1 price: This column is missing.',
    ],
    [
      'has a column twice',
      { 'services.csv': 'code,name,price,taxCategory,name\nA,A,1,SR,B\n' },
      'services.csv:1 name: This column is there twice.',
    ],
    [
      'has too few cells',
      { 'services.csv': 'code,name,price,taxCategory\n\nA,A,1\n' },
      'services.csv:3 : This row has 3 values, but the first line names 4 columns.',
    ],
    [
      'has a stray quotation mark',
      { 'services.csv': 'code,name,price,taxCategory\nA,3/4" hose,1,SR\n' },
      'services.csv:2 : There is a quotation mark inside a value. Put the whole value in quotation marks and write those inside it twice, like "Tan ""Grill""".',
    ],
    [
      'has text behind a quotation mark',
      { 'services.csv': 'code,name,price,taxCategory\nA,"x" hose,1,SR\n' },
      'services.csv:2 : Something follows the closing quotation mark of a value. Put the whole value in quotation marks and write those inside it twice, like "Tan ""Grill""".',
    ],
    [
      'opens a quotation that never ends',
      { 'services.csv': 'code,name,price,taxCategory\nA,B,1,SR\nC,"D,1,SR\nE,F,1,SR\n' },
      'services.csv:3 : A quotation mark opens in this row and never closes.',
    ],
    [
      'was not UTF-8',
      { 'services.csv': 'code,name,price,taxCategory\nA,Caf\uFFFD,1,SR\n' },
      'services.csv:2 name: "Caf\uFFFD" has lost letters: save the file as "CSV UTF-8" and try again.',
    ],
    [
      'has a name we do not know',
      { 'custmers.csv': '' },
      'custmers.csv:0 : This is not a file of an import. Those are company.json, depots.csv, users.csv, equipment.csv, services.csv, customers.csv, rates.csv, opening.csv.',
    ],
  ])('because it %s', async (_, changes, problem) => {
    expect(await problemsWith(operator, changes)).toContain(problem);
  });

  test('company.json names the field and its line', async () => {
    expect(await problemsWith(operator, edited('company.json', '"KB1"', '"kb 1"'))).toEqual([
      'company.json:7 siteCode: "kb 1" must be capital letters and digits.',
    ]);
    expect(await problemsWith(operator, edited('company.json', '"exclusive"', '"net"'))).toEqual([
      'company.json:12 gstMode: "net" must be one of exclusive, inclusive.',
    ]);
    expect(await problemsWith(operator, edited('company.json', '"uen": ', '"uin": '))).toEqual([
      'company.json:5 uin: There is no such field.',
    ]);
    expect(await problemsWith(operator, edited('company.json', ' "postalCode": "416180",\n', ''))).toEqual([
      'company.json:1 postalCode: This must be filled in.',
    ]);
    expect(await problemsWith(operator, edited('company.json', '"KB1",', '"KB1"'))).toEqual([
      'company.json:8 : This is not well-formed JSON: compare it with the sample’s company.json.',
    ]);
  });
});

describe('files as programs write them', () => {
  test('come with a byte order mark, any kind of line end, empty lines, spaces, and cells over several lines', async () => {
    for (const lineEnd of ['\r\n', '\n', '\r']) {
      const files = Object.entries(sampleFiles()).map(([name, text]): [string, string] => [
        name,
        `\uFEFF${text.replaceAll(/\r?\n/g, lineEnd)}`,
      ]);
      expect(await problemsWith(operator, Object.fromEntries(files))).toEqual([]);
    }
    const address = '"8 Sample Link,\r\nSingapore 416180"';
    const depots = `code,name,address,kind\r\n\r\nHSHKB, HSH Kaki Bukit ,${address},OWN\r\n,,,\r\nSING GAS,S,,SUPPLIER\r\n`;
    expect((await problemsWith(operator, { 'depots.csv': depots }))[0]).toMatch(/^depots.csv:6 code: "SING GAS"/);
  });
});

describe('all problems come at once', () => {
  test('file by file from the top', async () => {
    const changes = {
      ...edited('users.csv', 'E004,COUNTER', 'E004,CLERK'),
      ...edited('rates.csv', 'C0001,', 'C0099,'),
    };
    const bad = { ...changes, ...edited('customers.csv', 'CREDIT,100000.00,30,False', 'LOAN,-1,x,False') };
    const places = (await problemsWith(operator, bad)).map((problem) => problem.split(': ')[0]);
    expect(places).toEqual([
      'customers.csv:2 paymentType',
      'customers.csv:2 creditLimit',
      'customers.csv:2 termsDays',
      'rates.csv:2 customer',
      'users.csv:5 role',
    ]);
  });

  test('up to 200 of them, and the number of the others', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `S${index},Service,free,SR`).join('\n');
    const files = sampleFiles({ 'services.csv': `code,name,price,taxCategory\n${rows}\n` });
    const { problems, moreProblems } = await operator('imports.run', { files, dryRun: true });
    expect([problems.length, moreProblems]).toEqual([200, 100]);
    await expect(operator('imports.run', { files })).rejects.toThrow(
      'services.csv, line 2, price: "free" must be an amount, not negative, like "38.00". There are 299 more problems. Nothing was imported.',
    );
  });

  test('but not of a file of more than 100 000 lines', async () => {
    const text = (lines: number) => `code,name,price,taxCategory\n${',,,\n'.repeat(lines - 1)}`;
    expect(await problemsWith(operator, { 'services.csv': text(100_000) })).toEqual([]);
    expect(await problemsWith(operator, { 'services.csv': text(100_001) })).toEqual([
      'services.csv:100001 : This file has more than 100000 lines: bring it in in parts.',
    ]);
  });

  test('and not of more than 20 MB', async () => {
    const files = { 'services.csv': 'x'.repeat(20_000_001) };
    await expect(operator('imports.run', { files })).rejects.toThrow('files: is more than 20 MB: bring it in in parts');
  });
});

describe('a console that is not set up yet', () => {
  test('needs a company, an administrator and a depot of its own', async () => {
    const users = 'username,fullName,employeeId,role,depot,vehicleNo\ncounter1,Counter One,E003,COUNTER,,\n';
    const depots = 'code,name,address,kind\nUNION,Union Terminal,,SUPPLIER\n';
    const files = { 'users.csv': users, 'depots.csv': depots };
    const { problems } = await operator('imports.run', { files, dryRun: true });
    expect(problems.map(({ file, column, reason }) => `${file} ${column}: ${reason}`)).toEqual([
      'company.json : The console is not set up yet, so the first import must bring this file.',
      'depots.csv kind: The console is not set up yet, so the first import must bring an OWN depot.',
      'users.csv role: The console is not set up yet, so the first import must bring an ADMIN.',
    ]);
  });
});
