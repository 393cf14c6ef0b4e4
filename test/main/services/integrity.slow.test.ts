import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';

let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
  await edge.sell([edge.deliver(2)]);
});
afterEach(() => edge.console.remove());

const health = async (as = edge.admin) => (await as('system.health', {})).integrity;

describe('large books', () => {
  test('are verified in a thread of their own while the counter sells, and broken ones are named as small ones are', async () => {
    for (let n = 0; n < 1000; n += 1) await edge.admin('services.create', { code: `L${n}`, name: 'L', price: '1.00' });
    const answers: string[] = [];
    const verified = edge.admin('audit.verify', {}).then((answer) => (answers.push('verified'), answer));
    await edge.sell([edge.deliver(1)]).then(() => answers.push('sold'));
    const { ok, rows, head } = await verified;
    expect(answers).toEqual(['sold', 'verified']);
    expect({ ok, isLong: rows > 1000 }).toEqual({ ok: true, isLong: true });
    expect(head).toMatch(/^\w{64}$/);
    expect(await edge.admin('stock.check', {})).toEqual({ ok: true, problems: [] });
    bySql('DROP TRIGGER audit_no_update; UPDATE audit SET action = action || 1 WHERE seq = 500');
    expect(await edge.admin('audit.verify', {})).toMatchObject({ ok: false, firstBroken: { id: 500 } });
  });
});

describe('the books after a start', () => {
  test('are being checked, in a thread of their own, while the counter sells; then they are known to be whole', async () => {
    expect(await health()).toEqual({ state: 'checking', problems: [], checkedAt: null });
    const checked = edge.console.checkBooks();
    for (let sale = 0; sale < 5; sale += 1) await edge.sell([edge.deliver(1)]);
    expect(await checked).toMatchObject({ state: 'ok', problems: [] });
    expect(await health()).toEqual({ state: 'ok', problems: [], checkedAt: '2026-01-20T01:00:00.000Z' });
    expect(await edge.console.checkBooks()).toMatchObject({ state: 'ok' });
  });

  test('with commits that come all the while, are never called broken', async () => {
    const checked = Promise.all([edge.console.checkBooks(), edge.console.checkBooks(), edge.console.checkBooks()]);
    for (let n = 0; n < 400; n += 1) {
      await edge.admin('services.create', { code: `X${n}`, name: 'X', price: '1.00' });
    }
    expect((await checked).flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('close while they are being checked', async () => {
    const checked = edge.console.checkBooks();
    await edge.console.close();
    expect(await checked).toMatchObject({ state: 'checking' });
    expect(existsSync(path.join(edge.console.dataDir, 'depot.db-wal'))).toBe(false);
  });

  test('say so when they cannot be checked at all', async () => {
    bySql('ALTER TABLE write_offs RENAME TO lost');
    const { state, problems } = await edge.console.checkBooks();
    expect(state).toBe('broken');
    expect(problems.join('\n')).toMatch(/^The books could not be checked: no such table: .*write_offs$/);
  });

  test('are broken when a movement was changed by hand; who is not signed in, is not told what', async () => {
    bySql('DROP TRIGGER movements_no_update; UPDATE movements SET quantity = quantity + 1 WHERE id = 1');
    await edge.console.checkBooks();
    const { state, problems } = await health();
    expect(state).toBe('broken');
    expect(problems.join(' ')).toContain('its movements say');
    expect(await health(edge.console.anyone)).toMatchObject({ state: 'broken', problems: [] });
  });
});

/** As somebody with a database tool would. */
function bySql(statement: string): void {
  const db = new Database(path.join(edge.console.dataDir, 'depot.db'));
  try {
    db.exec(statement);
  } finally {
    db.close();
  }
}
