import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callAsOperator } from '../../../src/main/import/call-console.ts';
import { dumpTables } from '../../helpers/dump-tables.ts';
import { openCounter } from '../../helpers/open-counter.ts';
import { type Call, openTestConsole, type TestConsole } from '../../helpers/open-test-console.ts';
import { sampleFiles } from '../../helpers/sample-folder.ts';

const WHOLE = { company: 1, depots: 3, users: 8, equipment: 7, services: 4, customers: 48, rates: 85, opening: 110 };
const NOTHING = { company: 0, depots: 0, users: 0, equipment: 0, services: 0, customers: 0, rates: 0, opening: 0 };

let depot: TestConsole;
let operator: Call;
beforeEach(async () => {
  depot = await openTestConsole();
  operator = callAsOperator(depot.dispatch, 'test');
});
afterEach(() => depot.remove());

async function customerOf(code: string) {
  const { items } = await operator('customers.list', { search: code });
  return operator('customers.get', { id: items[0]?.id ?? 0 });
}

describe('the sample folder', () => {
  test('sets a fresh console up and comes in whole', async () => {
    const answer = await operator('imports.run', { files: sampleFiles() });
    expect(answer).toMatchObject({ problems: [], moreProblems: 0, created: WHOLE, unchanged: NOTHING });
    expect(await operator('setup.status', {})).toEqual({
      isSetUp: true,
      companyName: 'HSH LPG Pte Ltd',
      siteCode: 'KB1',
    });
    expect(await operator('settings.get', {})).toMatchObject({ tax: { gstMode: 'exclusive', cashRounding: true } });
    expect(await operator('stock.check', {})).toEqual({ ok: true, problems: [] });
    expect(await operator('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('keeps awkward names, terms, meters and rates', async () => {
    await operator('imports.run', { files: sampleFiles() });
    expect(await customerOf('C0002')).toMatchObject({
      name: 'Tan & Sons\' <Seafood> "Grill"',
      paymentType: 'CASH',
      isMeterInstalled: true,
      meterDigits: 5,
      lastMeterReading: '99990.500',
      meterRate: '2.8504',
      meterRates: [{ rate: '2.8504', from: '2000-01-01' }],
    });
    const { rates, ...credit } = await customerOf('C0003');
    expect(credit).toMatchObject({ paymentType: 'CREDIT', creditLimit: '100000.00', termsDays: 30 });
    expect(rates.map(({ rate, from }) => `${rate} ${from}`).toSorted()).toEqual([
      '109.62 2026-01-01',
      '117.76 2026-01-01',
      '22.95 2026-01-01',
      '28.35 2026-02-01',
    ]);
  });

  test('writes an audit row for each thing in one commit, and opening stock as movements', async () => {
    await operator('imports.run', { files: sampleFiles() });
    const { commits, audit, movements } = dumpTables(depot.dataDir);
    expect(commits?.filter((row) => field(row, 'verb') === 'imports.run')).toHaveLength(1);
    const actions = Map.groupBy(audit ?? [], (row) => field(row, 'action'));
    expect(actions.get('customers.create')).toHaveLength(48);
    expect(actions.get('imports.opening')).toHaveLength(110);
    expect(movements).toHaveLength(110);
    const from = { from_kind: 'OPENING', document_kind: 'IMPORT', business_date: '2026-01-20' };
    expect(movements?.every((row) => Object.entries(from).every(([name, value]) => field(row, name) === value))).toBe(
      true,
    );
  });

  test('gives each user a one-time password, which is kept nowhere', async () => {
    const { oneTimePasswords } = await operator('imports.run', { files: sampleFiles() });
    expect(oneTimePasswords.map(({ username }) => username)).toEqual([
      'admin',
      'super1',
      'counter1',
      'counter2',
      'driver1',
      'driver2',
      'driver3',
      'audit1',
    ]);
    expect(new Set(oneTimePasswords.map(({ password }) => password)).size).toBe(8);
    const books = JSON.stringify(dumpTables(depot.dataDir));
    for (const { username, password } of oneTimePasswords) {
      expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
      expect(books).not.toContain(password);
      expect(await depot.anyone('session.login', { username, password })).toMatchObject({ mustChangePassword: true });
    }
  });

  test('changes nothing when it comes a second time', async () => {
    await operator('imports.run', { files: sampleFiles() });
    const before = dumpTables(depot.dataDir);
    const again = await operator('imports.run', { files: sampleFiles() });
    expect(again).toEqual({ problems: [], moreProblems: 0, created: NOTHING, unchanged: WHOLE, oneTimePasswords: [] });
    expect(dumpTables(depot.dataDir)).toEqual(before);
  });

  test('a dry run says what would come in and writes nothing', async () => {
    await operator('setup.status', {});
    const before = dumpTables(depot.dataDir);
    const preview = await operator('imports.run', { files: sampleFiles(), dryRun: true });
    expect(preview).toEqual({
      problems: [],
      moreProblems: 0,
      created: WHOLE,
      unchanged: NOTHING,
      oneTimePasswords: [],
    });
    expect(dumpTables(depot.dataDir)).toEqual(before);
  });

  test('one bad row keeps all of it out', async () => {
    const rates = (sampleFiles()['rates.csv'] ?? '').replace('C0048,CYL-9,22.41', 'C0048,CYL-9,22.415677');
    await operator('setup.status', {});
    const before = dumpTables(depot.dataDir);
    await expect(operator('imports.run', { files: sampleFiles({ 'rates.csv': rates }) })).rejects.toMatchObject({
      problem: { code: 'VALIDATION', details: { errors: [{ path: 'rates.csv:86:rate' }] } },
    });
    expect(dumpTables(depot.dataDir)).toEqual(before);
  });
});

describe('a console that is set up', () => {
  test('takes some files alone, and leaves what it has as it is', async () => {
    await operator('imports.run', { files: sampleFiles() });
    const { id } = await customerOf('C0001');
    await operator('customers.update', { id, name: 'Renamed since' });
    const rates = 'customer,sku,rate,from\nc0001,cyl-12.7,1.00,2026-01-01\nC0001,CYL-12.7,33.00,2026-03-01\n';
    const opening = 'entity,code,sku,condition,quantity\ndepot,HSHKB,CYL-9,FULL,5\ntruck,driver1,CYL-9,FULL,2\n';
    const { 'customers.csv': customers = '' } = sampleFiles();
    const files = { 'customers.csv': customers, 'rates.csv': rates, 'opening.csv': opening };
    expect(await operator('imports.run', { files })).toMatchObject({
      created: { customers: 0, rates: 1, opening: 1 },
      unchanged: { customers: 48, rates: 1, opening: 1 },
    });
    const after = await operator('customers.get', { id });
    expect(after.name).toBe('Renamed since');
    expect(after.rates.map(({ rate, from }) => `${rate} ${from}`)).toEqual(
      expect.arrayContaining(['32.04 2026-01-01', '33.00 2026-03-01', '110.08 2026-01-01']),
    );
    const { items } = await operator('inventories.list', { entity: 'truck' });
    expect(items).toMatchObject([{ full: 2 }]);
  });

  test('keeps its company, its first depot and its administrator', async () => {
    const { admin } = await openCounter(depot, { gstNumber: null });
    const { created, unchanged, oneTimePasswords } = await admin('imports.run', { files: sampleFiles() });
    expect(created).toMatchObject({ company: 0, depots: 1, users: 7 });
    expect(unchanged).toMatchObject({ company: 1, depots: 2, users: 1 });
    expect(oneTimePasswords.map(({ username }) => username)).not.toContain('admin');
    expect((await admin('settings.get', {})).company.gstNumber).toBeNull();
  });

  test('gives nothing away that belongs to something else', async () => {
    await operator('imports.run', { files: sampleFiles() });
    const files = {
      'users.csv': 'username,fullName,employeeId,role,depot,vehicleNo\nnew1,New One,e003,COUNTER,HSHKB,\n',
      'equipment.csv':
        'name,sku,type,weightKg,listPrice,deposit,reorderLevel,barcode\nNew,NEW,CYLINDER,,,,,8880001000096\n',
    };
    const { problems } = await operator('imports.run', { files, dryRun: true });
    expect(problems.map(({ column, reason }) => `${column}: ${reason}`)).toEqual([
      'barcode: "8880001000096" belongs to CYL-9 in the books.',
      'employeeId: "e003" belongs to counter1 in the books.',
    ]);
  });

  test('refuses the folder of another site', async () => {
    await operator('imports.run', { files: sampleFiles() });
    const company = (sampleFiles()['company.json'] ?? '').replace('"KB1"', '"TP2"');
    const { problems } = await operator('imports.run', { files: { 'company.json': company }, dryRun: true });
    expect(problems).toEqual([
      { file: 'company.json', line: 7, column: 'siteCode', reason: 'This console is of site KB1, not of TP2.' },
    ]);
  });

  test('lets nobody but an administrator import', async () => {
    const { addUser } = await openCounter(depot);
    const { call } = await addUser('SUPERVISOR', 'super9');
    await expect(call('imports.run', { files: sampleFiles() })).rejects.toMatchObject({
      problem: { code: 'FORBIDDEN' },
    });
  });
});

function field(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;
}
