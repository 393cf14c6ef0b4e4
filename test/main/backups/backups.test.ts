import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';

let edge: EdgeCase;
let folder: string;
beforeEach(async () => {
  edge = await openEdgeCase();
  folder = path.join(edge.console.dataDir, 'backups');
});
afterEach(() => edge.console.remove());

const listed = () => edge.admin('backups.list', {});
const databases = (where = folder) => readdirSync(where).filter((name) => name.endsWith('.db'));
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

function later(minutes: number): void {
  edge.console.clock.set(new Date(edge.console.clock.now().getTime() + minutes * 60_000));
}

function bySql(sql: string): void {
  const db = new Database(path.join(edge.console.dataDir, 'depot.db'));
  db.exec(sql);
  db.close();
}

describe('the copies the console makes by itself', () => {
  test('come every quarter of an hour in which something was committed, and not in others', async () => {
    expect(await edge.admin('system.health', {})).toMatchObject({ lastBackup: null });
    await edge.console.backUp();
    await edge.console.backUp();
    expect(databases()).toHaveLength(1);
    later(16);
    await edge.console.backUp();
    expect(databases()).toHaveLength(1);
    await edge.sell([edge.deliver(1)]);
    await edge.console.backUp();
    later(1);
    await edge.sell([edge.deliver(1)]);
    await edge.console.backUp();
    expect(databases()).toHaveLength(2);
    later(14);
    await edge.console.backUp();
    const { items } = await listed();
    expect(items.map(({ createdAt }) => createdAt)).toEqual([
      '2026-01-20T01:31:00.000Z',
      '2026-01-20T01:16:00.000Z',
      '2026-01-20T01:00:00.000Z',
    ]);
    expect(await edge.admin('system.health', {})).toMatchObject({ lastBackup: '2026-01-20T01:31:00.000Z' });
  });

  test('are known again after a start, and a clock set back does not stop them', async () => {
    await edge.console.backUp();
    const [before] = (await listed()).items;
    const again = await edge.console.reopen();
    try {
      const admin = await again.signIn('admin', 'correct horse');
      expect((await admin('backups.list', {})).items).toEqual([before]);
      again.clock.set(new Date('2026-01-19T01:00:00.000Z'));
      await again.backUp();
      expect(databases()).toHaveLength(2);
    } finally {
      await again.close();
    }
  });

  test('stay when they were asked for, however many are made in one moment or by a clock that was set back', async () => {
    for (let count = 0; count < 12; count += 1) {
      await edge.sell([edge.deliver(1)]);
      await edge.admin('backups.run', { requestId: crypto.randomUUID() });
    }
    later(-24 * 60);
    const { name } = await edge.admin('backups.run', { requestId: crypto.randomUUID() });
    expect(databases()).toContain(name);
  });

  test('hold every commit up to one moment while the counter sells, in one file that stands alone', async () => {
    const made = edge.admin('backups.run', {});
    const sales: Promise<unknown>[] = [];
    for (let n = 0; n < 10; n += 1) sales.push(edge.sell([edge.deliver(1)]));
    await Promise.all(sales);
    const { name, commit, sha256: known, problems, bytes } = await made;
    expect(problems).toEqual([]);
    const file = path.join(folder, name);
    expect({ sha256: known, bytes }).toEqual({ sha256: sha256(file), bytes: readFileSync(file).length });
    const copy = new Database(file, { readonly: true });
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(copy.prepare('SELECT max(seq) FROM commits').pluck().get()).toBe(commit);
    copy.close();
    expect(readdirSync(folder).toSorted()).toEqual([name, name.replace(/db$/, 'json')].toSorted());
    expect((await edge.admin('audit.list', { action: 'backups.run' })).items).toMatchObject([
      { entityNumber: name, after: { commit, sha256: known, problems: [] } },
    ]);
  });
});

describe('a second folder', () => {
  test('gets each copy as well', async () => {
    const second = path.join(edge.console.dataDir, 'second-disk');
    mkdirSync(second);
    await edge.admin('settings.update', { backup: { secondFolder: second } });
    const { name, sha256: known } = await edge.admin('backups.run', {});
    expect(databases(second)).toEqual([name]);
    expect(sha256(path.join(second, name))).toBe(known);
  });

  test('that is not there is told, is not made, and stops nothing', async () => {
    const second = path.join(edge.console.dataDir, 'not-plugged-in');
    await edge.admin('settings.update', { backup: { secondFolder: second } });
    expect(await edge.admin('backups.run', {})).toMatchObject({ problems: [] });
    const told = `The second folder for backups, ${second}, cannot be reached.`;
    expect(await listed()).toMatchObject({ secondFolder: second, troubles: [told] });
    expect((await edge.admin('system.health', {})).notices).toEqual([told]);
    expect((await edge.console.anyone('system.health', {})).notices).toEqual([]);
    expect(existsSync(second)).toBe(false);
    await edge.sell([edge.deliver(1)]);
    mkdirSync(second);
    await edge.admin('backups.run', {});
    expect((await listed()).troubles).toEqual([]);
  });

  test('is a whole path', async () => {
    await expect(edge.admin('settings.update', { backup: { secondFolder: 'backups' } })).rejects.toThrow('VALIDATION');
  });
});

describe('a copy that is not as it should be', () => {
  test('because of what is written in the books, is kept and says so', async () => {
    bySql("UPDATE stock_balances SET quantity = quantity + 1 WHERE location_kind = 'DEPOT' AND location_id = 1");
    const { problems } = await edge.admin('backups.run', {});
    expect(problems).toEqual([
      'Equipment 1 does not sum to zero: 1.',
      'DEPOT 1, equipment 1, FULL: the balance says 51, its movements say 50.',
    ]);
    expect((await listed()).items).toMatchObject([{ problems }]);
  });

  test('because its file is damaged, is not kept, and the books are told to be so', async () => {
    await edge.admin('backups.run', {});
    const file = path.join(edge.console.dataDir, 'depot.db');
    bySql('PRAGMA wal_checkpoint(TRUNCATE)');
    const db = new Database(file, { readonly: true });
    const page = Number(db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'meter_readings'").pluck().get());
    db.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, (page - 1) * 4096, page * 4096));
    await expect(edge.admin('backups.run', {})).rejects.toThrow('UNEXPECTED');
    const { items, troubles } = await listed();
    expect(items).toHaveLength(1);
    expect(troubles).toEqual([expect.stringMatching(/^No backup could be made: The copy is damaged \(.+\)\.$/)]);
    expect(databases()).toHaveLength(1);
  });

  test('left behind by a crash, is removed at the next start', async () => {
    await edge.admin('backups.run', {});
    writeFileSync(path.join(folder, '.writing-depot.db'), 'half');
    const again = await edge.console.reopen();
    await again.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
