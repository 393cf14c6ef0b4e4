import { useState } from 'react';
import { useMay } from '../../state/session.ts';
import { savePdf } from '../delivery/save-pdf.ts';
import { useMail, usePrint } from '../delivery/use-delivery.ts';
import type { Invoice } from './delivery-way.ts';

/** What can be done with one invoice, by key or by button. */
export function useInvoiceActions() {
  const mayPrint = useMay('invoices.print');
  const mayMail = useMay('invoices.email');
  const { print, isRunning: isPrinting } = usePrint('invoices.print');
  const { mail, isRunning: isMailing } = useMail('invoices.email');
  /** The popup that asks for another printer or address. */
  const [asking, setAsking] = useState<{ about: 'print' | 'mail'; invoice: Invoice } | null>(null);
  return {
    mayPrint,
    mayMail,
    isPrinting,
    isMailing,
    asking,
    stopAsking: () => setAsking(null),
    print: (invoice: Invoice) => void print(invoice),
    printElsewhere: (invoice: Invoice) => setAsking({ about: 'print', invoice }),
    // Without an address there is one to be asked for.
    mail: (invoice: Invoice) =>
      invoice.delivery.hasEmail ? void mail(invoice) : setAsking({ about: 'mail', invoice }),
    mailElsewhere: (invoice: Invoice) => setAsking({ about: 'mail', invoice }),
    savePdf: ({ id }: Invoice) => void savePdf('invoices.pdf', id),
  };
}
