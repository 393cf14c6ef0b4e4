import path from 'node:path';
import Database from 'better-sqlite3';
import { asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as schema from '../../../src/main/db/schema/index.ts';
import { CHAIN_START, chainHash } from '../../../src/main/domain/audit-chain.ts';
import { type AuditedDay, keepAuditedDay, linesOf, openUntilDone, type Verified } from '../db/audited-day.ts';

let day: AuditedDay;
beforeAll(async () => {
  day = await keepAuditedDay();
});
afterAll(() => day.remove());

/** Somebody who can write the file, and takes the triggers out of the way first. */
function tamper(folder: string, hands: (db: Database.Database) => void): void {
  const db = new Database(path.join(folder, 'depot.db'));
  db.pragma('foreign_keys = OFF');
  for (const name of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
    db.exec(`DROP TRIGGER ${String(name)}`);
  }
  hands(db);
  db.close();
}

/** Makes every hash fit again. */
function rebuildChain(client: Database.Database): void {
  const db = drizzle(client, { schema });
  const { audit, commits } = schema;
  let head = CHAIN_START;
  for (const commit of db.select().from(commits).orderBy(asc(commits.seq)).all()) {
    for (const row of db.select().from(audit).where(eq(audit.commitSeq, commit.seq)).orderBy(asc(audit.seq)).all()) {
      head = chainHash(head, row, commit.written);
      db.update(audit).set({ hash: head }).where(eq(audit.seq, row.seq)).run();
    }
    db.update(commits).set({ head }).where(eq(commits.seq, commit.seq)).run();
  }
}

async function verifyAfter(hands: (db: Database.Database) => void): Promise<Verified> {
  const folder = day.copy();
  tamper(folder, hands);
  return day.verify(await openUntilDone(folder));
}

describe('books nobody touched', () => {
  test('verify whole, with the head of the chain', async () => {
    const verified = await day.verify(await openUntilDone(day.copy()));
    expect(verified).toEqual({ ok: true, rows: day.rows, head: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  test('verify whole after their triggers were taken away and the chain rebuilt as it was', async () => {
    expect(await verifyAfter(rebuildChain)).toMatchObject({ ok: true, rows: day.rows });
  });
});

describe('books somebody laid hands on: the first broken row is named', () => {
  const COLUMNS = {
    instant: "'2026-01-20T01:00:00.001Z'",
    business_date: "'2026-01-21'",
    user_id: '2',
    username: "'somebody'",
    approver_id: '1',
    approver_name: "'somebody'",
    action: "'x'",
    entity_type: "'x'",
    entity_id: '99',
    entity_number: "'x'",
    before: "'{}'",
    after: "'{}'",
    reason: "'x'",
    commit_seq: '1',
    hash: `'${'0'.repeat(64)}'`,
  };

  test.each(Object.entries(COLUMNS))('when the %s of a row was changed', async (column, value) => {
    const verified = await verifyAfter((db) => db.exec(`UPDATE audit SET ${column} = ${value} WHERE seq = 5`));
    expect(verified).toMatchObject({
      ok: false,
      firstBroken: { id: 5, reason: expect.stringMatching(/changed/) as string },
    });
  });

  test('when rows were taken out of the middle', async () => {
    expect(await verifyAfter((db) => db.exec('DELETE FROM audit WHERE seq IN (4, 5, 7)'))).toMatchObject({
      ok: false,
      firstBroken: { id: 4, reason: 'The row is missing.' },
    });
  });

  test('when the last one was taken away', async () => {
    const verified = await verifyAfter((db) => db.exec(`DELETE FROM audit WHERE seq = ${day.rows}`));
    expect(verified).toMatchObject({ ok: false, firstBroken: { id: day.rows } });
  });

  test('when the last one went with its commit: the anchor file knows one row more', async () => {
    const verified = await verifyAfter((db) => {
      const { changes } = db.prepare('DELETE FROM audit WHERE commit_seq = (SELECT max(seq) FROM commits)').run();
      expect(changes).toBe(1);
      db.exec('DELETE FROM commits WHERE seq = (SELECT max(seq) FROM commits)');
      for (const table of ['movements', 'transactions', 'invoices', 'requests']) {
        const hasCommit = db.prepare(`SELECT 1 FROM pragma_table_info('${table}') WHERE name = 'commit_seq'`).get();
        if (hasCommit) db.exec(`DELETE FROM ${table} WHERE commit_seq > (SELECT max(seq) FROM commits)`);
      }
      db.exec('DELETE FROM transaction_lines WHERE transaction_id NOT IN (SELECT id FROM transactions)');
      db.exec('DELETE FROM transaction_taxes WHERE transaction_id NOT IN (SELECT id FROM transactions)');
    });
    expect(verified).toMatchObject({
      ok: false,
      firstBroken: { id: day.rows, reason: 'The anchor file knows this row; the database has lost it.' },
    });
  });

  test('when a row was changed and the whole chain rebuilt over it: the anchor file knows another', async () => {
    const verified = await verifyAfter((db) => {
      db.exec(`UPDATE audit SET reason = 'x' WHERE seq = 5`);
      rebuildChain(db);
    });
    const { auditSeq } = JSON.parse(
      linesOf(day.folder).find((line) => (JSON.parse(line) as { auditSeq: number }).auditSeq >= 5) ?? '',
    ) as { auditSeq: number };
    expect(verified).toMatchObject({
      ok: false,
      firstBroken: {
        id: auditSeq,
        reason: 'The row is not the one the anchor file knows: the chain was rebuilt.',
      },
    });
  });
});
