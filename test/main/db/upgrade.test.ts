import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../../src/main/db/open.ts';
import { schemaVersion } from '../../../src/main/db/migrate.ts';
import { PRINTERS } from '../../helpers/delivery-settings.ts';
import { dumpTables } from '../../helpers/dump-tables.ts';
import { type Call, openTestConsole, requestId, type TestConsole } from '../../helpers/open-test-console.ts';
import { MIGRATIONS, newFolder } from './books.ts';

const journalText = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/** The migrations a program of long ago had. */
function firstMigrations(count: number): string {
  const folder = newFolder();
  cpSync(MIGRATIONS, folder, { recursive: true });
  const file = path.join(folder, 'meta', '_journal.json');
  const journal = journalText.parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const { tag } of journal.entries.splice(count)) rmSync(path.join(folder, `${tag}.sql`));
  writeFileSync(file, JSON.stringify(journal));
  return folder;
}

/** A data folder as the program of schema 1 left it. */
function folderOfSchema1(): string {
  const folder = newFolder();
  const { $client: client } = openDatabase(folder, firstMigrations(1));
  // Lines come before their documents here.
  client.pragma('foreign_keys = OFF');
  client.exec(`BEGIN; ${readFileSync(path.join(import.meta.dirname, 'schema-1.sql'), 'utf8')}; COMMIT`);
  expect(client.pragma('foreign_key_check')).toEqual([]);
  expect(client.pragma('user_version', { simple: true })).toBe(1);
  client.close();
  return folder;
}

let folder = '';
beforeEach(() => {
  folder = folderOfSchema1();
});

/** All tables but the migrator's own. */
function rowsOf(dataDir: string) {
  const { __drizzle_migrations: _, ...tables } = dumpTables(dataDir);
  return tables;
}

async function openUpgraded(): Promise<TestConsole> {
  const console = await openTestConsole(folder);
  onTestFinished(() => console.close());
  return console;
}

test('a data folder of schema 1 keeps every row and every figure in it, and a copy from before', () => {
  // The copies are told by their folder now.
  const { backups: _, ...before } = rowsOf(folder);
  const { $client: client } = openDatabase(folder, MIGRATIONS);
  const version = client.pragma('user_version', { simple: true });
  client.close();
  expect(version).toBe(schemaVersion(MIGRATIONS));
  const after = rowsOf(folder);
  for (const [table, rows] of Object.entries(before)) {
    expect([table, after[table]?.length]).toEqual([table, rows.length]);
    expect(after[table]).toMatchObject(rows);
  }
  expect(before['audit']).toHaveLength(27);
  const [copy = ''] = readdirSync(path.join(folder, 'backups'));
  expect(copy).toMatch(/^before-update-from-schema-1-.*Z\.db$/);
});

describe('given a data folder of schema 1, the console of today', () => {
  let console: TestConsole;
  let admin: Call;
  beforeEach(async () => {
    console = await openUpgraded();
    admin = await console.signIn('admin', 'correct horse');
  });

  test('finds the books whole, and goes on with their numbers', async () => {
    expect(await admin('audit.verify', {})).toMatchObject({ ok: true, rows: 28 });
    expect(await admin('stock.check', {})).toEqual({ ok: true, problems: [] });
    expect((await admin('customers.list', { search: '满楼' })).items).toMatchObject([{ balance: '0.00' }]);
    expect(await admin('customers.account', { id: 1 })).toMatchObject({ balance: '145.74' });
    const { transaction, invoice } = await admin('transactions.create', {
      requestId: requestId(),
      customerId: 1,
      source: { kind: 'depot', depotId: 1 },
      items: [{ type: 'service', serviceId: 1, quantity: 1 }],
    });
    expect([transaction.number, invoice?.number]).toEqual(['TRX-KB1-2026-000006', 'INV-KB1-2026-000005']);
    expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('keeps the settings there are, and begins with no printer and no mail', async () => {
    const settings = await admin('settings.get', {});
    expect(settings.security).toMatchObject({ backdateDays: 14 });
    expect(settings.printers).toMatchObject({
      devices: [],
      documents: { receipt: { printer: null, paper: 'ROLL80' } },
    });
    expect(settings.mail).toMatchObject({ isEnabled: false, host: '', port: 587 });
    expect(await admin('mail.status', {})).toEqual({ hasPassword: false });
  });

  test('draws the PDF that was still to be drawn', async () => {
    console.clock.set(new Date('2026-01-20T01:00:06.000Z'));
    await console.drain();
    const { items } = await admin('jobs.list', { sort: 'id' });
    expect(items.map(({ kind, state, subjectId }) => `${kind} ${subjectId} ${state}`)).toEqual([
      'RENDER 1 done',
      'RENDER 2 done',
      'RENDER 3 done',
      'RENDER 4 done',
    ]);
  });

  test('prints what was issued then: invoice, receipt, delivery note and slip', async () => {
    await admin('settings.update', { printers: PRINTERS });
    await admin('invoices.print', { id: 1 });
    await admin('payments.printReceipt', { id: 1 });
    await admin('transactions.printDeliveryNote', { id: 4 });
    await admin('distributions.print', { id: 1 });
    await console.drain();
    expect(console.tray.orders.map(({ title }) => title).toSorted()).toEqual([
      'DST-KB1-2026-000001',
      'INV-KB1-2026-000001',
      'RCT-KB1-2026-000001',
      'TRX-KB1-2026-000004',
    ]);
    expect(await admin('invoices.get', { id: 1 })).toMatchObject({ printCount: 1, status: 'printed' });
    // What a receipt did not hold then is the company as it is.
    const receipt = console.tray.orders.find(({ title }) => title.startsWith('RCT'));
    expect(JSON.stringify(receipt?.roll)).toContain('HSH LPG Pte Ltd');
  });
});
