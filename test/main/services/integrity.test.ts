import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBooksOf } from '../../../src/main/check-books.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { requestId } from '../../helpers/open-test-console.ts';

let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
  await edge.sell([edge.deliver(2)]);
  await edge.sell([edge.deliver(1)], { payment: { method: 'CASH', amount: '39.80', tendered: '40.00' } });
});
afterEach(() => edge.console.remove());

const file = (name: string) => path.join(edge.console.dataDir, name);

/** As somebody with a database tool would. */
function bySql(statement: string): void {
  const db = new Database(file('depot.db'));
  try {
    db.exec(statement);
  } finally {
    db.close();
  }
}

async function reopened(between: () => void): Promise<void> {
  await edge.console.close();
  between();
  edge.console = await edge.console.reopen();
  edge.admin = await edge.console.signIn('admin', 'correct horse');
}

const check = () => checkBooksOf(edge.console.dataDir, edge.console.clock.now());

describe('the check of the books', () => {
  test('finds nothing in whole ones', () => {
    expect(check()).toEqual([]);
  });

  test('are broken when a movement was changed by hand', async () => {
    bySql('DROP TRIGGER movements_no_update; UPDATE movements SET quantity = quantity + 1 WHERE id = 1');
    const problems = check();
    expect(problems.join('\n')).toMatch(/^Audit row \d+: .*movements/);
    expect(problems.join('\n')).toContain('its movements say 48');
  });

  test('are broken when an older copy lies in their place: the documents lost with it are named', async () => {
    await reopened(() => copyFileSync(file('depot.db'), file('old.db')));
    const { invoice } = await edge.sell([edge.deliver(1)], {}, edge.admin);
    await reopened(() => {
      for (const ending of ['-wal', '-shm']) rmSync(file(`depot.db${ending}`), { force: true });
      copyFileSync(file('old.db'), file('depot.db'));
    });
    const sentence = check().find((problem) => problem.startsWith('The anchor file knows documents'));
    expect(sentence).toContain(`${invoice?.number} K001 ${invoice?.total}`);
    expect(sentence).toContain('TRX-KB1-2026-000003');
    expect(sentence).not.toContain('000002');
  });
});

describe('balances kept beside the ledger', () => {
  const SPOIL = `
    UPDATE stock_balances SET quantity = quantity + 3 WHERE location_kind = 'DEPOT' AND quantity > 0;
    DELETE FROM stock_balances WHERE location_kind = 'CUSTOMER';
    UPDATE customer_accounts SET balance = 0;
    UPDATE invoice_facts SET paid = 0, paid_at = NULL WHERE invoice_id = 2;
    DELETE FROM jobs; DELETE FROM invoice_facts WHERE invoice_id = 1`;

  test('are named when they differ, mended by an administrator, and fit again', async () => {
    const before = await edge.admin('customers.account', { id: edge.customerK.id });
    const invoices = await edge.admin('invoices.list', {});
    await edge.console.drain();
    bySql(SPOIL);
    const all = check().join('\n');
    expect(all).toContain('CUSTOMER 1, equipment 1, ON_SITE: the balance says 0, its movements say 3.');
    expect(all).toContain('Customer 1: the account says 0.00, its documents say 79.57.');
    expect(all).toContain(
      'Invoice INV-KB1-2026-000002: total, paid, credited and written off are kept as 39.80, 0.00, 0.00, 0.00, the ledger says 39.80, 39.80, 0.00, 0.00.',
    );
    expect(all).toContain('Invoice INV-KB1-2026-000001');
    const rebuilt = await edge.admin('system.rebuild', { requestId: requestId() });
    expect(rebuilt).toMatchObject({ stockBalances: 2, customerAccounts: 1, invoiceFacts: 2 });
    expect(check()).toEqual([]);
    expect(await edge.admin('customers.account', { id: edge.customerK.id })).toEqual(before);
    const shown = (rows: typeof invoices) =>
      rows.items.map(({ number, status, paid, outstanding, paidAt }) => [number, status, paid, outstanding, paidAt]);
    expect(shown(await edge.admin('invoices.list', {}))).toEqual(shown(invoices));
    const { items } = await edge.admin('audit.list', { action: 'system.rebuild' });
    expect(items).toMatchObject([{ username: 'admin', before: { mended: rebuilt.mended } }]);
    expect(await edge.admin('system.rebuild', {})).toMatchObject({ stockBalances: 0, mended: [] });
  });

  test('are mended by nobody else', async () => {
    const { call } = await edge.addUser('SUPERVISOR', 'super1');
    expect((await problemOf(call('system.rebuild', {}))).code).toBe('FORBIDDEN');
  });
});

describe('closing', () => {
  test('twice is closing once, also at the same time; the folder is free then, and nothing works any more', async () => {
    await Promise.all([edge.console.close(), edge.console.close()]);
    await edge.console.close();
    expect((await problemOf(edge.admin('customers.list', {}))).code).toBe('UNEXPECTED');
    edge.console = await edge.console.reopen();
    expect(await edge.console.anyone('setup.status', {})).toMatchObject({ isSetUp: true });
  });

  test('a console that fails to open half-way leaves nothing locked', async () => {
    await edge.console.close();
    rmSync(file('keys'), { recursive: true });
    copyFileSync(file('anchor.jsonl'), file('keys'));
    await expect(edge.console.reopen()).rejects.toThrow('cannot be used');
    rmSync(file('keys'));
    edge.console = await edge.console.reopen();
    expect(check()).toEqual([]);
  });
});
