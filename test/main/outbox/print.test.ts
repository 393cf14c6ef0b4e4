import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MachineError } from '../../../src/shared/errors.ts';
import { noPdf, requestId } from '../../helpers/open-test-console.ts';
import {
  auditOf,
  type DeliveryDesk,
  DESK_PRINTERS,
  jobOf,
  jobsOf,
  later,
  openDeliveryDesk,
  reopened,
} from '../../helpers/open-delivery-desk.ts';

const WAITING = { state: 'waiting', reason: '“laser” is out of paper: put paper in.' } as const;

/** The files that were given to the printers, in order. */
function keepFiles({ house }: DeliveryDesk): Buffer[] {
  const files: Buffer[] = [];
  house.tray.outcome = async ({ pdf }) => {
    files.push(readFileSync(pdf));
    return { state: 'printed', proof: 'it came out' };
  };
  return files;
}

describe('what came out', () => {
  test('is the stored invoice, counted, dated and in the audit by nobody in particular', async () => {
    const desk = await openDeliveryDesk();
    const { house, admin } = desk;
    const files = keepFiles(desk);
    const { id, number } = await desk.sell();
    await house.drain();
    expect(house.tray.orders).toMatchObject([{ title: number, paper: 'A4', copies: 1, roll: null }]);
    expect(files).toEqual([Buffer.from((await admin('invoices.pdf', { id })).bytes)]);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({
      state: 'done',
      proof: 'it came out',
      attempts: 1,
      reason: null,
    });
    const printedAt = house.clock.now().toISOString();
    expect(await admin('invoices.get', { id })).toMatchObject({ printCount: 1, printedAt });
    expect(await auditOf(desk, id, 'invoice.printed')).toEqual([
      { username: null, after: { printer: 'Laser', proof: 'it came out', copy: false } },
    ]);
  });

  test('is only called printed when somebody said so', async () => {
    const desk = await openDeliveryDesk();
    desk.house.tray.outcome = { state: 'handed', proof: 'Windows took it' };
    const { id } = await desk.sell({ email: false });
    await desk.house.drain();
    expect(await desk.admin('invoices.get', { id })).toMatchObject({
      printCount: 1,
      printedAt: null,
      status: 'generated',
      delivery: { print: { state: 'done' } },
    });
    const [row] = await auditOf(desk, id, 'invoice.handed to the printer');
    expect(row?.after).toEqual({ printer: 'Laser', proof: 'Windows took it', copy: false });
  });

  test('is drawn again when its file is gone, and the books know the new one', async () => {
    const desk = await openDeliveryDesk();
    const { house, admin } = desk;
    house.tray.outcome = { state: 'failed', reason: 'Off.', retry: true };
    const { id } = await desk.sell();
    await house.drain();
    const { pdfPath } = await admin('invoices.get', { id });
    rmSync(path.join(house.dataDir, 'documents', pdfPath ?? ''));
    const files = keepFiles(desk);
    await later(desk, 10);
    expect(files).toHaveLength(1);
    expect(readFileSync(path.join(house.dataDir, 'documents', pdfPath ?? ''))).toEqual(files[0]);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'done' });
  });
});

describe('a printer in trouble', () => {
  test('is tried again after growing pauses, seven times in all, and then the job has failed for its reason', async () => {
    const desk = await openDeliveryDesk();
    const { house, admin } = desk;
    let tries = 0;
    house.tray.outcome = async () => {
      tries += 1;
      return { state: 'failed', reason: 'The printer does not answer: is it on?', retry: true };
    };
    const { id } = await desk.sell();
    await house.drain();
    for (const [tried, pause] of [5, 30, 120, 600, 1800, 3600].entries()) {
      const job = await jobOf(desk, id, 'PRINT');
      expect(job).toMatchObject({
        state: 'queued',
        attempts: tried + 1,
        reason: 'The printer does not answer: is it on?',
      });
      const seconds = (Date.parse(job.runAfter) - house.clock.now().getTime()) / 1000;
      expect(seconds / pause).toBeGreaterThanOrEqual(0.8);
      expect(seconds / pause).toBeLessThanOrEqual(1.2);
      await later(desk, seconds - 0.001);
      expect(tries).toBe(tried + 1);
      await later(desk, 0.001);
      expect(tries).toBe(tried + 2);
    }
    const { id: jobId, ...failed } = await jobOf(desk, id, 'PRINT');
    expect(failed).toMatchObject({ state: 'failed', attempts: 7, reason: 'The printer does not answer: is it on?' });
    expect(await admin('system.health', {})).toMatchObject({ jobs: { failed: 1 } });

    house.tray.outcome = { state: 'printed', proof: 'it came out' };
    expect(await admin('jobs.retry', { id: jobId })).toMatchObject({ state: 'queued', attempts: 0, reason: null });
    await house.drain();
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'done', attempts: 1 });
    expect(await auditOf(desk, id, 'invoice.printed')).toMatchObject([{ after: { copy: false } }]);
  });

  test('that no try can help fails at once', async () => {
    const desk = await openDeliveryDesk();
    desk.house.tray.outcome = { state: 'failed', reason: 'There is no queue “laser”.', retry: false };
    const { id } = await desk.sell();
    await desk.house.drain();
    const failed = { state: 'failed', reason: 'There is no queue “laser”.' };
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ ...failed, attempts: 1 });
    expect((await desk.admin('invoices.get', { id })).delivery.print).toMatchObject(failed);
  });

  test('that is taken out of the settings fails its jobs in words', async () => {
    const desk = await openDeliveryDesk();
    const { house, admin } = desk;
    house.tray.outcome = { state: 'failed', reason: 'Off.', retry: true };
    const { id } = await desk.sell();
    await house.drain();
    const [, ...others] = DESK_PRINTERS.devices;
    const documents = { ...DESK_PRINTERS.documents, invoice: { ...DESK_PRINTERS.documents.invoice, printer: 'Spare' } };
    await admin('settings.update', {
      printers: { devices: others, documents: { ...documents, distribution: documents.deliveryNote } },
    });
    await later(desk, 10);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({
      state: 'failed',
      reason: 'There is no printer “Laser” any more: choose one in Settings → Printers.',
    });
  });
});

describe('what the spooler has', () => {
  test('is asked about every five seconds, as often as it takes, and noted once', async () => {
    const desk = await openDeliveryDesk();
    const { house } = desk;
    Object.assign(house.tray, { handle: 'laser-7', outcome: WAITING, followed: WAITING });
    const { id } = await desk.sell();
    await house.drain();
    for (let asked = 0; asked < 20; asked += 1) await later(desk, 5);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'queued', attempts: 0, reason: WAITING.reason });
    expect(house.tray.orders).toHaveLength(1);
    house.tray.followed = { state: 'printed', proof: 'CUPS job laser-7 completed' };
    await later(desk, 5);
    await later(desk, 5000);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'done', proof: 'CUPS job laser-7 completed' });
    expect(await desk.admin('invoices.get', { id })).toMatchObject({ printCount: 1 });
    expect(house.tray.orders).toHaveLength(1);
  });

  test('is asked about also by the next start, and is not printed once more', async () => {
    const desk = await openDeliveryDesk();
    Object.assign(desk.house.tray, { handle: 'laser-7', outcome: WAITING });
    const { id } = await desk.sell();
    await desk.house.drain();
    const next = await reopened(desk);
    await later(next, 5);
    expect(await jobOf(next, id, 'PRINT')).toMatchObject({ state: 'done', proof: 'the tray is full' });
    expect(next.house.tray.orders).toEqual([]);
    expect(await auditOf(next, id, 'invoice.printed')).toMatchObject([{ after: { copy: false } }]);
  });

  test('and gives up before anything is printed is printed anew, under a new number', async () => {
    const desk = await openDeliveryDesk();
    const { house } = desk;
    Object.assign(house.tray, { handle: 'laser-7', outcome: WAITING });
    house.tray.followed = { state: 'failed', reason: 'The job laser-7 was given up by CUPS.', retry: true };
    const { id } = await desk.sell();
    await house.drain();
    await later(desk, 5);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'queued', attempts: 1 });
    Object.assign(house.tray, { handle: 'laser-8', outcome: { state: 'printed', proof: 'laser-8 completed' } });
    await later(desk, 10);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'done', proof: 'laser-8 completed' });
    expect(await auditOf(desk, id, 'invoice.printed')).toMatchObject([{ after: { copy: false } }]);
  });

  test('is looked for by a person when its printer was taken out of the settings', async () => {
    const desk = await openDeliveryDesk();
    const { house, admin } = desk;
    Object.assign(house.tray, { handle: 'spare-1', outcome: WAITING, followed: WAITING });
    const { id } = await desk.sell({ print: false });
    await admin('invoices.print', { id, printer: 'Spare' });
    await house.drain();
    const devices = DESK_PRINTERS.devices.filter(({ name }) => name !== 'Spare');
    await admin('settings.update', { printers: { ...DESK_PRINTERS, devices } });
    await later(desk, 5);
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({
      state: 'uncertain',
      reason: '“Spare” was taken out of the settings while it had the document: look whether it came out.',
    });
  });
});

test('where no browser can draw, a till printer still prints its rows, and the others say what they lack', async () => {
  const reason = 'Documents cannot be drawn: no Chrome, Edge or Chromium was found.';
  const desk = await openDeliveryDesk({ pdf: { ...noPdf, render: () => Promise.reject(new MachineError(reason)) } });
  const { admin, house, depotId, hose, customer } = desk;
  const till = { kind: 'escpos' as const, host: 'till.example', port: 9100, paper: 'ROLL80' as const };
  const devices = DESK_PRINTERS.devices.map((device) =>
    device.name === 'Till' ? { ...device, address: till } : device,
  );
  await admin('settings.update', { printers: { ...DESK_PRINTERS, devices } });
  const { invoice, receipt } = await admin('transactions.create', {
    requestId: requestId(),
    customerId: customer.id,
    source: { kind: 'depot', depotId },
    items: [{ type: 'service', serviceId: hose.id, quantity: 1 }],
    payment: { method: 'CASH', amount: '13.10' },
  });
  await house.drain();
  expect(house.tray.orders).toMatchObject([{ title: receipt?.number, pdf: '', roll: { opensDrawer: true } }]);
  const waits = { state: 'queued', attempts: 1, reason };
  expect(await jobOf(desk, invoice?.id ?? 0, 'PRINT')).toMatchObject(waits);
  expect(await jobOf(desk, invoice?.id ?? 0, 'RENDER')).toMatchObject(waits);
  expect(await jobOf(desk, invoice?.id ?? 0, 'MAIL')).toMatchObject(waits);
});

test('jobs about one invoice are listed with it, the newest way first', async () => {
  const desk = await openDeliveryDesk();
  const { id } = await desk.sell();
  await desk.admin('invoices.print', { id });
  await desk.house.drain();
  const [, newest] = await jobsOf(desk, id, 'PRINT');
  expect((await desk.admin('invoices.get', { id })).delivery).toMatchObject({
    render: { state: 'done' },
    print: { jobId: newest?.id, state: 'done' },
    mail: { state: 'done' },
    hasEmail: true,
  });
});
