import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runVerify } from '../../../src/main/bundles/run-verify.ts';
import { openRestoreDesk, type RestoreDesk } from '../backups/restore-desk.ts';

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await openRestoreDesk();
});
afterEach(() => desk.remove());

test('after a restore the next bundle follows the last one that was made, and says what does not hold any more', async () => {
  const key = path.join(desk.dataDir, 'head-office.pem');
  writeFileSync(key, (await desk.admin('exports.key', {})).publicKey);
  await desk.sell([desk.deliver(1)]);
  const first = await desk.admin('exports.run', {});
  const { name, commit } = await desk.admin('backups.run', {});
  await desk.sell([desk.deliver(2)]);
  const lost = await desk.admin('exports.run', {});
  expect(lost.totals.invoices).toBe('79.57');
  await desk.console.close();
  await desk.restore(path.join(desk.dataDir, 'backups', name));
  const { admin } = await desk.openAgain();
  const next = await admin('exports.run', {});
  expect(next).toMatchObject({ sequence: 3, fromCommit: (commit ?? 0) + 1, totals: { invoices: '0.00' } });
  const printed = { out: '', err: '' };
  const files = [first, lost, next].map(({ file }) => path.join(desk.dataDir, 'bundles', file));
  const code = await runVerify([...files, '--key', key], {
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  });
  expect({ code, err: printed.err }).toEqual({ code: 0, err: '' });
  expect(printed.out.split('\n')).toHaveLength(4);
  expect((await admin('exports.run', {})).fromCommit).toBe(next.toCommit + 1);
});
