import type { QueryVerb } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { t } from '../../texts/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { toastDone, toastProblem } from '../../ui/toasts.tsx';

type PdfVerb = Extract<
  QueryVerb,
  'invoices.pdf' | 'payments.receiptPdf' | 'transactions.deliveryNotePdf' | 'distributions.pdf'
>;

/** Fetches a document's PDF and saves it where downloads go. */
export async function savePdf(verb: PdfVerb, id: number): Promise<void> {
  try {
    const file = await call(verb, { id });
    saveFile(file);
    toastDone(t.delivery.saved(file.fileName));
  } catch (thrown) {
    toastProblem(thrown);
  }
}
