import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIpc } from '../../../src/main/transport/ipc.ts';
import { openTestConsole, RefusedCall, type TestConsole } from '../../helpers/open-test-console.ts';
import { walkContract } from '../../helpers/walk-contract.ts';

let depot: TestConsole;
beforeAll(async () => {
  depot = await openTestConsole();
});
afterAll(() => depot.remove());

/** Each table whose rows point to a commit refuses one whose commit is not there yet. */
function refuseRowsBeforeTheirCommit(dataDir: string): string[] {
  const db = new Database(path.join(dataDir, 'depot.db'));
  const tables = db
    .prepare<[], string>(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f ON f."table" = 'commits'
       WHERE m.type = 'table' ORDER BY m.name`,
    )
    .pluck()
    .all();
  for (const table of tables) {
    for (const event of ['INSERT', 'UPDATE OF commit_seq']) {
      const name = `early_${table}_${event.slice(0, 6)}`;
      db.exec(`CREATE TRIGGER ${name} BEFORE ${event} ON ${table}
        WHEN NOT EXISTS (SELECT 1 FROM commits WHERE seq = NEW.commit_seq)
        BEGIN SELECT RAISE(ABORT, '${table}: written before its commit'); END`);
    }
  }
  db.close();
  return tables;
}

test('no verb writes a row before its commit: the commit’s row would look through every ledger for it', async () => {
  expect(refuseRowsBeforeTheirCommit(depot.dataDir)).toContain('movements');
  const event = {
    sender: { id: 1, once: () => undefined },
    senderFrame: { origin: 'app://depot', parent: null },
  };
  const answer = openIpc({ dispatch: depot.dispatch, origin: 'app://depot', device: 'pc' });
  await walkContract({
    house: depot,
    async call(verb, input) {
      const result = await answer(event, verb, input);
      if (!result.ok) throw new RefusedCall(verb, result.error);
      return result.value as never;
    },
  });
});
