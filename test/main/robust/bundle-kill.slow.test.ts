import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { runVerify } from '../../../src/main/bundles/run-verify.ts';
import { callOverHttp } from '../../helpers/call-over-http.ts';
import { openSftpServer } from '../../helpers/open-sftp-server.ts';
import { requestId } from '../../helpers/open-test-console.ts';
import { type SpawnedHost, spawnHost } from '../../helpers/spawn-host.ts';
import type { Goods, HttpCall } from './counter-clerk.ts';
import { openDepotOverHttp, signInOverHttp } from './depot-over-http.ts';

/** By turns while a bundle is made, and as soon as it is kept and about to be sent. */
const KILLS = 4;

let dir = '';
let hq = '';
let host: SpawnedHost | null = null;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'depot-bundle-kill-'));
  hq = path.join(dir, 'hq');
  mkdirSync(hq);
});
afterEach(async () => {
  await host?.end('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

async function start(): Promise<HttpCall> {
  host = await spawnHost(path.join(dir, 'data'));
  return callOverHttp(host.url);
}

async function sell(call: HttpCall, { depotId, customerId, serviceId }: Goods): Promise<void> {
  const items = [{ type: 'service', serviceId, quantity: 1 }];
  await call('transactions.create', {
    requestId: requestId(),
    customerId,
    source: { kind: 'depot', depotId },
    items,
  } as never);
}

const list = z.object({ items: z.array(z.object({ sequence: z.int(), file: z.string(), sha256: z.string() })) });
const plan = z.object({ waiting: z.int(), troubles: z.array(z.string()) });
const key = z.object({ publicKey: z.string() });

async function verified(files: readonly string[], publicKey: string) {
  const keyFile = path.join(dir, 'key.pem');
  writeFileSync(keyFile, publicKey);
  let told = '';
  const out = (text: string) => void (told += text);
  const code = await runVerify([...files.map((file) => path.join(hq, file)), '--key', keyFile], { out, err: out });
  return { code, told };
}

test('killed while bundles are made and sent: head office has each number once, whole, and in one chain', async () => {
  let call = await start();
  const [goods] = await openDepotOverHttp(call);
  if (goods === undefined) throw new Error('the depot has no goods');
  await call('settings.update', { export: { destination: { kind: 'folder', folder: hq } } } as never);
  const started = performance.now();
  await call('exports.run', {} as never);
  const making = performance.now() - started;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sell(call, goods);
    const asked = call('exports.run', {} as never).catch(() => undefined);
    await (kill % 2 === 0 ? pause(Math.random() * making) : asked);
    await host?.end('SIGKILL');
    await asked;
    call = await signInOverHttp(await start());
  }
  await call('exports.run', {} as never);
  await expect
    .poll(async () => plan.parse(await call('exports.plan', {} as never)), { timeout: 15_000 })
    .toEqual({ waiting: 0, troubles: [] });

  const { items } = list.parse(await call('exports.list', { sort: 'id' } as never));
  expect(items.length).toBeGreaterThanOrEqual(2 + KILLS / 2);
  expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, index) => index + 1));
  const files = items.map(({ file }) => file);
  expect(readdirSync(hq).toSorted()).toEqual(files);
  for (const file of files) {
    expect(readFileSync(path.join(hq, file)).equals(readFileSync(path.join(dir, 'data', 'bundles', file)))).toBe(true);
  }
  const { publicKey } = key.parse(await call('exports.key', {} as never));
  expect(await verified(files, publicKey)).toMatchObject({ code: 0 });

  // The built program has all it needs for SFTP, too.
  const server = await openSftpServer();
  const shown = await call('exports.hostKey', { host: '127.0.0.1', port: server.port } as never);
  expect(shown).toEqual({ hostKey: server.hostKey, trouble: null });
});
