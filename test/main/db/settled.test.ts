import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Db } from '../../../src/main/db/db.ts';
import { openDatabase } from '../../../src/main/db/open.ts';
import { MIGRATIONS, refusalOf } from './books.ts';
import { keepDay } from './kept-day.ts';

let folder = '';
let db: Db;
beforeAll(async () => {
  folder = await keepDay();
  db = openDatabase(folder, MIGRATIONS);
});
afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  db.$client.exec('BEGIN');
});
afterEach(() => {
  db.$client.exec('ROLLBACK');
});

const run = (sql: string) => db.$client.prepare(sql).run().changes;
const number = (sql: string) => z.int().parse(db.$client.prepare(sql).pluck().get());
const slipWhere = (status: string) => number(`SELECT id FROM distributions WHERE status = '${status}'`);

describe('a distribution slip', () => {
  test.each(['CONFIRMED', 'CANCELLED'])('that is %s does not change any more, nor do its items', (status) => {
    const id = slipWhere(status);
    const tries = [
      `UPDATE distributions SET remarks = 'x' WHERE id = ${id}`,
      `UPDATE distributions SET status = 'DRAFT', confirmed_at = NULL, cancelled_at = NULL WHERE id = ${id}`,
      `UPDATE distribution_items SET quantity = 9 WHERE distribution_id = ${id}`,
      `DELETE FROM distribution_items WHERE distribution_id = ${id}`,
      `INSERT INTO distribution_items VALUES (${id}, 2, 1, 'IN', 'EMPTY', 1)`,
      `INSERT OR REPLACE INTO distribution_items VALUES (${id}, 1, 1, 'IN', 'EMPTY', 1)`,
    ];
    const refusal = 'a confirmed or cancelled distribution does not change';
    expect(tries.map((sql) => refusalOf(db, sql))).toEqual(tries.map(() => refusal));
  });

  test('that is confirmed takes no item from a draft', () => {
    const move = `UPDATE distribution_items SET distribution_id = ${slipWhere('CONFIRMED')}, line_no = 2
      WHERE distribution_id = ${slipWhere('DRAFT')}`;
    expect(refusalOf(db, move)).toBe('a confirmed or cancelled distribution does not change');
  });

  test('that is a draft is still written on', () => {
    const id = slipWhere('DRAFT');
    expect(run(`UPDATE distributions SET remarks = 'x' WHERE id = ${id}`)).toBe(1);
    expect(run(`UPDATE distribution_items SET quantity = 9 WHERE distribution_id = ${id}`)).toBe(1);
    expect(run(`DELETE FROM distribution_items WHERE distribution_id = ${id}`)).toBe(1);
  });

  test('keeps its number, whatever becomes of it', () => {
    expect(() => run('DELETE FROM distributions')).toThrow('distributions keep their number');
    expect(() => run('INSERT OR REPLACE INTO distributions SELECT * FROM distributions')).toThrow(/keep their number/);
  });
});

describe('numbers', () => {
  const setTo = (last: string) => `UPDATE sequences SET last = ${last} WHERE kind = 'DST'`;

  test('are issued one by one', () => {
    const tries = ['last + 2', 'last - 1', 'last', '1'].map(setTo);
    expect(tries.map((sql) => refusalOf(db, sql))).toEqual(tries.map(() => 'numbers are issued one by one'));
    expect(refusalOf(db, setTo('last + 1'))).toBe('allowed');
  });

  test('are never begun again', () => {
    expect(() => run('DELETE FROM sequences')).toThrow('sequences are never reset');
    const replace = `INSERT OR REPLACE INTO sequences SELECT kind, year, 1 FROM sequences WHERE kind = 'DST'`;
    expect(() => run(replace)).toThrow('sequences are never reset');
  });

  test('are not carried off to another year', () => {
    const carryOff = `UPDATE sequences SET year = year - 1, last = last + 1 WHERE kind = 'DST'`;
    expect(refusalOf(db, carryOff)).toBe('numbers are issued one by one');
  });

  test('start above nothing', () => {
    expect(() => run(`INSERT INTO sequences VALUES ('CN', 2026, 0)`)).toThrow(/CHECK/);
  });
});

describe('what is shown of an invoice', () => {
  const FACTS = ['voided_at', 'paid', 'emailed_at', 'printed_at'] as const;
  const SHOWN = { voided_at: 'void', paid: 'paid', emailed_at: 'emailed', printed_at: 'printed' } as const;
  const sets = Array.from({ length: 2 ** FACTS.length }, (_, bits) =>
    FACTS.filter((_fact, place) => bits & (1 << place)),
  );

  test.each(sets.map((facts) => ({ facts })))(
    'given $facts, is the first of void, paid, emailed, printed',
    ({ facts }) => {
      const value = (fact: (typeof FACTS)[number]) => (fact === 'paid' ? 'total' : "'2026-01-20T01:00:00.000Z'");
      const changes = ['paid = 0', ...facts.map((fact) => `${fact} = ${value(fact)}`)];
      run(`UPDATE invoice_facts SET ${changes.join()} WHERE invoice_id = 1`);
      const [first] = facts;
      expect(db.$client.prepare('SELECT status FROM invoice_facts').pluck().get()).toBe(
        first ? SHOWN[first] : 'generated',
      );
    },
  );

  test('is paid by whatever brings it to nothing, and never below', () => {
    run('UPDATE invoice_facts SET paid = total - 30, credited = 20, written_off = 9');
    expect(db.$client.prepare('SELECT outstanding, status FROM invoice_facts').get()).toEqual({
      outstanding: 1,
      status: 'generated',
    });
    run('UPDATE invoice_facts SET written_off = 10');
    expect(db.$client.prepare('SELECT status FROM invoice_facts').pluck().get()).toBe('paid');
    expect(() => run('UPDATE invoice_facts SET written_off = 11')).toThrow(/CHECK/);
  });
});
