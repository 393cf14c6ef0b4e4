import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openMailer } from '../../src/main/adapters/mailer-smtp.ts';
import type { WireInput } from '../../src/shared/contract/index.ts';
import { openCounter } from '../helpers/open-counter.ts';
import { openTestConsole, requestId, SAMPLE_DAY } from '../helpers/open-test-console.ts';

/** The ports of a till printer and a mail server on this computer. */
export interface Ends {
  printer: number;
  mail: number;
}

/** Books, and a sale whose invoice is to be printed on the till and mailed. */
export interface DeliveringBooks {
  folder: string;
  sale: Omit<WireInput<'transactions.create'>, 'requestId'>;
}

export interface DeliveringTill {
  sell(): Promise<unknown>;
  close(): Promise<void>;
}

const TICK_MS = 100;

/** Books without invoices, the caller's. */
export async function prepareDeliveringBooks(): Promise<DeliveringBooks> {
  const house = await openTestConsole();
  const { depotId, cylinder14, hose, addCustomer, receive } = await openCounter(house);
  await receive(cylinder14.id, 100_000);
  const terms = { paymentType: 'CREDIT' as const, creditLimit: '9999999.00', termsDays: 30 };
  const { id: customerId } = await addCustomer({ email: 'kitchen@bench.example', ...terms });
  await house.close();
  const sale = {
    customerId,
    source: { kind: 'depot' as const, depotId },
    items: [
      { type: 'cylinder' as const, equipmentId: cylinder14.id, action: 'DELIVER' as const, quantity: 2 },
      { type: 'cylinder' as const, equipmentId: cylinder14.id, action: 'EMPTY_RETURN' as const, quantity: 2 },
      { type: 'service' as const, serviceId: hose.id, quantity: 1 },
    ],
  };
  return { folder: house.dataDir, sale };
}

/** A counter on a copy of the books, with the real printers and the real mailer, and nothing drawn. */
export async function openDeliveringTill({ folder, sale }: DeliveringBooks, ends: Ends): Promise<DeliveringTill> {
  const copy = await mkdtemp(path.join(tmpdir(), 'depot-bench-delivery-'));
  await cp(folder, copy, { recursive: true });
  const house = await openTestConsole(copy, SAMPLE_DAY, { printers: 'real', mailer: openMailer() });
  const started = performance.now();
  // What failed is tried again when its pause is over.
  const ticking = setInterval(
    () => house.clock.set(new Date(SAMPLE_DAY.getTime() + performance.now() - started)),
    TICK_MS,
  );
  const admin = await house.signIn('admin', 'correct horse');
  await admin('settings.update', settingsFor(ends));
  // The check at the start reads everything: it would take turns with what is measured.
  await house.checkBooks();
  return {
    sell: () => admin('transactions.create', { requestId: requestId(), ...sale }),
    async close() {
      clearInterval(ticking);
      await house.close();
      await rm(copy, { recursive: true, force: true });
    },
  };
}

const none = { printer: null, paper: 'A4', copies: 1, automatic: true } as const;

function settingsFor({ printer, mail }: Ends): WireInput<'settings.update'> {
  const address = { kind: 'escpos', host: '127.0.0.1', port: printer, paper: 'ROLL80' } as const;
  return {
    printers: {
      devices: [{ name: 'Till', address }],
      documents: {
        invoice: none,
        simplifiedInvoice: { ...none, printer: 'Till', paper: 'ROLL80' },
        receipt: { ...none, paper: 'ROLL80' },
        deliveryNote: none,
        distribution: none,
      },
    },
    mail: { isEnabled: true, host: '127.0.0.1', port: mail, security: 'none', fromAddress: 'billing@hsh.example' },
  };
}
