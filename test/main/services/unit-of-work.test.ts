import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openAnchorFile } from '../../../src/main/adapters/anchor-file.ts';
import { inserting } from '../../../src/main/db/inserting.ts';
import { audit, commits, customers, sequences } from '../../../src/main/db/schema/index.ts';
import type { Unit } from '../../../src/main/services/context.ts';
import type { Anchor, Log } from '../../../src/main/services/ports.ts';
import { commitUnit, type Ledger, type UnitFacts } from '../../../src/main/services/unit-of-work.ts';
import type { BusinessDate } from '../../../src/shared/dates.ts';
import { newFolder, openBooks } from '../db/books.ts';

const MORNING = new Date('2026-01-20T01:00:00.000Z');

function openLedger(anchorOf: (file: Anchor) => Anchor = (file) => file) {
  const folder = newFolder();
  const file = openAnchorFile(path.join(folder, 'anchor.jsonl'));
  onTestFinished(() => {
    file.close();
  });
  const warnings: string[] = [];
  const log: Log = {
    call: () => expect.unreachable(),
    problem: () => expect.unreachable(),
    warning: (message) => warnings.push(message),
  };
  const ledger: Ledger = { db: openBooks(folder), anchor: anchorOf(file), log };
  const rowsOf = () => ({
    audit: ledger.db.select().from(audit).all(),
    commits: ledger.db.select().from(commits).all(),
    customers: ledger.db.select().from(customers).all(),
    sequences: ledger.db.select().from(sequences).all(),
    anchor: [...file.lines()],
  });
  return { ledger, warnings, rowsOf };
}

function facts(now = MORNING): UnitFacts {
  return { verb: 'test.verb', requestId: null, approver: null, now, actor: null, sessionId: null, device: 'counter-1' };
}

const note = (action: string) => ({ action, entityType: 'customer' });
const insertCustomer = inserting(customers);
let codes = 0;

/** A row that carries the unit's commit. */
function addCustomer(unit: Unit): void {
  codes += 1;
  insertCustomer(unit.db, {
    code: `K${codes}`,
    name: 'Kopitiam',
    address: '1 Road',
    postalCode: '123456',
    paymentType: 'CASH',
    isMeterInstalled: false,
    searchText: 'kopitiam',
    commitSeq: unit.seq,
  });
}

describe('a unit of work', () => {
  test('is one commit with its audit rows, and one line of the anchor', () => {
    const { ledger, rowsOf } = openLedger();
    const answer = commitUnit(ledger, facts(), (unit) => {
      addCustomer(unit);
      unit.audit({ ...note('a'), before: { name: 'x' }, after: { name: 'y' }, reason: 'moved' });
      unit.audit(note('b'));
      unit.issued({ number: 'INV-1', customer: 'Kopitiam', total: '1.00' });
      return 'done';
    });
    expect(answer).toBe('done');
    const rows = rowsOf();
    expect(rows.audit).toMatchObject([
      { seq: 1, commitSeq: 1, action: 'a', before: '{"name":"x"}', after: '{"name":"y"}', reason: 'moved' },
      { seq: 2, commitSeq: 1, action: 'b', before: null, after: null },
    ]);
    const head = rows.audit[1]?.hash ?? '';
    expect(rows.commits).toMatchObject([{ seq: 1, auditSeq: 2, head, verb: 'test.verb', businessDate: '2026-01-20' }]);
    const documents = [{ number: 'INV-1', customer: 'Kopitiam', total: '1.00' }];
    expect(rows.anchor).toEqual([{ seq: 1, auditSeq: 2, head, documents }]);
    expect(rows.customers).toMatchObject([{ commitSeq: 1 }]);
  });

  test('that notes nothing makes no commit and no line', () => {
    const { ledger, rowsOf } = openLedger();
    const before = rowsOf();
    expect(commitUnit(ledger, facts(), (unit) => unit.isAudited())).toBe(false);
    expect(rowsOf()).toEqual(before);
  });

  test('that throws leaves nothing: no row, no number, no audit, no line; the next one takes its place', () => {
    const { ledger, rowsOf } = openLedger();
    const before = rowsOf();
    const refused = () =>
      commitUnit(ledger, facts(), (unit) => {
        addCustomer(unit);
        unit.db.insert(sequences).values({ kind: 'INV', year: 2026, last: 1 }).run();
        unit.audit(note('a'));
        unit.issued({ number: 'INV-1', customer: null, total: null });
        throw new Error('no stock');
      });
    expect(refused).toThrow('no stock');
    expect(rowsOf()).toEqual(before);
    expect(commitUnit(ledger, facts(), (unit) => [unit.seq, unit.audit(note('b'))][0])).toBe(1);
    expect(rowsOf().anchor).toMatchObject([{ seq: 1, auditSeq: 1, documents: [] }]);
  });

  test('that writes to a ledger and notes nothing fails whole: nothing goes unaudited', () => {
    const { ledger, rowsOf } = openLedger();
    const before = rowsOf();
    expect(() => commitUnit(ledger, facts(), addCustomer)).toThrow('test.verb wrote to the books');
    expect(rowsOf()).toEqual(before);
  });

  test('may not wait', async () => {
    const { ledger, rowsOf } = openLedger();
    let later: Promise<void> = Promise.resolve();
    const waiting = () =>
      commitUnit(ledger, facts(), (unit) => {
        unit.audit(note('a'));
        later = Promise.resolve();
        return later;
      });
    expect(waiting).toThrow('nothing may be awaited');
    await later;
    expect(rowsOf().commits).toEqual([]);
  });

  test('is of today, and of the last day known when the clock was set back', () => {
    const { ledger } = openLedger();
    const dayOf = (now: string): BusinessDate =>
      commitUnit(ledger, facts(new Date(now)), (unit) => {
        unit.audit(note('a'));
        return unit.today;
      });
    expect(dayOf('2026-01-20T15:59:59.000Z')).toBe('2026-01-20');
    expect(dayOf('2026-01-20T16:00:00.000Z')).toBe('2026-01-21');
    expect(dayOf('2026-01-19T01:00:00.000Z')).toBe('2026-01-21');
    expect(dayOf('2026-01-22T01:00:00.000Z')).toBe('2026-01-22');
  });
});

describe('given an anchor file that cannot be written', () => {
  /** Full while the test says so: nothing is appended, as the anchor promises. */
  function fullDisk() {
    const disk = { isFull: true };
    const opened = openLedger((file) => ({
      ...file,
      append(line) {
        if (disk.isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        file.append(line);
      },
    }));
    const commit = (action: string) => commitUnit(opened.ledger, facts(), (unit) => unit.audit(note(action)));
    return { ...opened, disk, commit };
  }

  test('the books are kept, and somebody is told', () => {
    const { commit, rowsOf, warnings } = fullDisk();
    commit('a');
    expect(rowsOf().commits).toHaveLength(1);
    expect(rowsOf().anchor).toEqual([]);
    expect(warnings).toEqual(['The anchor file could not be written: no space left on device']);
  });

  test('the lines that are missing are written with the first that can be', () => {
    const { commit, rowsOf, disk } = fullDisk();
    commit('a');
    commit('b');
    disk.isFull = false;
    commit('c');
    commit('d');
    const { commits: kept, anchor } = rowsOf();
    expect(anchor.map((line) => line?.seq)).toEqual([1, 2, 3, 4]);
    expect(anchor.map((line) => line?.head)).toEqual(kept.map(({ head }) => head));
  });
});
