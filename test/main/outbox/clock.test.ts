import { expect, test } from 'vitest';
import { SAMPLE_DAY } from '../../helpers/open-test-console.ts';
import { jobOf, openDeliveryDesk, reopened } from '../../helpers/open-delivery-desk.ts';

const NEXT_YEAR = new Date('2027-01-20T01:00:00.000Z');
const OFF = { state: 'failed', reason: 'The printer does not answer.', retry: true } as const;

test('books that are ahead of the clock do not put printing and mailing off until it has caught up', async () => {
  const desk = await openDeliveryDesk();
  const { house } = desk;
  house.clock.set(new Date(SAMPLE_DAY.getTime() + 30 * 60 * 1000));
  await desk.sell();
  house.clock.set(SAMPLE_DAY);
  const { id } = await desk.sell();
  await house.drain();
  expect(await jobOf(desk, id, 'PRINT')).toMatchObject({ state: 'done' });
  expect(await jobOf(desk, id, 'MAIL')).toMatchObject({ state: 'done' });
});

test.each([
  { when: 'while the program runs', how: 'set back' },
  { when: 'while it is closed', how: 'set back and opened' },
])('what a clock a year ahead has put off is done when it is set right $when', async ({ how }) => {
  const desk = await openDeliveryDesk();
  const { house } = desk;
  house.tray.outcome = OFF;
  const { id } = await desk.sell();
  house.clock.set(NEXT_YEAR);
  await house.drain();
  house.clock.set(SAMPLE_DAY);
  house.tray.outcome = { state: 'printed', proof: 'it came out' };
  const next = how === 'set back' ? desk : await reopened(desk);
  await next.house.drain();
  expect(await jobOf(next, id, 'PRINT')).toMatchObject({ state: 'done' });
});
