import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PrintOutcome } from '../../../src/main/adapters/printer.ts';
import { problemOf } from '../../helpers/open-edge-case.ts';
import {
  auditOf,
  type DeliveryDesk,
  jobOf,
  jobsOf,
  later,
  openDeliveryDesk,
  pending,
  until,
} from '../../helpers/open-delivery-desk.ts';

const WAITING = { state: 'waiting', reason: 'Out of paper: put paper in.' } as const;
const PRINTED = { state: 'printed', proof: 'it came out' } as const;
const OFF = { state: 'failed', reason: 'The printer does not answer.', retry: true } as const;
const TAKEN_BACK = { state: 'failed', reason: 'The job was cancelled.', retry: false } as const;

/** An invoice that waits in the laser's queue. */
async function sellHeld(desk: DeliveryDesk): Promise<{ id: number; jobId: number }> {
  Object.assign(desk.house.tray, { handle: 'laser-7', outcome: WAITING, followed: WAITING });
  const { id } = await desk.sell();
  await desk.house.drain();
  return { id, jobId: (await jobOf(desk, id, 'PRINT')).id };
}

/** Prints the invoice on the other printer. @returns whether it came out marked as a copy */
async function printElsewhere(desk: DeliveryDesk, id: number): Promise<boolean> {
  Object.assign(desk.house.tray, { handle: null, outcome: PRINTED });
  await desk.admin('invoices.print', { id, printer: 'Spare' });
  await desk.house.drain();
  const [row] = (await auditOf(desk, id, 'invoice.printed')).slice(-1);
  return z.object({ copy: z.boolean() }).parse(row?.after).copy;
}

describe('a job that is given up', () => {
  test('while it waits for its next try is never tried again, unless somebody asks', async () => {
    const desk = await openDeliveryDesk();
    Object.assign(desk.house.tray, { outcome: OFF });
    const { id } = await desk.sell();
    await desk.house.drain();
    const { id: jobId } = await jobOf(desk, id, 'PRINT');
    expect(await desk.admin('jobs.cancel', { id: jobId })).toMatchObject({ state: 'cancelled', reason: OFF.reason });
    desk.house.tray.outcome = PRINTED;
    await later(desk, 20_000);
    expect(desk.house.tray.orders).toEqual([]);
    const { items } = await desk.admin('audit.list', { action: 'jobs.cancel' });
    expect(items).toMatchObject([{ username: 'admin', before: { state: 'queued' }, after: { state: 'cancelled' } }]);
    await desk.admin('jobs.retry', { id: jobId });
    await desk.house.drain();
    expect(desk.house.tray.orders).toHaveLength(1);
  });

  test('while it runs is refused: it may be out any moment', async () => {
    const desk = await openDeliveryDesk();
    const stuck = pending<PrintOutcome>();
    let begun = false;
    desk.house.tray.outcome = () => {
      begun = true;
      return stuck.promise;
    };
    const { id, number } = await desk.sell();
    await until(() => begun);
    const { id: jobId } = await jobOf(desk, id, 'PRINT');
    expect(await problemOf(desk.admin('jobs.cancel', { id: jobId }))).toMatchObject({
      code: 'INVALID_STATE',
      message: `${number} is running and is at work this moment: try again in some seconds.`,
    });
    stuck.resolve(PRINTED);
    await desk.house.drain();
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'done' });
    expect(await problemOf(desk.admin('jobs.cancel', { id: jobId }))).toMatchObject({ code: 'INVALID_STATE' });
  });
});

describe('a job that is given up while a spooler has it', () => {
  test('is taken out of the spooler, and may be printed elsewhere as the original', async () => {
    const desk = await openDeliveryDesk();
    const { tray } = desk.house;
    const { id, jobId } = await sellHeld(desk);
    tray.followed = TAKEN_BACK;
    expect(await desk.admin('jobs.cancel', { id: jobId })).toMatchObject({ state: 'cancelled' });
    expect(tray.cancelled).toEqual(['laser-7']);
    expect(await printElsewhere(desk, id)).toBe(false);
  });

  test('that only says that the job is gone, as Windows does, is taken at its word', async () => {
    const desk = await openDeliveryDesk();
    const { id, jobId } = await sellHeld(desk);
    desk.house.tray.followed = { state: 'handed', proof: 'Windows has it no longer' };
    expect(await desk.admin('jobs.cancel', { id: jobId })).toMatchObject({ state: 'cancelled' });
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ printCount: 0 });
    expect(await printElsewhere(desk, id)).toBe(false);
  });

  test('and came out before it could be taken back is called printed', async () => {
    const desk = await openDeliveryDesk();
    const { id, jobId } = await sellHeld(desk);
    desk.house.tray.followed = PRINTED;
    const answer = await desk.admin('jobs.cancel', { id: jobId });
    expect(answer).toMatchObject({ state: 'done', proof: 'it came out', reason: null });
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ printCount: 1 });
    expect(await printElsewhere(desk, id)).toBe(true);
  });

  test.each([
    {
      what: 'cannot be taken back',
      followed: { state: 'waiting', reason: 'CUPS does not answer.' } as const,
      reason: 'It could not be taken out of the printer’s queue. CUPS does not answer.',
    },
    {
      what: 'had begun to come out',
      followed: { state: 'uncertain', reason: 'It was cancelled after printing had begun: look.' } as const,
      reason: 'It was cancelled after printing had begun: look.',
    },
  ])('and $what says so, and is printed anew only as a copy', async ({ followed, reason }) => {
    const desk = await openDeliveryDesk();
    const { id, jobId } = await sellHeld(desk);
    desk.house.tray.followed = followed;
    expect(await desk.admin('jobs.cancel', { id: jobId })).toMatchObject({ state: 'cancelled', reason });
    const refusal = await problemOf(desk.admin('jobs.retry', { id: jobId }));
    expect(refusal.message).toMatch(/is cancelled and may have come out: print it anew, as a copy\.$/);
    expect(await desk.admin('jobs.retryAll', {})).toEqual({ retried: 0 });
    expect(await printElsewhere(desk, id)).toBe(true);
  });

  test('and whose printer breaks in the middle of that stays given up, as one that may come out', async () => {
    const desk = await openDeliveryDesk();
    const { id, jobId } = await sellHeld(desk);
    desk.house.tray.followed = new TypeError('nothing is what it seems');
    expect(await desk.admin('jobs.cancel', { id: jobId })).toMatchObject({ state: 'cancelled' });
    expect(await printElsewhere(desk, id)).toBe(true);
  });
});

test('an uncertain job that is given up without an answer is printed anew only as a copy', async () => {
  const desk = await openDeliveryDesk();
  desk.house.tray.outcome = { state: 'uncertain', reason: 'The line broke: look.' };
  const { id } = await desk.sell();
  await desk.house.drain();
  const { id: jobId } = await jobOf(desk, id, 'PRINT');
  expect(await desk.admin('jobs.cancel', { id: jobId })).toMatchObject({ state: 'cancelled' });
  expect(await problemOf(desk.admin('jobs.retry', { id: jobId }))).toMatchObject({ code: 'INVALID_STATE' });
  expect(await printElsewhere(desk, id)).toBe(true);
});

describe('a batch', () => {
  test('tells how far it is, and what it has not begun can be given up', async () => {
    const desk = await openDeliveryDesk();
    const { tray } = desk.house;
    const stuck = pending<PrintOutcome>();
    let begun = 0;
    tray.outcome = () => {
      begun += 1;
      return begun < 3 ? Promise.resolve(PRINTED) : stuck.promise;
    };
    const ids = [];
    for (let sale = 0; sale < 5; sale += 1) ids.push((await desk.sell({ print: false })).id);
    const { batch, jobs } = await desk.admin('invoices.printMany', { ids });
    expect(jobs).toBe(5);
    await until(() => begun === 3);
    const none = { failed: 0, uncertain: 0, cancelled: 0 };
    const progress = () => desk.admin('jobs.batch', { batch: batch ?? '' });
    expect(await progress()).toEqual({ ...none, total: 5, queued: 2, running: 1, done: 2 });
    expect(await desk.admin('jobs.cancelBatch', { batch: batch ?? '' })).toEqual({ cancelled: 2 });
    stuck.resolve(PRINTED);
    await desk.house.drain();
    expect(await progress()).toEqual({ ...none, total: 5, queued: 0, running: 0, done: 3, cancelled: 2 });
    expect(tray.orders).toHaveLength(3);
  });

  test('that was handed to a stopped printer is taken back from it when it is given up', async () => {
    const desk = await openDeliveryDesk();
    const { tray } = desk.house;
    Object.assign(tray, { handle: 'laser-7', outcome: WAITING, followed: TAKEN_BACK });
    const ids = [];
    for (let sale = 0; sale < 3; sale += 1) ids.push((await desk.sell({ print: false })).id);
    const { batch } = await desk.admin('invoices.printMany', { ids });
    await desk.house.drain();
    expect(await desk.admin('jobs.cancelBatch', { batch: batch ?? '' })).toEqual({ cancelled: 3 });
    await until(() => tray.cancelled.length === 3);
    await desk.house.drain();
    expect(await desk.admin('jobs.batch', { batch: batch ?? '' })).toMatchObject({ total: 3, cancelled: 3 });
  });

  test('of letters passes over what is on its way already', async () => {
    const desk = await openDeliveryDesk();
    desk.house.letterbox.outcome = { state: 'failed', reason: '451 Try later', retry: true };
    const { id, number } = await desk.sell();
    await desk.house.drain();
    expect(await desk.admin('invoices.emailMany', { ids: [id] })).toEqual({
      batch: null,
      jobs: 0,
      skipped: [{ id, number, reason: 'It is on its way already.' }],
    });
    const [mail] = await jobsOf(desk, id, 'MAIL');
    await desk.admin('jobs.cancel', { id: mail?.id ?? 0 });
    expect(await desk.admin('invoices.emailMany', { ids: [id] })).toMatchObject({ jobs: 1, skipped: [] });
  });
});
