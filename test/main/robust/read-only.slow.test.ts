import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callOverHttp } from '../../helpers/call-over-http.ts';
import { type SpawnedHost, spawnHost } from '../../helpers/spawn-host.ts';
import { CounterClerk, type HttpCall } from './counter-clerk.ts';
import { openDepotOverHttp, signInOverHttp } from './depot-over-http.ts';
import { numberOf } from './whole-books.ts';

/** Rights do not bind root: the host then runs as somebody whom they do (`nobody`). */
const NOBODY = 65_534;
const uid = process.getuid?.() === 0 ? NOBODY : undefined;

let folder = '';
let host: SpawnedHost | null = null;
let clerk: CounterClerk;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'depot-rights-'));
  if (uid === NOBODY) chownSync(folder, NOBODY, NOBODY);
  const call = await start();
  const [goods] = await openDepotOverHttp(call);
  clerk = new CounterClerk(goods!);
  for (let order = 0; order < 5; order += 1) await clerk.keyOne(call);
  await stop();
});
afterEach(async () => {
  await host?.end('SIGKILL');
  host = null;
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<HttpCall> {
  host = await spawnHost(folder, { uid });
  return callOverHttp(host.url);
}

async function stop(): Promise<void> {
  await host?.end('SIGTERM');
  host = null;
}

const said = async () =>
  start().then(
    () => 'started',
    (error: unknown) => (error as Error).message.trimEnd(),
  );

async function expectNothingLost(): Promise<void> {
  const call = await signInOverHttp(await start());
  expect(await clerk.keyAgain(call)).toBe(true);
  await clerk.keyOne(call);
  const { items } = (await call('transactions.list', { sort: 'id' } as never)) as { items: { number: string }[] };
  const told = [...clerk.answers.values()].filter(({ order }) => order.verb === 'transactions.create').map(numberOf);
  expect(items.map(({ number }) => number)).toEqual(told);
  expect(await call('audit.verify', {} as never)).toMatchObject({ ok: true });
  expect(await call('stock.check', {} as never)).toEqual({ ok: true, problems: [] });
  await stop();
}

test.each([
  { what: 'the books', name: 'depot.db', mode: 0o444, says: /depot\.db cannot be written \(.*\)\. Check the rights/ },
  { what: 'the whole folder', name: '.', mode: 0o555, says: /data folder .* cannot be written/ },
  { what: 'the lock', name: 'lock.db', mode: 0o444, says: /data folder .* cannot be written/ },
  { what: 'the anchor file', name: 'anchor.jsonl', mode: 0o444, says: /anchor\.jsonl/ },
])(
  'given $what that may only be read, it is told in one sentence, and nothing is lost',
  async ({ name, mode, says }) => {
    const place = path.join(folder, name);
    const before = readdirSync(folder);
    chmodSync(place, mode);
    const sentence = await said();
    expect(sentence).toMatch(says);
    expect(sentence.split('\n')).toHaveLength(1);
    chmodSync(place, name === '.' ? 0o700 : 0o600);
    expect(readdirSync(folder)).toEqual(before);
    await expectNothingLost();
  },
);
