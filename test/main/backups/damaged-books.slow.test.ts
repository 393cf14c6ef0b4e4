import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestConsole } from '../../helpers/open-test-console.ts';
import { openRestoreDesk, type RestoreDesk } from './restore-desk.ts';

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await openRestoreDesk();
});
afterEach(() => desk.remove());

describe('given damaged books and a good copy of them', () => {
  beforeEach(async () => {
    await desk.sell([desk.deliver(1)]);
    await desk.admin('backups.run', {});
    await desk.sell([desk.deliver(2)]);
    await desk.console.close();
  });

  const books = () => path.join(desk.dataDir, 'depot.db');
  const DAMAGES = {
    'bytes overwritten': () => {
      const bytes = readFileSync(books());
      writeFileSync(books(), bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 40_960));
    },
    truncated: () => truncateSync(books(), readFileSync(books()).length / 2),
    emptied: () => truncateSync(books(), 0),
    deleted: () => rmSync(books()),
    'left without what lay in its WAL': () => {
      rmSync(books());
      const db = new Database(books());
      db.pragma('journal_mode = WAL');
      db.close();
    },
  } as const;

  test.each(Object.entries(DAMAGES))('%s: the start says so, and offers the copy', async (_, damage) => {
    damage();
    const damaged = existsSync(books()) ? readFileSync(books()) : null;
    await expect(openTestConsole(desk.dataDir)).rejects.toThrow(
      /Restore the last good backup\. The last good one is of 20 Jan 2026 09:00 \(depot-.*\.db\): npm run restore -- --last --data-dir /,
    );
    expect(await desk.restore('--last')).toMatchObject({ code: 0, err: '' });
    if (damaged !== null) expect(readFileSync(path.join(desk.saved(), 'depot.db')).equals(damaged)).toBe(true);
    const { admin } = await desk.openAgain();
    expect((await admin('lostDocuments.list', {})).items.map(({ documents }) => documents.at(-1))).toEqual([
      { number: 'INV-KB1-2026-000002', customer: 'K001', total: '79.57' },
    ]);
    expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('the last copy is passed over when it is damaged itself', async () => {
    const { admin, console } = await desk.openAgain();
    await admin('backups.run', {});
    await console.close();
    const [newest = ''] = readdirSync(path.join(desk.dataDir, 'backups'))
      .filter((name) => name.endsWith('.db'))
      .toSorted()
      .toReversed();
    truncateSync(path.join(desk.dataDir, 'backups', newest), 40_000);
    DAMAGES.deleted();
    await expect(openTestConsole(desk.dataDir)).rejects.toThrow('of 20 Jan 2026 09:00');
    const { code, out, err } = await desk.restore(path.join(desk.dataDir, 'backups', newest));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/is damaged .*\nNothing was changed\.\n$/s);
    expect(readdirSync(desk.dataDir).filter((name) => /^(restore|saved)/.test(name))).toEqual([]);
  });
});

describe('a restore is refused, and changes nothing', () => {
  test('while the console is open', async () => {
    const { name } = await desk.admin('backups.run', {});
    expect((await desk.restore(path.join(desk.dataDir, 'backups', name))).err).toContain('Another program is using');
  });

  test('without a copy, with one that is none, and with one that was tampered with', async () => {
    await desk.console.close();
    expect((await desk.restore('--last')).err).toContain('There is no good copy in');
    expect((await desk.restore(path.join(desk.dataDir, 'nothing.db'))).err).toContain('There is no file');
    expect((await desk.restore()).err).toContain('Say which one copy to restore');
    const text = path.join(desk.dataDir, 'notes.db');
    writeFileSync(text, 'buy gas\n'.repeat(1000));
    expect((await desk.restore(text)).err).toContain(`${text} is damaged or is not a database`);
    const bent = path.join(desk.dataDir, 'bent.db');
    copyFileSync(path.join(desk.dataDir, 'depot.db'), bent);
    const db = new Database(bent);
    db.exec('DROP TRIGGER audit_no_update; UPDATE audit SET action = action || 1 WHERE seq = 3');
    db.close();
    const refused = await desk.restore(bent);
    expect(refused.err).toContain('Audit row 3: The row was changed: its hash does not fit.');
    expect(readdirSync(desk.dataDir)).not.toContain('saved');
    const restored = await desk.restore(bent, '--despite-problems');
    expect(restored.code).toBe(0);
    expect(restored.out).toContain('It does not hold together: Audit row 3');
  });
});
