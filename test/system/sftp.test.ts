import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SftpRoad } from '../../src/main/adapters/courier/courier.ts';
import { openCourier } from '../../src/main/adapters/courier/open-courier.ts';
import { createFakeLetterbox } from '../helpers/fake-letterbox.ts';
import { prepareSshd, type Sshd } from './sshd/start-sshd.ts';

const NAME = 'KB1-000001.zip';
const WRITING = `.${NAME}.sending`;
/** Large enough to be caught on its way. */
const BYTES = Buffer.alloc(80_000_000, 'one bundle of a busy year ');
const PARCEL = { name: NAME, sha256: createHash('sha256').update(BYTES).digest('hex'), letterId: null };

let dir = '';
let hq = '';
let sshd: Sshd;
let road: SftpRoad;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'depot-sshd-'));
  const bundles = path.join(dir, 'bundles');
  hq = path.join(dir, 'hq');
  for (const folder of [bundles, hq]) mkdirSync(folder);
  writeFileSync(path.join(bundles, NAME), BYTES);
  sshd = await prepareSshd(dir);
  await sshd.start();
  const { port, hostKey, privateKey } = sshd;
  const signIn = { user: userInfo().username, password: null, privateKey, passphrase: null };
  road = { kind: 'sftp', host: '127.0.0.1', port, ...signIn, folder: hq, hostKey };
});
afterEach(async () => {
  await sshd.kill();
  rmSync(dir, { recursive: true, force: true });
});

const courier = () => openCourier({ folder: path.join(dir, 'bundles'), mailer: createFakeLetterbox() });
const sizeOf = (name: string) => statSync(path.join(hq, name), { throwIfNoEntry: false })?.size ?? 0;

test('an OpenSSH server that is killed in the middle of a bundle gets it whole and once when it is back', async () => {
  expect(await courier().hostKey('127.0.0.1', sshd.port)).toEqual({ hostKey: sshd.hostKey });
  expect(await courier().probe(road)).toMatchObject({ state: 'delivered' });
  expect(readdirSync(hq)).toEqual([]);

  const cut = courier().deliver(PARCEL, road);
  while (sizeOf(WRITING) < 8_000_000) await pause(5);
  await sshd.kill();
  expect(await cut).toMatchObject({ state: 'failed', retry: true });
  expect(readdirSync(hq)).toEqual([WRITING]);
  expect(sizeOf(WRITING)).toBeLessThan(BYTES.length);
  const down = await courier().deliver(PARCEL, road);
  expect(down).toMatchObject({
    reason: expect.stringContaining('Nothing answers at 127.0.0.1') as string,
    retry: true,
  });

  await sshd.start();
  expect(await courier().deliver(PARCEL, road)).toMatchObject({ state: 'delivered' });
  expect(readdirSync(hq)).toEqual([NAME]);
  expect(readFileSync(path.join(hq, NAME)).equals(BYTES)).toBe(true);
  expect(await courier().deliver(PARCEL, road)).toMatchObject({
    state: 'delivered',
    proof: expect.stringContaining('was there already, with the same bytes') as string,
  });
});

test('an OpenSSH server keeps another file of that name, and tells what is missing', async () => {
  writeFileSync(path.join(hq, NAME), 'another');
  expect(await courier().deliver(PARCEL, road)).toMatchObject({ state: 'failed', retry: false });
  expect(readFileSync(path.join(hq, NAME), 'utf8')).toBe('another');
  const gone = await courier().deliver(PARCEL, { ...road, folder: `${hq}/gone` });
  expect(gone).toMatchObject({ state: 'failed', reason: expect.stringContaining('is not there') as string });
  const stranger = await courier().deliver(PARCEL, { ...road, user: 'nobody' });
  expect(stranger).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('does not accept nobody') as string,
  });
  expect(readdirSync(hq)).toEqual([NAME]);
});
