import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { finishRestore } from '../../../src/main/restore/put-in-place.ts';
import { problemOf } from '../../helpers/open-edge-case.ts';
import { type Call, requestId } from '../../helpers/open-test-console.ts';
import { LATER, openRestoreDesk, type RestoreDesk } from './restore-desk.ts';

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await openRestoreDesk();
});
afterEach(() => desk.remove());

const numbersOf = (from: number, to: number, kind: string) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${kind}-KB1-2026-${String(from + n).padStart(6, '0')}`);

describe('given a copy of ten minutes ago, and 20 invoices since', () => {
  let copy: string;
  beforeEach(async () => {
    await desk.sell([desk.deliver(1)]);
    const { name } = await desk.admin('backups.run', {});
    copy = path.join(desk.dataDir, 'backups', name);
    desk.console.clock.set(LATER);
    for (let n = 0; n < 20; n += 1) {
      // Every second one is paid at once: 39.79, rounded to 39.80 in cash.
      const payment = { method: 'CASH' as const, amount: '39.80' };
      await desk.sell([desk.deliver(1)], n % 2 === 0 ? {} : { payment });
    }
    await desk.console.close();
  });

  test('a restore lists the 20 with customer and total, and the next number is a fresh one', async () => {
    const { code, out, err } = await desk.restore(copy);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('50 documents were issued since');
    expect(out).toContain('INV-KB1-2026-000002  2026-01-20  K001  39.79');
    const { admin } = await desk.openAgain();
    const { items } = await admin('lostDocuments.list', {});
    expect(items).toHaveLength(20);
    const invoices = items.map(({ documents }) => documents.find(({ number }) => number.startsWith('INV')));
    expect(invoices.map((invoice) => invoice?.number)).toEqual(numbersOf(2, 21, 'INV'));
    expect(invoices.every((invoice) => invoice?.customer === 'K001')).toBe(true);
    expect(items[0]).toMatchObject({
      businessDate: '2026-01-20',
      state: 'lost',
      documents: [
        { number: 'TRX-KB1-2026-000002', customer: 'K001', total: '39.79' },
        { number: 'INV-KB1-2026-000002', customer: 'K001', total: '39.79' },
      ],
    });
    expect(items[1]?.documents[2]).toEqual({ number: 'RCT-KB1-2026-000001', customer: 'K001', total: '39.80' });
    expect((await admin('system.health', {})).notices).toEqual([
      '50 documents are to be entered again: the books were restored from a copy that did not have them. See Export & backup → Lost documents.',
    ]);
    const { invoice, transaction } = await sellOne(admin);
    expect([transaction.number, invoice?.number]).toEqual(['TRX-KB1-2026-000022', 'INV-KB1-2026-000022']);
    const [row] = (await admin('audit.list', { action: 'backups.restore' })).items;
    expect(row).toMatchObject({ username: 'operator', entityNumber: path.basename(copy) });
    expect(row?.after).toMatchObject({ problems: [], anchored: {} });
    expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
    expect(await admin('stock.check', {})).toEqual({ ok: true, problems: [] });
  });

  const sellOne = (admin: Call) =>
    admin('transactions.create', {
      requestId: requestId(),
      customerId: desk.customerK.id,
      source: { kind: 'depot', depotId: desk.depotId },
      items: [desk.deliver(1)],
    });

  test('the 20 are entered again under their own numbers, each once', async () => {
    await desk.restore(copy);
    const { admin } = await desk.openAgain();
    const { items } = await admin('lostDocuments.list', {});
    for (const { id, documents } of items) {
      const isPaid = documents.length === 3;
      const sale = await admin('lostDocuments.enterSale', {
        requestId: requestId(),
        id,
        customerId: desk.customerK.id,
        source: { kind: 'depot', depotId: desk.depotId },
        items: [desk.deliver(1)],
        ...(isPaid && { payment: { method: 'CASH' as const, amount: '39.80' } }),
      });
      const numbers = [sale.transaction.number, sale.invoice?.number, ...(isPaid ? [sale.receipt?.number] : [])];
      expect(numbers).toEqual(documents.map(({ number }) => number));
    }
    expect((await admin('lostDocuments.list', {})).items).toEqual([]);
    expect((await admin('lostDocuments.list', { all: true })).items.map(({ state }) => state)).toEqual(
      Array.from({ length: 20 }, () => 'entered'),
    );
    const again = { requestId: requestId(), id: items[0]?.id ?? 0, customerId: desk.customerK.id };
    const source = { kind: 'depot' as const, depotId: desk.depotId };
    expect(
      await problemOf(admin('lostDocuments.enterSale', { ...again, source, items: [desk.deliver(1)] })),
    ).toMatchObject({ code: 'INVALID_STATE', message: 'TRX-KB1-2026-000002 is entered already.' });
    expect((await sellOne(admin)).invoice?.number).toBe('INV-KB1-2026-000022');
    expect((await admin('invoices.list', { limit: 200 })).total).toBe(22);
    // 22 of 39.79, of which ten were paid.
    expect(await admin('customers.account', { id: desk.customerK.id })).toMatchObject({ balance: '477.48' });
    expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('what is entered must be what was lost: customer, total, documents and date', async () => {
    await desk.restore(copy);
    const { admin } = await desk.openAgain();
    const [lost] = (await admin('lostDocuments.list', {})).items;
    const sale = {
      requestId: requestId(),
      id: lost?.id ?? 0,
      customerId: desk.customerK.id,
      source: { kind: 'depot' as const, depotId: desk.depotId },
      items: [desk.deliver(1)],
    };
    const other = await admin('customers.create', { code: 'X', name: 'X', address: '', postalCode: '123456' });
    const enter = (more: object) => problemOf(admin('lostDocuments.enterSale', { ...sale, ...more }));
    expect((await enter({ items: [desk.deliver(2)] })).message).toBe(
      'TRX-KB1-2026-000002 came to 39.79, this comes to 79.57.',
    );
    expect((await enter({ date: '2026-01-19' })).message).toContain('TRX-KB1-2026-000002 is of 20 Jan 2026');
    expect((await enter({ items: [desk.emptyReturn(1)] })).message).toContain('came to 39.79, this comes to 0.00');
    expect((await enter({ customerId: other.id })).message).toContain('was for K001, this is for X.');
    const pay = {
      requestId: requestId(),
      id: sale.id,
      customerId: sale.customerId,
      method: 'CASH' as const,
      amount: '1',
    };
    expect(await problemOf(admin('lostDocuments.enterPayment', pay))).toMatchObject({ code: 'INVALID_STATE' });
    expect((await admin('lostDocuments.list', {})).items).toHaveLength(20);
    const settled = await admin('lostDocuments.settle', { id: sale.id, reason: 'the customer never got it' });
    expect(settled).toMatchObject({
      state: 'settled',
      reason: 'the customer never got it',
      documents: lost?.documents,
    });
    expect((await admin('lostDocuments.list', {})).items).toHaveLength(19);
  });

  test('what was there is kept, with its anchor file', async () => {
    const before = readFileSync(path.join(desk.dataDir, 'depot.db'));
    const anchor = readFileSync(path.join(desk.dataDir, 'anchor.jsonl'));
    await desk.restore(copy);
    expect(readFileSync(path.join(desk.saved(), 'depot.db')).equals(before)).toBe(true);
    expect(readFileSync(path.join(desk.saved(), 'anchor.jsonl')).equals(anchor)).toBe(true);
    expect(readdirSync(desk.dataDir).filter((name) => name.startsWith('restore'))).toEqual([]);
  });

  test('a second restore of the same copy still knows all 20', async () => {
    await desk.restore(copy);
    const first = await desk.openAgain();
    await sellOne(first.admin);
    await first.console.close();
    const { out } = await desk.restore(copy);
    expect(out).toContain('52 documents were issued since');
    const { admin } = await desk.openAgain();
    expect((await admin('lostDocuments.list', {})).items.map(({ documents }) => documents.length)).toEqual([
      ...Array.from({ length: 20 }, (_, n) => 2 + (n % 2)),
      2,
    ]);
    expect((await sellOne(admin)).invoice?.number).toBe('INV-KB1-2026-000023');
  });

  test('a crash anywhere while it is put in place is made up for at the next start', async () => {
    const folders = mkdtempSync(path.join(tmpdir(), 'depot-crash-'));
    onTestFinished(() => rmSync(folders, { recursive: true, force: true }));
    cpSync(desk.dataDir, path.join(folders, 'before'), { recursive: true });
    await desk.restore(copy);
    const names = ['depot.db', 'anchor.jsonl'];
    const old = (name: string) => path.join(folders, 'before', name);
    // What lies where after each single step.
    for (const [stage, { savedYet, placedYet }] of [
      { savedYet: 0, placedYet: 0 },
      { savedYet: 1, placedYet: 0 },
      { savedYet: 1, placedYet: 1 },
      { savedYet: 2, placedYet: 1 },
      { savedYet: 2, placedYet: 2 },
    ].entries()) {
      const folder = path.join(folders, `stage-${stage}`);
      cpSync(path.join(folders, 'before'), folder, { recursive: true });
      const [ready, kept] = [path.join(folder, 'restore.ready'), path.join(folder, 'saved/then')];
      cpSync(path.join(folder, 'keys'), ready, { recursive: true });
      cpSync(path.join(folder, 'keys'), kept, { recursive: true });
      writeFileSync(path.join(ready, 'order.json'), JSON.stringify({ savedAs: 'saved/then' }));
      names.forEach((name, place) => {
        if (place < savedYet) copyFileSync(old(name), path.join(kept, name));
        if (place < savedYet) rmSync(path.join(folder, name));
        copyFileSync(path.join(desk.dataDir, name), path.join(place < placedYet ? folder : ready, name));
      });
      await finishRestore(folder);
      for (const name of names) {
        expect(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(desk.dataDir, name)))).toBe(true);
        expect(readFileSync(path.join(kept, name)).equals(readFileSync(old(name)))).toBe(true);
      }
      expect(existsSync(ready)).toBe(false);
    }
  });
});
