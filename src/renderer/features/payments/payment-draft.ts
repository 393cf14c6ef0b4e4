import { z } from 'zod';
import { PAYMENT_METHODS } from '../../../shared/contract/payments.ts';
import { makeDrafts } from '../../state/drafts.ts';

const paymentDraft = z.object({
  requestId: z.uuid(),
  /** What is being paid; `null`: nothing. */
  invoiceId: z.int().nullable(),
  invoiceNumber: z.string(),
  method: z.enum(PAYMENT_METHODS),
  /** Empty: all that is owed. */
  amount: z.string(),
  tendered: z.string(),
  reference: z.string(),
});

export type PaymentDraft = z.infer<typeof paymentDraft>;

export function emptyPayment(): PaymentDraft {
  return {
    requestId: crypto.randomUUID(),
    invoiceId: null,
    invoiceNumber: '',
    method: 'CASH',
    amount: '',
    tendered: '',
    reference: '',
  };
}

/** Whether anything was typed: to have opened it is nothing yet. */
export function isStarted({ invoiceId, amount, tendered, reference }: PaymentDraft): boolean {
  return invoiceId !== null && (amount !== '' || tendered !== '' || reference !== '');
}

/** Whether somebody was called away from taking money for this invoice. */
export function useIsBeingPaid(invoiceId: number): boolean {
  const { draft } = usePaymentDraft();
  return draft.invoiceId === invoiceId && isStarted(draft);
}

/** Money being taken. One invoice at a time: at another one it begins anew. */
export const usePaymentDraft = makeDrafts({
  kind: 'payment',
  schema: paymentDraft,
  empty: emptyPayment,
  isStarted,
});
