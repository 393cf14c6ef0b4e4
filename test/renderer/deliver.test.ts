import { describe, expect, it } from 'vitest';
import type { WireOutput } from '../../src/shared/contract/index.ts';
import { usualMail, usualPrint } from '../../src/renderer/features/sales/deliver.ts';

type Settings = WireOutput<'settings.get'>;
const paper = (printer: string | null, automatic = true) => ({ printer, paper: 'A4', copies: 1, automatic }) as const;

function settings(documents: Partial<Settings['printers']['documents']>, mail: Partial<Settings['mail']> = {}) {
  const none = paper(null);
  return {
    printers: {
      documents: {
        invoice: none,
        simplifiedInvoice: none,
        receipt: none,
        deliveryNote: none,
        distribution: none,
        ...documents,
      },
    },
    mail: { isEnabled: true, automatic: true, ...mail },
  } as Settings;
}

const INVOICED = { isInvoiced: true, isPaid: false };

describe('what is ticked before a sale is saved', () => {
  it('is what the settings print by themselves', () => {
    expect(usualPrint(settings({ invoice: paper('Office') }), INVOICED)).toEqual({ can: true, usual: true });
    expect(usualPrint(settings({ invoice: paper('Office', false) }), INVOICED)).toEqual({ can: true, usual: false });
    expect(usualPrint(settings({}), INVOICED)).toEqual({ can: false, usual: false });
  });

  it('counts a receipt only when money is taken, and a delivery note only when nothing is billed', () => {
    const roll = settings({ receipt: paper('Till') });
    expect(usualPrint(roll, INVOICED).can).toBe(false);
    expect(usualPrint(roll, { isInvoiced: true, isPaid: true })).toEqual({ can: true, usual: true });
    const note = settings({ deliveryNote: paper('Office') });
    expect(usualPrint(note, INVOICED).can).toBe(false);
    expect(usualPrint(note, { isInvoiced: false, isPaid: false }).can).toBe(true);
  });

  it('mails only an invoice, to a customer with an address, while mail is on', () => {
    const on = settings({});
    expect(usualMail(on, INVOICED, 'cafe@eclair.example')).toEqual({ can: true, usual: true, isSetUp: true });
    expect(usualMail(on, INVOICED, null).can).toBe(false);
    expect(usualMail(on, { isInvoiced: false, isPaid: false }, 'cafe@eclair.example').can).toBe(false);
    expect(usualMail(settings({}, { isEnabled: false }), INVOICED, 'cafe@eclair.example').can).toBe(false);
    expect(usualMail(settings({}, { automatic: false }), INVOICED, 'cafe@eclair.example').usual).toBe(false);
  });
});
