import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';

let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase({ start: new Date('2026-01-20T03:00:00.000Z') });
});
afterEach(() => edge.console.remove());

const setClock = (instant: string) => edge.console.clock.set(new Date(instant));
const notices = async () => (await edge.console.anyone('system.health', {})).notices;
const rows = async () => (await edge.admin('audit.list', { action: 'clock:back', sort: 'id' })).items;

let services = 0;
async function addService() {
  services += 1;
  await edge.admin('services.create', { code: `C${services}`, name: 'Service', price: '1.00' });
}

async function sell() {
  const { transaction, invoice, warnings } = await edge.sell([edge.deliver(1)], {}, edge.admin);
  return { day: transaction.businessDate, at: invoice?.generatedAt, codes: warnings.map(({ code }) => code) };
}

test('a clock set right by some seconds is nobody’s business, and time still does not run back', async () => {
  setClock('2026-01-20T02:59:05.000Z');
  expect(await sell()).toEqual({ day: '2026-01-20', at: '2026-01-20T03:00:00.000Z', codes: [] });
  expect(await notices()).toEqual([]);
  expect(await rows()).toEqual([]);
});

test('a clock set back is told, audited once, and the books go on with the last day and instant known', async () => {
  setClock('2026-01-19T01:30:00.000Z');
  expect(await notices()).toEqual([
    'This computer’s clock says 19 Jan 2026 09:30, before the last entry of 20 Jan 2026 11:00. Set it right; until then documents are dated 2026-01-20.',
  ]);
  const sale = { day: '2026-01-20', at: '2026-01-20T03:00:00.000Z', codes: ['CLOCK_BACK'] };
  expect(await sell()).toEqual(sale);
  setClock('2026-01-18T01:30:00.000Z');
  expect(await sell()).toEqual(sale);
  expect(await rows()).toMatchObject([
    {
      instant: '2026-01-20T03:00:00.000Z',
      username: 'admin',
      before: { instant: '2026-01-20T03:00:00.000Z' },
      after: { instant: '2026-01-19T01:30:00.000Z', device: 'counter-1' },
    },
  ]);
  expect(await edge.admin('audit.verify', {})).toMatchObject({ ok: true });
});

test('it is one episode over a restart; the next time the clock goes back is another', async () => {
  setClock('2026-01-20T01:00:00.000Z');
  await sell();
  edge.console = await edge.console.reopen();
  edge.admin = await edge.console.signIn('admin', 'correct horse');
  expect(await rows()).toHaveLength(1);
  setClock('2026-01-20T05:00:00.000Z');
  expect(await notices()).toEqual([]);
  await addService();
  setClock('2026-01-20T04:00:00.000Z');
  await addService();
  await addService();
  expect((await rows()).map(({ before }) => before)).toEqual([
    { instant: '2026-01-20T03:00:00.000Z' },
    { instant: '2026-01-20T05:00:00.000Z' },
  ]);
});

test('seconds back over midnight is noticed too: yesterday is over', async () => {
  setClock('2026-01-20T16:00:10.000Z');
  edge.admin = await edge.console.signIn('admin', 'correct horse');
  expect((await sell()).day).toBe('2026-01-21');
  setClock('2026-01-20T15:59:50.000Z');
  expect(await sell()).toMatchObject({ day: '2026-01-21', codes: ['CLOCK_BACK'] });
  expect(await rows()).toHaveLength(1);
});

test('a read alone writes nothing', async () => {
  setClock('2026-01-10T00:00:00.000Z');
  await edge.admin('customers.list', {});
  setClock('2026-01-20T03:00:00.000Z');
  expect(await rows()).toEqual([]);
});
