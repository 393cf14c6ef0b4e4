import type { WireOutput } from '../../../shared/contract/index.ts';
import type { SaleInput } from './sale-input.ts';

/** What the clerk wishes for this sale; what is not said goes by the settings. */
export type Deliver = NonNullable<SaleInput['deliver']>;

type Settings = WireOutput<'settings.get'>;

interface What {
  isInvoiced: boolean;
  isPaid: boolean;
}

/** Whether a sale's papers can be printed and are printed by themselves, as the settings have it. */
export function usualPrint({ printers: { documents } }: Settings, { isInvoiced, isPaid }: What) {
  const { invoice, simplifiedInvoice, receipt, deliveryNote } = documents;
  const papers = [...(isInvoiced ? [invoice, simplifiedInvoice] : [deliveryNote]), ...(isPaid ? [receipt] : [])];
  const printable = papers.filter(({ printer }) => printer !== null);
  return { can: printable.length > 0, usual: printable.some(({ automatic }) => automatic) };
}

/** The same for the mail: only an invoice is mailed by itself. */
export function usualMail({ mail }: Settings, { isInvoiced }: What, email: string | null | undefined) {
  const can = mail.isEnabled && isInvoiced && Boolean(email);
  return { can, usual: can && mail.automatic, isSetUp: mail.isEnabled };
}
