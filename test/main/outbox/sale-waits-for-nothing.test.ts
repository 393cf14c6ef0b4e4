import { expect, test } from 'vitest';
import type { MailOutcome } from '../../../src/main/adapters/mailer.ts';
import type { PrintOutcome } from '../../../src/main/adapters/printer.ts';
import { jobOf, openDeliveryDesk, pending, until } from '../../helpers/open-delivery-desk.ts';
import { noPdf } from '../../helpers/open-test-console.ts';

const SALES = 100;

test('given a printer and a mail server that never answer, a hundred sales are committed all the same', async () => {
  const desk = await openDeliveryDesk();
  const { tray, letterbox } = desk.house;
  const [paper, answer] = [pending<PrintOutcome>(), pending<MailOutcome>()];
  let begun = 0;
  const never =
    <Outcome>(promise: Promise<Outcome>) =>
    () => {
      begun += 1;
      return promise;
    };
  tray.outcome = never(paper.promise);
  letterbox.outcome = never(answer.promise);
  const first = await desk.sell();
  await until(() => begun === 2);

  for (let sale = 1; sale < SALES; sale += 1) await desk.sell();
  expect((await desk.admin('invoices.list', {})).total).toBe(SALES);
  expect(await jobOf(desk, first.id, 'PRINT')).toMatchObject({ state: 'running' });
  expect(await jobOf(desk, first.id, 'MAIL')).toMatchObject({ state: 'running' });
  expect((await desk.admin('jobs.list', { state: 'queued' })).total).toBeGreaterThan(SALES);

  // So that the program can close.
  paper.resolve({ state: 'printed', proof: 'at last' });
  answer.resolve({ state: 'accepted', response: '250 at last' });
});

test('given an engine that never draws, sales are committed all the same', async () => {
  const drawn = pending<Uint8Array>();
  let begun = 0;
  const render = () => {
    begun += 1;
    return drawn.promise;
  };
  const desk = await openDeliveryDesk({ pdf: { ...noPdf, render } });
  const first = await desk.sell();
  await until(() => begun === 1);
  for (let sale = 1; sale < 10; sale += 1) await desk.sell();
  expect((await desk.admin('invoices.list', {})).total).toBe(10);
  expect(await jobOf(desk, first.id, 'RENDER')).toMatchObject({ state: 'running' });
  drawn.resolve(new TextEncoder().encode('%PDF at last'));
  await desk.house.drain();
  expect((await desk.admin('jobs.list', { state: 'done' })).total).toBe(30);
});
