import { cpSync, rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { WireInput, WireOutput } from '../../src/shared/contract/index.ts';
import { newFolder } from '../main/db/books.ts';
import { type Counter, openCounter } from './open-counter.ts';
import {
  type Call,
  openTestConsole,
  type RealParts,
  requestId,
  SAMPLE_DAY,
  type TestConsole,
} from './open-test-console.ts';

export type ShownJob = WireOutput<'jobs.list'>['items'][number];
type Kind = ShownJob['kind'];
type Invoice = NonNullable<WireOutput<'transactions.create'>['invoice']>;

/** A console whose sales are printed and mailed by themselves. */
export interface DeliveryDesk extends Counter {
  house: TestConsole;
  /** A customer with an address. */
  customer: WireOutput<'customers.get'>;
  /** A service sold to the customer, on credit: an invoice for the laser and for the mail. */
  sell: (deliver?: WireInput<'transactions.create'>['deliver']) => Promise<Invoice>;
}

/** A house that was opened, with somebody to ask it. */
export interface Asked {
  house: TestConsole;
  admin: Call;
}

const off = { printer: null, paper: 'A4', copies: 1, automatic: true } as const;

/** Two lasers for sheets, a folder for rolls. */
export const DESK_PRINTERS = {
  devices: [
    { name: 'Laser', address: { kind: 'system', queue: 'laser', tray: null } },
    { name: 'Spare', address: { kind: 'system', queue: 'spare', tray: null } },
    { name: 'Till', address: { kind: 'file', folder: '/srv/rolls' } },
  ],
  documents: {
    invoice: { ...off, printer: 'Laser' },
    simplifiedInvoice: { ...off, paper: 'ROLL80' },
    receipt: { ...off, printer: 'Till', paper: 'ROLL80' },
    deliveryNote: off,
    distribution: { ...off, printer: 'Laser', automatic: false },
  },
} as const satisfies WireInput<'settings.update'>['printers'];

export const DESK_MAIL = {
  isEnabled: true,
  host: 'mail.hsh.example',
  fromName: 'HSH LPG',
  fromAddress: 'billing@hsh.example',
  automatic: true,
} as const satisfies WireInput<'settings.update'>['mail'];

/** For one test. */
export async function openDeliveryDesk(real: RealParts = {}): Promise<DeliveryDesk> {
  const house = await openTestConsole(undefined, SAMPLE_DAY, real);
  onTestFinished(() => house.remove());
  const counter = await openCounter(house);
  const { admin, depotId, hose } = counter;
  await admin('settings.update', { printers: DESK_PRINTERS, mail: DESK_MAIL });
  const terms = { paymentType: 'CREDIT' as const, creditLimit: '99999.00', termsDays: 30 };
  const customer = await counter.addCustomer({ name: 'Tan Seafood', email: 'kitchen@tan-seafood.example', ...terms });
  return {
    ...counter,
    house,
    customer,
    async sell(deliver) {
      const { invoice } = await admin('transactions.create', {
        requestId: requestId(),
        customerId: customer.id,
        source: { kind: 'depot', depotId },
        items: [{ type: 'service', serviceId: hose.id, quantity: 1 }],
        ...(deliver === undefined ? {} : { deliver }),
      });
      if (invoice === null) throw new Error('nothing was billed');
      return invoice;
    },
  };
}

/** The jobs of a kind about an invoice, oldest first. */
export async function jobsOf({ admin }: Pick<Asked, 'admin'>, invoiceId: number, kind: Kind): Promise<ShownJob[]> {
  const { items } = await admin('jobs.list', { invoiceId, sort: 'id' });
  return items.filter((job) => job.kind === kind);
}

/** The only job of a kind about an invoice. */
export async function jobOf(asked: Pick<Asked, 'admin'>, invoiceId: number, kind: Kind): Promise<ShownJob> {
  const [job, ...others] = await jobsOf(asked, invoiceId, kind);
  if (job === undefined || others.length > 0) throw new Error(`${others.length + 1} jobs instead of one`);
  return job;
}

/** So much later at the depot, with everything done that is due by then. */
export async function later({ house }: Pick<Asked, 'house'>, seconds: number): Promise<void> {
  house.clock.set(new Date(house.clock.now().getTime() + seconds * 1000));
  await house.drain();
}

/** The same books in a console that was closed in good order and opened again. */
export async function reopened({ house }: Pick<Asked, 'house'>): Promise<Asked> {
  return ask(await house.reopen());
}

/**
 * A console on the books as a kill at this very moment leaves them. What runs goes on in the old one.
 *
 * @param meanwhile what else happened to them
 */
export async function afterKill(
  { house }: Pick<Asked, 'house'>,
  meanwhile: (folder: string) => void = () => undefined,
): Promise<Asked> {
  const folder = newFolder();
  cpSync(house.dataDir, folder, { recursive: true });
  for (const file of ['lock.db', 'lock.db-journal', 'owner.json']) rmSync(`${folder}/${file}`, { force: true });
  meanwhile(folder);
  return ask(await openTestConsole(folder, house.clock.now()));
}

async function ask(house: TestConsole): Promise<Asked> {
  onTestFinished(() => house.remove());
  return { house, admin: await house.signIn('admin', 'correct horse') };
}

/** Something that has not happened yet. */
export function pending<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  return Promise.withResolvers<Value>();
}

/** Resolves when what is asked for is there; the event loop goes on meanwhile. */
export async function until(isThere: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isThere())) await new Promise((resolve) => setImmediate(resolve));
}

/** Rows of the audit about an invoice, oldest first. */
export async function auditOf({ admin }: Pick<Asked, 'admin'>, invoiceId: number, action: string) {
  const { items } = await admin('audit.list', { action, entityType: 'invoice', entityId: invoiceId, sort: 'id' });
  return items.map(({ username, after }) => ({ username, after }));
}
