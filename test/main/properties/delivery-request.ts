import type { WireOutput } from '../../../src/shared/contract/index.ts';
import { MAIL, PRINTERS } from '../../helpers/delivery-settings.ts';
import type { DeliveryCommand, FarEnd } from './delivery-commands.ts';
import type { Made, Written } from './made.ts';
import type { Day } from './prepare-counter.ts';

type Asking = Exclude<DeliveryCommand, FarEnd>;
type Ask = Extract<Asking, { kind: 'ask' }>;

/** The verb and input of a command about paper, mail or jobs; `null` when there is nothing yet to do it with. */
export async function deliveryRequestOf(day: Day, written: Written, command: Asking): Promise<Made> {
  switch (command.kind) {
    case 'equip':
      return { verb: 'settings.update', input: settingsOf(command) };
    case 'ask': {
      const { verb, copies, printer, to } = command;
      const id = chosen(written[SUBJECTS[verb]], command.document);
      const wish = Object.entries(verb.includes('rint') ? { copies, printer } : { to });
      return id === null
        ? null
        : { verb, input: { id, ...Object.fromEntries(wish.filter(([, value]) => value !== null)) } };
    }
    case 'askMany': {
      const ids = command.documents.flatMap((document) => chosen(written.invoices, document) ?? []);
      return ids.length === 0 ? null : { verb: command.verb, input: { ids } };
    }
    case 'mend': {
      const { verb, printed } = command;
      if (verb === 'jobs.retryAll') return { verb, input: {} };
      const id = chosen(await jobsFor(day, verb), command.job);
      return id === null ? null : { verb, input: { id, ...(verb === 'jobs.resolve' ? { printed } : {}) } };
    }
  }
}

const SUBJECTS: Readonly<Record<Ask['verb'], keyof Written>> = {
  'invoices.print': 'invoices',
  'invoices.email': 'invoices',
  'payments.printReceipt': 'payments',
  'payments.emailReceipt': 'payments',
  'transactions.printDeliveryNote': 'sales',
  'distributions.print': 'slips',
};

function chosen(ids: readonly number[], index: number): number | null {
  return ids[index % Math.max(1, ids.length)] ?? null;
}

/** Jobs that something can be done about, and all of them for a clerk who mistakes one. */
async function jobsFor({ call }: Day, verb: string): Promise<number[]> {
  const narrowed =
    verb === 'jobs.resolve' ? { state: 'uncertain' } : verb === 'jobs.retry' ? { needsSomebody: true } : {};
  const result = await call('admin', 'jobs.list', narrowed);
  return result.ok ? (result.value as WireOutput<'jobs.list'>).items.map(({ id }) => id) : [];
}

function settingsOf({ hasPrinters, hasRoll, hasMail, isAutomatic }: Extract<Asking, { kind: 'equip' }>) {
  const documents = Object.entries(PRINTERS.documents).map(([document, printed]) => {
    const onRoll = document === 'simplifiedInvoice' || document === 'receipt';
    const printer = !hasPrinters || (onRoll && !hasRoll) ? null : onRoll ? 'Till' : 'Office';
    return [document, { ...printed, printer, automatic: isAutomatic }] as const;
  });
  return {
    printers: { devices: PRINTERS.devices, documents: Object.fromEntries(documents) },
    mail: { ...MAIL, isEnabled: hasMail, automatic: isAutomatic },
  };
}
