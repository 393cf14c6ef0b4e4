import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPasswords } from '../../../src/main/adapters/passwords.ts';
import { makeBundle } from '../../../src/main/bundles/make-bundle.ts';
import { openConsole } from '../../../src/main/console.ts';
import { makeBackup } from '../../../src/main/make-backup.ts';
import { openRestorable, type RestorableConsole } from '../../../src/main/open-restorable.ts';
import { findProgramFiles } from '../../../src/main/program-files.ts';
import type { Verb, WireInput, WireOutput } from '../../../src/shared/contract/index.ts';
import { createFakeCourier } from '../../helpers/fake-courier.ts';
import { createFakeLetterbox } from '../../helpers/fake-letterbox.ts';
import { createFakeTray } from '../../helpers/fake-tray.ts';
import { noPdf, RefusedCall } from '../../helpers/open-test-console.ts';
import { LATER, openRestoreDesk, type RestoreDesk } from './restore-desk.ts';

let desk: RestoreDesk;
let host: RestorableConsole;
let name: string;
let token: string | null = null;

/** A copy of one sale, and two more since, on a host that can restore. */
beforeEach(async () => {
  desk = await openRestoreDesk();
  await desk.sell([desk.deliver(1)]);
  ({ name } = await desk.admin('backups.run', {}));
  await desk.sell([desk.deliver(1)]);
  await desk.sell([desk.deliver(1)], { payment: { method: 'CASH', amount: '39.80' } });
  await desk.console.close();
  const { dataDir } = desk;
  const clock = { now: () => LATER };
  const fakes = { pdf: noPdf, printers: createFakeTray(), mailer: createFakeLetterbox(), courier: createFakeCourier() };
  const quick = { passwords: createPasswords(1024), makeBackup, makeBundle, fontsDir: 'none' };
  host = await openRestorable({
    open: (restoring) => openConsole({ dataDir, clock, ...fakes, ...quick, ...restoring }),
    dataDir,
    migrations: findProgramFiles().migrations,
    clock,
  });
  await signIn();
});
afterEach(async () => {
  await host.close();
  await desk.remove();
});

async function call<V extends Verb>(verb: V, input: WireInput<V>): Promise<WireOutput<V>> {
  const caller = { token, device: 'counter-1', remoteAddress: null, transport: 'ipc' } as const;
  const result = await host.dispatch(verb, input, caller);
  if (!result.ok) throw new RefusedCall(verb, result.error);
  return result.value as WireOutput<V>;
}

async function signIn(): Promise<void> {
  token = null;
  token = (await call('session.login', { username: 'admin', password: 'correct horse' })).access;
}

test('a running console says what a copy lacks, restores it, and goes on with everybody signed off', async () => {
  expect(await call('backups.since', { name })).toEqual({ changes: 4, invoices: 2, invoiced: '79.59', receipts: 1 });
  expect(await call('backups.restore', { name })).toEqual({ name });
  // Waits until it is done, and then is nobody's any more.
  await expect(call('session.me', {})).rejects.toThrow('UNAUTHENTICATED');
  await signIn();
  const { items } = await call('lostDocuments.list', {});
  expect(items.map(({ documents }) => documents.map(({ number }) => number.slice(0, 3)).join(' '))).toEqual([
    'TRX INV',
    'TRX INV RCT',
  ]);
  expect((await call('invoices.list', {})).items).toHaveLength(1);
  expect((await call('backups.list', {})).troubles).toEqual([]);
  expect(await call('audit.verify', {})).toMatchObject({ ok: true });
});

test('calls that come while it restores wait, and are answered by the restored books', async () => {
  await call('backups.restore', { name });
  const health = await Promise.all(Array.from({ length: 5 }, () => call('system.health', {})));
  expect(health.every(({ database }) => database === 'ok')).toBe(true);
});

test('a copy that was spoilt meanwhile changes nothing, and the list of copies says why', async () => {
  const file = path.join(desk.dataDir, 'backups', name);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, bytes.length / 2));
  await call('backups.restore', { name });
  // Still signed in: they are the books of before.
  expect((await call('invoices.list', {})).items).toHaveLength(3);
  const { troubles } = await call('backups.list', {});
  expect(troubles).toHaveLength(1);
  expect(troubles[0]).toContain(`${name} was not restored: `);
  expect(await call('lostDocuments.list', {})).toEqual({ items: [] });
});

test('a copy nobody knows is refused, wherever its name leads', async () => {
  await expect(call('backups.restore', { name: '../depot.db' })).rejects.toThrow('NOT_FOUND');
  await expect(call('backups.since', { name: 'another.db' })).rejects.toThrow('NOT_FOUND');
});
