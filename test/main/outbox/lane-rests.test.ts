import { expect, test } from 'vitest';
import type { PrintOutcome } from '../../../src/main/adapters/printer.ts';
import { jobOf, openDeliveryDesk } from '../../helpers/open-delivery-desk.ts';

const OFF: PrintOutcome = { state: 'failed', reason: 'Nothing answers. Is the printer on?', retry: true };
const PRINTED: PrintOutcome = { state: 'printed', proof: 'it came out' };
const SALES = 6;

/** Six sales at a printer that is off. */
async function openIdlePrinter() {
  const desk = await openDeliveryDesk();
  const tries: string[] = [];
  let outcome = OFF;
  desk.house.tray.outcome = ({ title }) => {
    tries.push(title);
    return Promise.resolve(outcome);
  };
  const sold: Awaited<ReturnType<typeof desk.sell>>[] = [];
  for (let sale = 0; sale < SALES; sale += 1) sold.push(await desk.sell());
  await desk.house.drain();
  const later = async (seconds: number) => {
    desk.house.clock.set(new Date(desk.house.clock.now().getTime() + seconds * 1000));
    await desk.house.drain();
  };
  return { desk, tries, sold, later, mend: () => (outcome = PRINTED) };
}

test('a printer that failed three times in a row is left alone, and all that waits says what for', async () => {
  const { desk, tries, sold } = await openIdlePrinter();
  expect(tries).toEqual(sold.slice(0, 3).map(({ number }) => number));
  for (const { id } of sold) {
    expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'queued', reason: OFF.reason });
    // The mail goes its own way.
    expect(await jobOf(desk, id, 'MAIL')).toMatchObject({ state: 'done' });
  }
});

test('after each rest one document is tried, and the rests grow to half a minute', async () => {
  const { tries, later } = await openIdlePrinter();
  const triedAfter = async (seconds: number) => {
    const before = tries.length;
    await later(seconds);
    return tries.length - before;
  };
  expect([await triedAfter(3), await triedAfter(4), await triedAfter(10), await triedAfter(21)]).toEqual([0, 1, 0, 1]);
  expect([await triedAfter(20), await triedAfter(11)]).toEqual([0, 1]);
});

test('once one has come out the rest follows, without waiting for its own pauses', async () => {
  const { desk, tries, sold, later, mend } = await openIdlePrinter();
  mend();
  await later(7);
  expect(new Set(tries.slice(3))).toEqual(new Set(sold.map(({ number }) => number)));
  expect(tries).toHaveLength(3 + SALES);
  for (const { id } of sold) expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'done', reason: null });
});

test('whoever asks by hand does not wait for the end of the rest', async () => {
  const { desk, tries, sold, mend } = await openIdlePrinter();
  mend();
  const [first] = sold;
  const { id } = await jobOf(desk, first?.id ?? 0, 'PRINT');
  await desk.admin('jobs.retry', { id });
  await desk.house.drain();
  expect(tries).toHaveLength(3 + SALES);
  expect((await desk.admin('jobs.list', { state: 'queued' })).total).toBe(0);
});

test('a clock that is set back makes no rest longer', async () => {
  const { tries, later, mend } = await openIdlePrinter();
  mend();
  await later(-86_400);
  expect(tries).toHaveLength(3 + SALES);
});
