import { describe, expect, test } from 'vitest';
import { problemOf } from '../../helpers/open-edge-case.ts';
import {
  auditOf,
  type DeliveryDesk,
  jobOf,
  jobsOf,
  later,
  openDeliveryDesk,
} from '../../helpers/open-delivery-desk.ts';

const PRINTED = { state: 'printed', proof: 'it came out' } as const;
const UNCERTAIN = { state: 'uncertain', reason: 'The connection broke while printing: look.' } as const;

/** An invoice of which nobody knows whether it came out. */
async function sellUncertain(desk: DeliveryDesk): Promise<number> {
  desk.house.tray.outcome = UNCERTAIN;
  const { id } = await desk.sell();
  await desk.house.drain();
  expect(await jobOf(desk, id, 'PRINT')).toMatchObject(UNCERTAIN);
  desk.house.tray.outcome = PRINTED;
  return id;
}

describe('a print that may have come out', () => {
  test('is not printed again by itself, however long it takes', async () => {
    const desk = await openDeliveryDesk();
    const id = await sellUncertain(desk);
    await later(desk, 20_000);
    expect(desk.house.tray.orders).toHaveLength(1);
    const { id: jobId } = await jobOf(desk, id, 'PRINT');
    expect(await problemOf(desk.admin('jobs.retry', { id: jobId }))).toMatchObject({ code: 'INVALID_STATE' });
    expect(await desk.admin('jobs.retryAll', {})).toEqual({ retried: 0 });
    expect((await desk.admin('jobs.list', { needsSomebody: true })).items).toMatchObject([{ id: jobId, ...UNCERTAIN }]);
  });

  test('and did, as somebody says, is counted, and the audit tells who has seen it', async () => {
    const desk = await openDeliveryDesk();
    const id = await sellUncertain(desk);
    const { id: jobId } = await jobOf(desk, id, 'PRINT');
    const proof = 'Depot Administrator has seen it.';
    const said = await desk.admin('jobs.resolve', { id: jobId, printed: true });
    expect(said).toMatchObject({ state: 'done', proof, reason: null });
    const printedAt = desk.house.clock.now().toISOString();
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ printCount: 1, printedAt });
    expect(await auditOf(desk, id, 'invoice.printed')).toEqual([
      { username: 'admin', after: { printer: 'Laser', proof, copy: false } },
    ]);
    const { items } = await desk.admin('audit.list', { action: 'jobs.resolve' });
    expect(items).toMatchObject([{ username: 'admin', before: { state: 'uncertain' }, after: { printed: true } }]);
    expect(await problemOf(desk.admin('jobs.resolve', { id: jobId, printed: true }))).toMatchObject({
      code: 'INVALID_STATE',
    });
  });

  test('and did not, as somebody says, is printed again, as the original it is', async () => {
    const desk = await openDeliveryDesk();
    const id = await sellUncertain(desk);
    const { id: jobId } = await jobOf(desk, id, 'PRINT');
    await desk.admin('jobs.resolve', { id: jobId, printed: false });
    await desk.house.drain();
    expect(desk.house.tray.orders).toHaveLength(2);
    expect(await auditOf(desk, id, 'invoice.printed')).toMatchObject([{ after: { copy: false } }]);
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ printCount: 1 });
  });

  test.each([
    { how: 'without a number of the spooler is asked about', handle: null, becomes: 'uncertain' },
    { how: 'with one is followed', handle: 'laser-7', becomes: 'queued' },
  ])('because something broke after it was given away, $how', async ({ handle, becomes }) => {
    const desk = await openDeliveryDesk();
    const { tray } = desk.house;
    tray.handle = handle;
    tray.outcome = new TypeError('nothing is what it seems');
    const { id } = await desk.sell();
    await desk.house.drain();
    const job = await jobOf(desk, id, 'PRINT');
    expect(job.state).toBe(becomes);
    expect(job.reason).toBe(`Something went wrong in the console itself. Its log has more under “job ${job.id}”.`);
    tray.followed = PRINTED;
    await later(desk, 10);
    expect((await jobOf(desk, id, 'PRINT')).state).toBe(handle === null ? 'uncertain' : 'done');
  });

  test('because the spooler gave no number for what it keeps, is asked about and not printed once more', async () => {
    const desk = await openDeliveryDesk();
    desk.house.tray.outcome = { state: 'waiting', reason: 'Out of paper.' };
    const { id } = await desk.sell();
    await desk.house.drain();
    await later(desk, 100);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'uncertain', reason: 'Out of paper.' });
    expect(desk.house.tray.orders).toHaveLength(1);
  });
});

describe('the next print is marked as a copy', () => {
  const copiesOf = async (desk: DeliveryDesk, id: number) =>
    (await auditOf(desk, id, 'invoice.printed')).map(({ after }) => (after as { copy: boolean }).copy);

  test('when the first came out', async () => {
    const desk = await openDeliveryDesk();
    const { id } = await desk.sell();
    await desk.house.drain();
    await desk.admin('invoices.print', { id });
    await desk.house.drain();
    expect(await copiesOf(desk, id)).toEqual([false, true]);
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ printCount: 2 });
  });

  test('when the first may have', async () => {
    const desk = await openDeliveryDesk();
    const id = await sellUncertain(desk);
    await desk.admin('invoices.print', { id });
    await desk.house.drain();
    expect(await copiesOf(desk, id)).toEqual([true]);
    // Whose answer comes late was the original all the same.
    const [first] = await jobsOf(desk, id, 'PRINT');
    await desk.admin('jobs.resolve', { id: first?.id ?? 0, printed: true });
    expect(await copiesOf(desk, id)).toEqual([true, false]);
  });

  test('when the first waits in the queue of another printer', async () => {
    const desk = await openDeliveryDesk();
    const { tray } = desk.house;
    Object.assign(tray, { handle: 'laser-7', outcome: { state: 'waiting', reason: 'Out of paper.' } });
    const { id } = await desk.sell();
    await desk.house.drain();
    Object.assign(tray, { handle: null, outcome: PRINTED });
    await desk.admin('invoices.print', { id, printer: 'Spare' });
    await desk.house.drain();
    expect(await copiesOf(desk, id)).toEqual([true]);
    await later(desk, 5);
    expect(await copiesOf(desk, id)).toEqual([true, false]);
  });

  test('when two printers get it at the same time: one of them has the original', async () => {
    const desk = await openDeliveryDesk();
    const { id } = await desk.sell({ print: false });
    await desk.admin('invoices.print', { id });
    await desk.admin('invoices.print', { id, printer: 'Spare' });
    await desk.house.drain();
    expect(await copiesOf(desk, id)).toHaveLength(2);
    expect(await copiesOf(desk, id)).toEqual(expect.arrayContaining([false, true]));
  });

  test('not when the first failed', async () => {
    const desk = await openDeliveryDesk();
    desk.house.tray.outcome = { state: 'failed', reason: 'No such queue.', retry: false };
    const { id } = await desk.sell();
    await desk.house.drain();
    desk.house.tray.outcome = PRINTED;
    await desk.admin('invoices.print', { id, printer: 'Spare' });
    await desk.house.drain();
    expect(await copiesOf(desk, id)).toEqual([false]);
  });
});
