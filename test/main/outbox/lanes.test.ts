import { describe, expect, test } from 'vitest';
import type { MailOutcome } from '../../../src/main/adapters/mailer.ts';
import type { PrintOutcome } from '../../../src/main/adapters/printer.ts';
import { jobOf, jobsOf, openDeliveryDesk, pending, until } from '../../helpers/open-delivery-desk.ts';

const PRINTED: PrintOutcome = { state: 'printed', proof: 'it came out' };
const ACCEPTED: MailOutcome = { state: 'accepted', response: '250 OK' };

describe('a printer that hangs', () => {
  test('holds neither another printer nor the mail nor the drawing up', async () => {
    const desk = await openDeliveryDesk();
    const { house, admin } = desk;
    const stuck = pending<PrintOutcome>();
    const queueOf = (address: { kind: string; queue?: string }) => address.queue;
    house.tray.outcome = ({ address }) => (queueOf(address) === 'laser' ? stuck.promise : Promise.resolve(PRINTED));
    const first = await desk.sell();
    const second = await desk.sell();
    await admin('invoices.print', { id: second.id, printer: 'Spare' });
    const isDone = async (kind: 'RENDER' | 'MAIL') => (await jobOf(desk, second.id, kind)).state === 'done';
    await until(async () => house.tray.orders.length === 1 && (await isDone('RENDER')) && isDone('MAIL'));

    expect(house.tray.orders).toMatchObject([{ title: second.number, address: { queue: 'spare' } }]);
    expect(await jobOf(desk, first.id, 'PRINT')).toMatchObject({ state: 'running' });
    expect(await jobsOf(desk, second.id, 'PRINT')).toMatchObject([
      { target: 'Laser', state: 'queued' },
      { target: 'Spare' },
    ]);
    stuck.resolve(PRINTED);
    await house.drain();
    expect(house.tray.orders.map(({ title }) => title)).toEqual([second.number, first.number, second.number]);
  });

  test('gets one document at a time, in the order they were asked for', async () => {
    const desk = await openDeliveryDesk();
    const { tray } = desk.house;
    const order: string[] = [];
    let atOnce = 0;
    tray.outcome = async ({ title }) => {
      atOnce += 1;
      order.push(`${title} beside ${atOnce - 1}`);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
      return PRINTED;
    };
    const numbers: string[] = [];
    for (let sale = 0; sale < 5; sale += 1) numbers.push((await desk.sell()).number);
    await desk.house.drain();
    expect(order).toEqual(numbers.map((number) => `${number} beside 0`));
  });
});

describe('letters', () => {
  test('are sent three at a time, the fourth when one has ended', async () => {
    const desk = await openDeliveryDesk();
    const { house, admin } = desk;
    const ends: ((outcome: MailOutcome) => void)[] = [];
    house.letterbox.send = () => new Promise((resolve) => ends.push(resolve));
    for (let sale = 0; sale < 5; sale += 1) await desk.sell();
    const stateOfMails = async () => {
      const { items } = await admin('jobs.list', { sort: 'id' });
      return items
        .filter(({ kind }) => kind === 'MAIL')
        .map(({ state }) => state)
        .toSorted()
        .join(' ');
    };
    await until(() => ends.length === 3);
    expect(await stateOfMails()).toBe('queued queued running running running');
    ends[1]?.(ACCEPTED);
    await until(() => ends.length === 4);
    expect(await stateOfMails()).toBe('done queued running running running');
    ends[0]?.(ACCEPTED);
    await until(() => ends.length === 5);
    for (const end of ends) end(ACCEPTED);
    await house.drain();
    expect(await stateOfMails()).toBe('done done done done done');
  });

  test('reach their last dot one at a time, each when the one before is written down', async () => {
    const desk = await openDeliveryDesk();
    const { letterbox } = desk.house;
    const ends: ((outcome: MailOutcome) => void)[] = [];
    letterbox.outcome = () => new Promise((resolve) => ends.push(resolve));
    const sold = [await desk.sell(), await desk.sell(), await desk.sell()];
    const states = async () => {
      const mails = await Promise.all(sold.map(({ id }) => jobOf(desk, id, 'MAIL')));
      return mails
        .map(({ state }) => state)
        .toSorted()
        .join(' ');
    };
    await until(() => ends.length === 1);
    expect(await states()).toBe('running running running');
    ends[0]?.(ACCEPTED);
    await until(() => ends.length === 2);
    expect(await states()).toBe('done running running');
    ends[1]?.({ state: 'failed', reason: 'The line broke.', retry: true });
    await until(() => ends.length === 3);
    expect(await states()).toBe('done queued running');
    ends[2]?.(ACCEPTED);
    await desk.house.drain();
    expect(await states()).toBe('done done queued');
  });

  test('one that breaks before its last step lets the others through', async () => {
    const desk = await openDeliveryDesk();
    const { letterbox } = desk.house;
    const send = letterbox.send.bind(letterbox);
    let isFirst = true;
    letterbox.send = async (server, mail, beforeEnd) => {
      if (!isFirst) return send(server, mail, beforeEnd);
      isFirst = false;
      // It waits for its turn, and is given up meanwhile.
      void beforeEnd?.();
      throw new TypeError('nothing is what it seems');
    };
    const sold = [await desk.sell(), await desk.sell()];
    await desk.house.drain();
    const mails = await Promise.all(sold.map(({ id }) => jobOf(desk, id, 'MAIL')));
    expect(mails.map(({ state, attempts }) => `${state} ${attempts}`).toSorted()).toEqual(['done 1', 'queued 1']);
  });
});
