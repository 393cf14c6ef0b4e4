import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openTestConsole } from '../helpers/open-test-console.ts';
import { buildFixture } from './fixture.ts';

async function build(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'depot-fixture-'));
  await buildFixture(folder, { invoices: 500, customers: 200 });
  return folder;
}

test('books poured in are books like any other', async () => {
  const folder = await build();
  const file = new Database(path.join(folder, 'depot.db'), { readonly: true });
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(file.pragma('foreign_key_check')).toEqual([]);
  expect(file.prepare('SELECT count(*) FROM invoices').pluck().get()).toBe(500);
  const owed = `SELECT customer_id, balance - (SELECT coalesce(sum(outstanding), 0) FROM invoice_facts
    WHERE customer_id = customer_accounts.customer_id) AS difference FROM customer_accounts WHERE difference <> 0`;
  expect(file.prepare(owed).all()).toEqual([]);
  file.close();
  const books = await openTestConsole(folder);
  const admin = await books.signIn('admin', 'correct horse');
  expect(await admin('stock.check', {})).toEqual({ ok: true, problems: [] });
  expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
  await books.remove();
});

test('the same books each time', async () => {
  const heads: unknown[] = [];
  for (const folder of [await build(), await build()]) {
    const books = await openTestConsole(folder);
    const admin = await books.signIn('admin', 'correct horse');
    heads.push(await admin('audit.verify', {}));
    await books.remove();
  }
  expect(heads[0]).toEqual(heads[1]);
});
