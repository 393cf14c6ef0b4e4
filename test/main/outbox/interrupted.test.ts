import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { MailOutcome } from '../../../src/main/adapters/mailer.ts';
import type { PrintOutcome } from '../../../src/main/adapters/printer.ts';
import {
  afterKill,
  auditOf,
  type DeliveryDesk,
  jobOf,
  later,
  openDeliveryDesk,
  pending,
  reopened,
  until,
} from '../../helpers/open-delivery-desk.ts';

const PRINTED = { state: 'printed', proof: 'it came out' } as const;

/** An invoice that is at the laser this very moment. */
async function sellPrinting(desk: DeliveryDesk, handle: string | null = null) {
  const { tray } = desk.house;
  const { promise, resolve } = pending<PrintOutcome>();
  let begun = false;
  tray.handle = handle;
  tray.outcome = () => {
    begun = true;
    return promise;
  };
  const { id } = await desk.sell();
  await until(() => begun);
  return { id, comesOut: () => resolve(PRINTED) };
}

describe('a program that is killed', () => {
  test('while it printed asks whether it came out, and prints nothing', async () => {
    const desk = await openDeliveryDesk();
    const { id, comesOut } = await sellPrinting(desk);
    const next = await afterKill(desk);
    await later(next, 20_000);
    expect(await jobOf(next, id, 'PRINT')).toMatchObject({
      state: 'uncertain',
      reason: 'The console stopped while this was being printed. Look whether it came out.',
    });
    expect(next.house.tray.orders).toEqual([]);
    expect(await next.admin('system.health', {})).toMatchObject({ jobs: { uncertain: 1 } });
    comesOut();
  });

  test('while a spooler had the print asks the spooler', async () => {
    const desk = await openDeliveryDesk();
    const { id, comesOut } = await sellPrinting(desk, 'laser-7');
    const next = await afterKill(desk);
    await next.house.drain();
    expect(await jobOf(next, id, 'PRINT')).toMatchObject({ state: 'done', proof: 'the tray is full' });
    expect(next.house.tray.orders).toEqual([]);
    expect(await auditOf(next, id, 'invoice.printed')).toHaveLength(1);
    comesOut();
  });

  test('before it gave the print away prints it', async () => {
    const desk = await openDeliveryDesk();
    const { id, comesOut } = await sellPrinting(desk);
    const next = await afterKill(desk, (folder) => {
      const books = new Database(path.join(folder, 'depot.db'));
      books.exec("UPDATE jobs SET handed_at = NULL WHERE state = 'running'");
      books.close();
    });
    await next.house.drain();
    expect(await jobOf(next, id, 'PRINT')).toMatchObject({ state: 'done', attempts: 2 });
    expect(next.house.tray.orders).toHaveLength(1);
    comesOut();
  });

  test('while a letter was under way sends the same letter', async () => {
    const desk = await openDeliveryDesk();
    const { letterbox } = desk.house;
    const answer = pending<MailOutcome>();
    letterbox.outcome = () => answer.promise;
    const { id } = await desk.sell();
    await until(() => letterbox.letters.length === 1);
    const next = await afterKill(desk);
    await next.house.drain();
    expect(await jobOf(next, id, 'MAIL')).toMatchObject({ state: 'done', attempts: 2 });
    expect(next.house.letterbox.letters.map(({ mail }) => mail.messageId)).toEqual(
      letterbox.letters.map(({ mail }) => mail.messageId),
    );
    answer.resolve({ state: 'accepted', response: '250 OK' });
  });
});

describe('a program that is closed', () => {
  test('while it printed waits for the end and writes it down', async () => {
    const desk = await openDeliveryDesk();
    const { id, comesOut } = await sellPrinting(desk);
    const closing = reopened(desk);
    comesOut();
    const next = await closing;
    await next.house.drain();
    expect(await jobOf(next, id, 'PRINT')).toMatchObject({ state: 'done', proof: 'it came out' });
    expect(await auditOf(next, id, 'invoice.printed')).toHaveLength(1);
    expect(next.house.tray.orders).toEqual([]);
  });

  test('starts nothing more: what is queued is done by the next start', async () => {
    const desk = await openDeliveryDesk();
    const { comesOut } = await sellPrinting(desk);
    const { id, number } = await desk.sell();
    const closing = reopened(desk);
    comesOut();
    const next = await closing;
    await next.house.drain();
    expect(next.house.tray.orders).toMatchObject([{ title: number }]);
    expect(await jobOf(next, id, 'PRINT')).toMatchObject({ state: 'done', attempts: 1 });
  });
});
