import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callOverHttp } from '../../helpers/call-over-http.ts';
import { type SpawnedHost, spawnHost } from '../../helpers/spawn-host.ts';
import { CounterClerk, type HttpCall } from './counter-clerk.ts';
import { openDepotOverHttp, signInOverHttp } from './depot-over-http.ts';
import { numberOf, readBooks } from './whole-books.ts';

const KILLS = Number(process.env['DEPOT_KILLS'] ?? 25);
/** A counter that comes back after a power cut is not waited for. Milliseconds, on a machine with other work. */
const QUICK = 5000;

let folder = '';
let host: SpawnedHost | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'depot-kill-'));
});
afterEach(async () => {
  await host?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function reopen(): Promise<{ call: HttpCall; milliseconds: number }> {
  host = await spawnHost(folder);
  return { call: await signInOverHttp(callOverHttp(host.url)), milliseconds: host.milliseconds };
}

async function kill(): Promise<void> {
  await host?.end('SIGKILL');
  host = null;
}

async function expectWhole(call: HttpCall): Promise<void> {
  expect(await call('audit.verify', {} as never)).toMatchObject({ ok: true });
  expect(await call('stock.check', {} as never)).toEqual({ ok: true, problems: [] });
}

/** At some moment of the work, or at the very moment of an answer. */
async function workAndKill(call: HttpCall, clerks: readonly CounterClerk[]): Promise<void> {
  const answers = Math.random() < 0.5 ? 1 + Math.floor(Math.random() * 30) : Infinity;
  let answered = 0;
  let killed: Promise<void> | null = null;
  const onAnswer = () => {
    answered += 1;
    if (answered === answers) killed ??= kill();
  };
  const working = clerks.map(async (clerk) => clerk.workUntilGone(call, onAnswer));
  await Promise.race([pause(answers === Infinity ? Math.random() * 600 : QUICK), ...working]);
  await (killed ??= kill());
  await Promise.all(working);
}

test(
  `given clerks who key sales and slips, when the host is killed ${KILLS} times, then nothing is missing, doubled or half`,
  async () => {
    host = await spawnHost(folder);
    const goods = await openDepotOverHttp(callOverHttp(host.url));
    await kill();
    const clerks = goods.map((each) => new CounterClerk(each));
    const starts: number[] = [];
    let retried = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const { call, milliseconds } = await reopen();
      starts.push(milliseconds);
      await expectWhole(call);
      for (const clerk of clerks) expect(await clerk.keyAgain(call)).toBe(true);
      retried += clerks.filter((clerk) => clerk.isWaiting).length;
      await workAndKill(call, clerks);
    }
    const { call } = await reopen();
    for (const clerk of clerks) if (clerk.isWaiting) await clerk.keyOne(call);
    await expectWhole(call);
    await host.end('SIGTERM');
    host = null;

    const answers = clerks.flatMap((clerk) => [...clerk.answers.values()]);
    const told = (verb: string) => answers.filter(({ order }) => order.verb === verb).length;
    const books = readBooks(folder);
    expect(books).toMatchObject({
      half: [],
      sales: told('transactions.create'),
      slips: told('distributions.create'),
      confirmed: told('distributions.confirm'),
      requests: {
        'transactions.create': told('transactions.create'),
        'distributions.create': told('distributions.create'),
        'distributions.confirm': told('distributions.confirm'),
      },
    });
    expect([...new Set(answers.map(numberOf))].toSorted()).toEqual([...books.numbers].toSorted());
    starts.sort((a, b) => a - b);
    const [median = 0, slowest = 0] = [starts[starts.length >> 1], starts.at(-1)];
    process.stderr.write(
      `${KILLS} kills, ${answers.length} answers, ${retried} requests retried; started in ${Math.round(median)} ms, at most ${Math.round(slowest)} ms\n`,
    );
    expect(median).toBeLessThan(QUICK);
  },
  60_000 + KILLS * 5000,
);
